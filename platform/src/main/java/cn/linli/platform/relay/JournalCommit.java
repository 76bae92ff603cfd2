package cn.linli.platform.relay;

import cn.linli.events.CloudEventHeaders.Envelope;
import cn.linli.events.EventCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;

/**
 * One journal document as a reader of the journal needs it: what one command added to one stream.
 * Read in one pass over the bytes, because the relay reads tens of thousands a second.
 */
record JournalCommit(
    String stream,
    long k,
    long firstSequence,
    List<Entry> events,
    String by,
    Instant at,
    String correlation,
    String causation) {

  /**
   * @param json exactly the bytes for the topic
   */
  record Entry(String type, String json) {}

  static JournalCommit read(RawBsonDocument document) {
    try (var reader = document.asBsonReader()) {
      return read(reader);
    }
  }

  Envelope envelope(int index) {
    Entry entry = events.get(index);
    return new Envelope(
        stream,
        firstSequence + index,
        entry.type(),
        at,
        by,
        correlation,
        causation,
        EventCodec.division(entry.json()));
  }

  long lastSequence() {
    return firstSequence + events.size() - 1;
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
