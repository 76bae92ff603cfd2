package cn.linli.platform.commit;

import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

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
    String digits = Long.toString(version);
    return stream + ":" + "0".repeat(VERSION_DIGITS - digits.length()) + digits;
  }

  public Document toDocument() {
    var encoded = new ArrayList<Document>(events.size());
    for (Encoded event : events) {
      encoded.add(new Document("t", event.type()).append("d", event.json()));
    }
    return new Document("_id", id())
        .append("s", stream.toString())
        .append("k", version)
        .append("n0", firstSequence)
        .append("e", encoded)
        .append("c", command)
        .append("h", inputHash)
        .append("r", new Document("status", status).append("primary", primary.toString()))
        .append("by", by)
        .append("at", Date.from(at))
        .append("cor", correlation)
        .append("cau", causation);
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
