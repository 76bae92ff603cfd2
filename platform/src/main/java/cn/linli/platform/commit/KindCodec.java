package cn.linli.platform.commit;

import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.platform.commit.StreamState.Stored;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Folds, encodes and decodes the states and events of one {@link StreamKind}. */
public final class KindCodec<S, E extends Event> {

  /** Fields of a state document that are ours; {@link StreamKind#index} may not use them. */
  private static final Set<String> OWN_FIELDS =
      Set.of("_id", "v", "n", "z", "at", "d", "due", "dk", "cor");

  private final StreamKind<S, E> kind;
  private final EventCodec<E> events;
  private final Function<String, List<String>> pathOf;
  private final ZoneId zone;

  KindCodec(StreamKind<S, E> kind, Function<String, List<String>> pathOf, ZoneId zone) {
    this.kind = kind;
    this.events = EventCodec.of(kind.eventType());
    this.pathOf = pathOf;
    this.zone = zone;
  }

  public StreamKind<S, E> kind() {
    return kind;
  }

  /** The codec of its events for a caller who knows their type. */
  @SuppressWarnings("unchecked")
  public <T extends Event> EventCodec<T> eventsOf(Class<T> type) {
    if (type != kind.eventType()) {
      throw new IllegalArgumentException(kind.name() + " has no events of " + type);
    }
    return (EventCodec<T>) events;
  }

  public StreamState initial(StreamId stream) {
    return new StreamState(
        stream, 0, 0, Instant.EPOCH, kind.initial(), null, 0, "", new Document(), Stored.NOTHING);
  }

  /** The state after a document of the journal. Used to rebuild and to audit. */
  public StreamState replay(StreamState before, JournalEntry entry) {
    if (entry.version() != before.version() + 1 || entry.firstSequence() != before.events() + 1) {
      throw new IllegalStateException(
          "journal of %s is not dense at %d".formatted(entry.stream(), entry.version()));
    }
    S state = value(before);
    for (JournalEntry.Encoded event : entry.events()) {
      E decoded = events.decode(event.type(), event.json()).event();
      state = kind.evolve(state, decoded, entry.at(), entry.by());
    }
    return after(before, state, entry.events().size(), entry.at(), entry.correlation());
  }

  /** New events and the state they lead to. */
  Advance advance(StreamState before, List<? extends Event> added, Instant at, Author author) {
    S state = value(before);
    var encoded = new ArrayList<JournalEntry.Encoded>(added.size());
    for (Event event : added) {
      E own = kind.eventType().cast(event);
      state = kind.evolve(state, own, at, author.by());
      encoded.add(
          new JournalEntry.Encoded(events.type(own), events.encode(own, stamp(state, own, at))));
    }
    return new Advance(after(before, state, added.size(), at, author.correlation()), encoded);
  }

  Decision<E> fallDue(StreamState state, Instant at) {
    return kind.fallDue(value(state), at);
  }

  private Stamp stamp(S state, E event, Instant at) {
    Instant happened = event.happenedAt();
    var day = (happened == null ? at : happened).atZone(zone).toLocalDate();
    return new Stamp(day, at, pathOf.apply(kind.division(state)));
  }

  private StreamState after(
      StreamState before, S state, int added, Instant at, String correlation) {
    long version = before.version() + 1;
    Instant due = wholeMillis(kind.due(state));
    return new StreamState(
        before.stream(),
        version,
        before.events() + added,
        at,
        state,
        due,
        due == null ? 0 : due.equals(before.due()) ? before.armedBy() : version,
        before.version() == 0 ? correlation : before.correlation(),
        before.indexed(),
        before.stored());
  }

  /** The store keeps milliseconds; rounded up, so that what is due there is due for the kind. */
  private static @Nullable Instant wholeMillis(@Nullable Instant due) {
    if (due == null) {
      return null;
    }
    Instant floor = due.truncatedTo(ChronoUnit.MILLIS);
    return floor.equals(due) ? due : floor.plusMillis(1);
  }

  String encode(StreamState state) {
    return StateJson.MAPPER.writeValueAsString(state.value());
  }

  /** The list fields of this state. */
  Document indexed(StreamState state) {
    var fields = new Document();
    kind.index(value(state), fields);
    for (String name : fields.keySet()) {
      if (OWN_FIELDS.contains(name)) {
        throw new IllegalStateException(kind.name() + " indexes a field of ours: " + name);
      }
    }
    return fields;
  }

  /** All of a state document, in the order in which it is stored. */
  Document toDocument(StreamState state, String json, Document indexed) {
    var document = new Document("_id", state.stream().toString());
    document.append("z", kind.schema()).append("cor", state.correlation());
    document.putAll(changing(state, json));
    document.putAll(indexed);
    return document;
  }

  private Document toDocument(StreamState state) {
    return toDocument(state, encode(state), indexed(state));
  }

  /** What every commit changes; shape and correlation of a stored state stay what they are. */
  private Document changing(StreamState state, String json) {
    var fields =
        new Document("v", state.version())
            .append("n", state.events())
            .append("at", Date.from(state.at()))
            .append("d", json);
    Instant due = state.due();
    if (due != null) {
      fields.append("due", Date.from(due)).append("dk", state.armedBy());
    }
    return fields;
  }

  /** What an update must set and remove: indexed fields only where they differ, for the indexes. */
  Document toUpdate(StreamState base, StreamState state, String json, Document indexed) {
    var set = changing(state, json);
    var unset = new Document();
    if (state.due() == null && base.due() != null) {
      unset.append("due", "").append("dk", "");
    } else if (state.due() != null && state.due().equals(base.due())) {
      set.remove("due");
      set.remove("dk");
    }
    indexed.forEach((name, field) -> {
      if (!base.indexed().containsKey(name) || !Objects.equals(field, base.indexed().get(name))) {
        set.append(name, field);
      }
    });
    for (String name : base.indexed().keySet()) {
      if (!indexed.containsKey(name)) {
        unset.append(name, "");
      }
    }
    var update = new Document("$set", set);
    return unset.isEmpty() ? update : update.append("$unset", unset);
  }

  /** Null if its shape can't be read any more: then it is rebuilt. */
  @Nullable StreamState fromDocument(Document document) {
    var indexed = new Document(document);
    indexed.keySet().removeAll(OWN_FIELDS);
    try {
      var due = document.getDate("due");
      return new StreamState(
          StreamId.parse(document.getString("_id")),
          JournalEntry.number(document, "v"),
          JournalEntry.number(document, "n"),
          document.getDate("at").toInstant(),
          StateJson.MAPPER.readValue(document.getString("d"), kind.stateType()),
          due == null ? null : due.toInstant(),
          due == null ? 0 : JournalEntry.number(document, "dk"),
          document.getString("cor"),
          indexed,
          Stored.THIS);
    } catch (JacksonException | NullPointerException e) {
      return null;
    }
  }

  /** Whether the store has this state. Values count, not the order in which a set was written. */
  public boolean isStoredAs(StreamState state, Document stored) {
    Document expected = toDocument(state);
    StreamState expectedState = fromDocument(expected);
    StreamState storedState = fromDocument(stored);
    return expectedState != null
        && storedState != null
        && expectedState.value().equals(storedState.value())
        && withoutValue(expected).equals(withoutValue(stored));
  }

  private static BsonDocument withoutValue(Document document) {
    var rest = document.toBsonDocument();
    rest.remove("d");
    return rest;
  }

  private S value(StreamState state) {
    return kind.stateType().cast(state.value());
  }

  /** Whose events these are. */
  record Author(String by, String correlation) {}

  record Advance(StreamState after, List<JournalEntry.Encoded> encoded) {}
}
