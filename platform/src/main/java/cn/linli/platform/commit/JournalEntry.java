package cn.linli.platform.commit;

import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Recorded;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;

/**
 * One document of the journal: what one command changed in one stream. Written once, never changed.
 *
 * @param version {@code k}: dense in its stream, from 1
 * @param firstSequence {@code n0}: number of its first event, dense too
 * @param command {@code c}
 * @param inputHash {@code h}
 * @param status remembered HTTP status
 * @param primary the command's primary resource
 */
public record JournalEntry(
    StreamId stream,
    long version,
    long firstSequence,
    List<Encoded> events,
    String command,
    String inputHash,
    int status,
    StreamId primary,
    String by,
    Instant at,
    String correlation,
    String causation) {

  public static final String COLLECTION = "journal";

  private static final int VERSION_DIGITS = 10;

  /** An event as it is kept and sent: its type and its JSON with the stamp, byte for byte. */
  public record Encoded(String type, String json) {}

  public String id() {
    return id(stream, version);
  }

  /** {@code <s>:<k, ten digits>}: the guard, since two writers of the same version collide. */
  public static String id(StreamId stream, long version) {
    return id(stream.toString(), version);
  }

  public static String id(String stream, long version) {
    String digits = Long.toString(version);
    return stream + ":" + "0".repeat(VERSION_DIGITS - digits.length()) + digits;
  }

  /** The journal of a database, to write to. */
  public static MongoCollection<JournalEntry> collection(MongoDatabase database) {
    return database
        .getCollection(COLLECTION, JournalEntry.class)
        .withCodecRegistry(JournalEntryCodec.REGISTRY);
  }

  /** As it is stored, for whoever wants to look into it. */
  public Document toDocument() {
    var bson = new BsonDocument();
    JournalEntryCodec.INSTANCE.encode(
        new BsonDocumentWriter(bson), this, EncoderContext.builder().build());
    return new DocumentCodec().decode(bson.asBsonReader(), DecoderContext.builder().build());
  }

  public static JournalEntry fromDocument(Document document) {
    var encoded = new ArrayList<Encoded>();
    for (Document event : document.getList("e", Document.class)) {
      encoded.add(new Encoded(event.getString("t"), event.getString("d")));
    }
    Document result = document.get("r", Document.class);
    return new JournalEntry(
        StreamId.parse(document.getString("s")),
        number(document, "k"),
        number(document, "n0"),
        encoded,
        document.getString("c"),
        document.getString("h"),
        result.getInteger("status"),
        StreamId.parse(result.getString("primary")),
        document.getString("by"),
        document.getDate("at").toInstant(),
        document.getString("cor"),
        document.getString("cau"));
  }

  /** Its events as a reader sees them. */
  public <E extends Event> List<Recorded<E>> recorded(EventCodec<E> codec) {
    var recorded = new ArrayList<Recorded<E>>(events.size());
    for (Encoded event : events) {
      var decoded = codec.decode(event.type(), event.json());
      recorded.add(
          new Recorded<>(
              stream.toString(),
              firstSequence + recorded.size(),
              decoded.event(),
              decoded.stamp(),
              by,
              correlation,
              causation));
    }
    return recorded;
  }

  static long number(Document document, String field) {
    return document.get(field, Number.class).longValue();
  }
}
