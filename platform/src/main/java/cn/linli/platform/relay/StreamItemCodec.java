package cn.linli.platform.relay;

import cn.linli.platform.relay.StreamItem.Transaction;
import com.mongodb.MongoClientSettings;
import java.time.Instant;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reads change events in one pass: the driver's own model of them costs several times as much
 * processor time as everything else the relay does with an event.
 */
final class StreamItemCodec implements Codec<StreamItem> {

  static final CodecRegistry REGISTRY =
      CodecRegistries.fromRegistries(
          CodecRegistries.fromCodecs(new StreamItemCodec()),
          MongoClientSettings.getDefaultCodecRegistry());

  private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

  private final JournalCommitCodec commits = new JournalCommitCodec();

  /** What is collected before it is known what it is: the namespace comes last. */
  private static final class Parts {
    BsonDocument token = new BsonDocument();
    String operation = "";
    String collection = "";
    long clusterSeconds;
    @Nullable BsonBinary session;
    @Nullable Long number;
    @Nullable JournalCommit full;
    @Nullable Instant updatedAt;
  }

  @Override
  public StreamItem decode(BsonReader reader, DecoderContext context) {
    Parts parts = new Parts();
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      switch (reader.readName()) {
        case "_id" -> parts.token = DOCUMENTS.decode(reader, context);
        case "operationType" -> parts.operation = reader.readString();
        case "clusterTime" -> parts.clusterSeconds = reader.readTimestamp().getTime();
        case "fullDocument" -> parts.full = full(reader, context);
        case "ns" -> parts.collection = collection(reader);
        case "updateDescription" -> parts.updatedAt = updatedAt(reader);
        case "lsid" -> parts.session = session(reader);
        case "txnNumber" -> parts.number = reader.readInt64();
        default -> reader.skipValue();
      }
    }
    reader.readEndDocument();
    return item(parts);
  }

  @Override
  public void encode(BsonWriter writer, StreamItem value, EncoderContext context) {
    throw new UnsupportedOperationException("changes are only read");
  }

  @Override
  public Class<StreamItem> getEncoderClass() {
    return StreamItem.class;
  }

  private static StreamItem item(Parts parts) {
    JournalCommit commit = null;
    Instant beatAt = null;
    RelayAlarm alarm = null;
    switch (parts.operation) {
      case "insert", "update", "replace" -> {
        if (parts.collection.equals(JournalStream.JOURNAL)) {
          commit = parts.full;
        } else {
          // a new beat document has its instant where a commit has its own
          beatAt = parts.full == null ? parts.updatedAt : parts.full.at();
        }
      }
      default -> alarm = new RelayAlarm.JournalGone(parts.operation);
    }
    Transaction transaction =
        parts.session == null || parts.number == null
            ? null
            : new Transaction(parts.session, parts.number);
    return new StreamItem(parts.token, parts.clusterSeconds, transaction, commit, beatAt, alarm);
  }

  private @Nullable JournalCommit full(BsonReader reader, DecoderContext context) {
    if (reader.getCurrentBsonType() != BsonType.DOCUMENT) {
      reader.skipValue();
      return null;
    }
    return commits.decode(reader, context);
  }

  private static String collection(BsonReader reader) {
    String collection = "";
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      if (reader.readName().equals("coll")) {
        collection = reader.readString();
      } else {
        reader.skipValue();
      }
    }
    reader.readEndDocument();
    return collection;
  }

  private static @Nullable BsonBinary session(BsonReader reader) {
    BsonBinary id = null;
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      if (reader.readName().equals("id")) {
        id = reader.readBinaryData();
      } else {
        reader.skipValue();
      }
    }
    reader.readEndDocument();
    return id;
  }

  private static @Nullable Instant updatedAt(BsonReader reader) {
    Instant at = null;
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      if (reader.readName().equals("updatedFields")) {
        at = at(reader);
      } else {
        reader.skipValue();
      }
    }
    reader.readEndDocument();
    return at;
  }

  private static @Nullable Instant at(BsonReader reader) {
    Instant at = null;
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      if (reader.readName().equals(Beat.AT) && reader.getCurrentBsonType() == BsonType.DATE_TIME) {
        at = Instant.ofEpochMilli(reader.readDateTime());
      } else {
        reader.skipValue();
      }
    }
    reader.readEndDocument();
    return at;
  }
}
