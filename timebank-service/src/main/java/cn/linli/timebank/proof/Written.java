package cn.linli.timebank.proof;

import cn.linli.events.EventCodec;
import cn.linli.platform.commit.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What the proof needs of a journal document, taken out of its bytes in one go: asking a raw
 * document for five fields walks over it ten times.
 *
 * @param version of the stream's commit that wrote it
 */
record Written(String stream, long version, String command, Instant at, List<Event> events) {

  /** An event as it is kept. */
  record Event(String type, String json) {

    /** In whatever version. */
    boolean is(String anyVersion) {
      return type.startsWith(anyVersion);
    }
  }

  /** Start of the types of all versions of an event: none is passed by. */
  static String anyVersion(Class<?> event) {
    return EventCodec.typeName(event).replaceFirst("[0-9]+$", "");
  }

  /**
   * @throws LineReader.Unreadable if it is no document of the journal
   */
  static Written of(RawBsonDocument document) {
    var fields = new Fields();
    try (var reader = new BsonBinaryReader(document.getByteBuffer().asNIO())) {
      reader.readStartDocument();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        fields.take(reader.readName(), reader);
      }
      return fields.written();
    } catch (RuntimeException e) {
      throw fields.unreadable(e);
    }
  }

  private static final class Fields {
    private @Nullable String id;
    private @Nullable String stream;
    private @Nullable Long version;
    private @Nullable String command;
    private @Nullable Instant at;
    private final List<Event> events = new ArrayList<>(1);

    void take(String name, BsonReader reader) {
      switch (name) {
        case "_id" -> id = reader.readString();
        case "s" -> stream = reader.readString();
        case "k" -> version = number(reader);
        case "c" -> command = reader.readString();
        case "at" -> at = Instant.ofEpochMilli(reader.readDateTime());
        case "e" -> {
          if (isOfLedger()) {
            events(reader);
          } else {
            reader.skipValue();
          }
        }
        default -> reader.skipValue();
      }
    }

    /** Or may be, where its stream does not stand in front. */
    private boolean isOfLedger() {
      return stream == null
          || stream.startsWith(LineReader.STREAMS)
          || stream.startsWith(PairReader.STREAMS);
    }

    private static long number(BsonReader reader) {
      return reader.getCurrentBsonType() == BsonType.INT32
          ? reader.readInt32()
          : reader.readInt64();
    }

    private void events(BsonReader reader) {
      reader.readStartArray();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        events.add(event(reader));
      }
      reader.readEndArray();
    }

    private static Event event(BsonReader reader) {
      String type = null;
      String json = null;
      reader.readStartDocument();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        switch (reader.readName()) {
          case "t" -> type = reader.readString();
          case "d" -> json = reader.readString();
          default -> reader.skipValue();
        }
      }
      reader.readEndDocument();
      return new Event(Objects.requireNonNull(type), Objects.requireNonNull(json));
    }

    LineReader.Unreadable unreadable(RuntimeException cause) {
      String of = stream == null ? "?" : stream;
      String account = of.startsWith(LineReader.STREAMS) ? LineReader.account(of) : of;
      return new LineReader.Unreadable(account, version == null ? 0 : version, cause);
    }

    /** What stands under another id than its own was put there by somebody else. */
    Written written() {
      String of = Objects.requireNonNull(stream);
      long number = Objects.requireNonNull(version);
      if (isOfLedger() && !JournalEntry.id(of, number).equals(id)) {
        throw new IllegalArgumentException("it stands under another id: " + id);
      }
      return new Written(
          of, number, Objects.requireNonNull(command), Objects.requireNonNull(at), events);
    }
  }
}
