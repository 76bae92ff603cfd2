package cn.linli.petition.casework;

import cn.linli.petition.domain.Petition;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests as they are now: majority, on the primary, so every answered command shows. */
public final class PetitionStates {

  private static final long LIST_MILLIS_MAX = 8_000;

  /** Requests of one work list that are put in the order of their limits. */
  private static final int WAITING_MAX = 2_000;

  private static final String DUE = "due_first";
  private static final long NEVER = Long.MAX_VALUE;
  private static final long LONG_AGO = -Integer.MAX_VALUE * 1_000L;
  private static final Bson WHAT_IS_SHOWN = Projections.include("v", "z", "d");

  /** The committer's own strictness: a state of another shape is rebuilt, never guessed at. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final MongoCollection<Document> states;
  private final StateStore store;
  private final int schema;

  public PetitionStates(MongoDatabase database, StateStore store, PetitionKind kind) {
    this.states =
        database
            .getCollection(StateStore.COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary());
    this.store = store;
    this.schema = kind.schema();
  }

  /** A request and its version. */
  public record Stored(String id, Petition petition, long version) {}

  public Optional<Stored> find(StreamId stream) {
    return Optional.ofNullable(
            states.find(Filters.eq("_id", stream.toString())).projection(WHAT_IS_SHOWN).first())
        .map(this::stored);
  }

  /** All at once, in the order asked for; what is not there is left out. */
  public List<Stored> findAll(List<StreamId> streams) {
    var found = new HashMap<String, Stored>();
    states
        .find(Filters.in("_id", streams.stream().map(StreamId::toString).toList()))
        .projection(WHAT_IS_SHOWN)
        .forEach(document -> found.put(document.getString("_id"), stored(document)));
    return streams.stream()
        .map(stream -> found.get(stream.toString()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Requests with a notice that waits to be sent now, longest waiting first. */
  public List<Stored> withNotices(Instant now, int limit) {
    var found = new ArrayList<Stored>();
    states
        .find(Filters.lte(ListFields.NOTICE_AT, Date.from(now)))
        .projection(WHAT_IS_SHOWN)
        .sort(Sorts.ascending(ListFields.NOTICE_AT))
        .limit(limit)
        .maxTime(LIST_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .forEach(document -> found.add(stored(document)));
    return found;
  }

  /** In the order of (received, id). */
  public List<Stored> list(Bson filter, int limit) {
    return list(filter, Order.OLDEST, limit);
  }

  public List<Stored> list(Bson filter, Order order, int limit) {
    var found = new ArrayList<Stored>();
    states
        .find(filter)
        .projection(WHAT_IS_SHOWN)
        .sort(order.sort())
        .limit(limit)
        .maxTime(LIST_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .forEach(document -> found.add(stored(document)));
    return found;
  }

  /**
   * What has to be answered first comes first, of those that have waited longest; what has no limit
   * comes last. A bounded walk over the index of work lists, however many wait; only those shown
   * are read.
   */
  public List<Stored> dueFirst(Bson filter, int limit) {
    var first = new ArrayList<StreamId>();
    states
        .aggregate(longestWaiting(filter, limit))
        .maxTime(LIST_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .forEach(document -> first.add(StreamId.parse(document.getString("_id"))));
    return findAll(first);
  }

  /** The index has only what was received at some time, so the filter has to say that it was. */
  static List<Bson> longestWaiting(Bson filter, int limit) {
    var due = new Document("$ifNull", List.of("$" + ListFields.ANSWER_BY, new Date(NEVER)));
    return List.of(
        Aggregates.match(Filters.and(filter, Filters.gt(ListFields.RECEIVED, new Date(LONG_AGO)))),
        Aggregates.sort(Sorts.ascending(ListFields.RECEIVED, "_id")),
        Aggregates.limit(WAITING_MAX),
        Aggregates.project(
            Projections.fields(
                Projections.include(ListFields.RECEIVED), Projections.computed(DUE, due))),
        Aggregates.sort(Sorts.ascending(DUE, ListFields.RECEIVED)),
        Aggregates.limit(limit),
        Aggregates.project(Projections.include("_id")));
  }

  private Stored stored(Document document) {
    StreamId stream = StreamId.parse(document.getString("_id"));
    if (document.getInteger("z") == schema) {
      try {
        return new Stored(
            stream.key(),
            MAPPER.readValue(document.getString("d"), Petition.class),
            ((Number) document.get("v")).longValue());
      } catch (JacksonException otherShape) {
        // rebuilt below
      }
    }
    var rebuilt = store.rebuild(stream);
    return new Stored(stream.key(), (Petition) rebuilt.value(), rebuilt.version());
  }
}
