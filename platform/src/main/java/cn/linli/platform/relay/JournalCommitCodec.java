package cn.linli.platform.relay;

import cn.linli.platform.relay.JournalCommit.Entry;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * Reads journal documents in one pass over the bytes as they come from the server: the relay reads
 * tens of thousands a second, and a tree of documents in between costs more than all the rest.
 * Fields it does not know are skipped, so that any other document is read as an empty commit.
 */
final class JournalCommitCodec implements Codec<JournalCommit> {

  static final CodecRegistry REGISTRY =
      CodecRegistries.fromRegistries(
          CodecRegistries.fromCodecs(new JournalCommitCodec()),
          MongoClientSettings.getDefaultCodecRegistry());

  /** The journal, majority-committed. */
  static MongoCollection<JournalCommit> journal(MongoDatabase database) {
    return database
        .getCollection(JournalStream.JOURNAL, JournalCommit.class)
        .withCodecRegistry(REGISTRY)
        .withReadConcern(ReadConcern.MAJORITY);
  }

  @Override
  public JournalCommit decode(BsonReader reader, DecoderContext context) {
    return read(reader);
  }

  @Override
  public void encode(BsonWriter writer, JournalCommit value, EncoderContext context) {
    throw new UnsupportedOperationException("only the committer writes the journal");
  }

  @Override
  public Class<JournalCommit> getEncoderClass() {
    return JournalCommit.class;
  }

  private static JournalCommit read(BsonReader reader) {
    String stream = "";
    long k = 0;
    long firstSequence = 0;
    List<Entry> events = List.of();
    String by = "";
    Instant at = Instant.EPOCH;
    String correlation = "";
    String causation = "";
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      switch (reader.readName()) {
        case "s" -> stream = reader.readString();
        case "k" -> k = number(reader);
        case "n0" -> firstSequence = number(reader);
        case "e" -> events = entries(reader);
        case "by" -> by = text(reader);
        case "at" -> at = Instant.ofEpochMilli(reader.readDateTime());
        case "cor" -> correlation = text(reader);
        case "cau" -> causation = text(reader);
        default -> reader.skipValue();
      }
    }
    reader.readEndDocument();
    return new JournalCommit(stream, k, firstSequence, events, by, at, correlation, causation);
  }

  private static List<Entry> entries(BsonReader reader) {
    List<Entry> entries = new ArrayList<>(2);
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      entries.add(entry(reader));
    }
    reader.readEndArray();
    return entries;
  }

  private static Entry entry(BsonReader reader) {
    String type = "";
    String json = "";
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      switch (reader.readName()) {
        case "t" -> type = reader.readString();
        case "d" -> json = reader.readString();
        default -> reader.skipValue();
      }
    }
    reader.readEndDocument();
    return new Entry(type, json);
  }

  private static long number(BsonReader reader) {
    return reader.getCurrentBsonType() == BsonType.INT32 ? reader.readInt32() : reader.readInt64();
  }

  private static String text(BsonReader reader) {
    if (reader.getCurrentBsonType() == BsonType.NULL) {
      reader.readNull();
      return "";
    }
    return reader.readString();
  }
}
