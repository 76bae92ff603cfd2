package cn.linli.platform.casework;

import cn.linli.platform.commit.StateJson;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.core.JacksonException;

/**
 * Reads the cases of one kind as they are now: majority, on the primary, so every answered command
 * shows.
 *
 * @param <S> the state
 */
public final class CaseStates<S> {

  private static final long LIST_MILLIS_MAX = 8_000;

  private static final Bson BY_ID = new Document("_id", 1);
  private static final Bson WHAT_IS_SHOWN = Projections.include("v", "z", "d");

  private final MongoCollection<Document> states;
  private final StateStore store;
  private final StreamKind<S, ?> kind;

  public CaseStates(MongoDatabase database, StateStore store, StreamKind<S, ?> kind) {
    this.states =
        database
            .getCollection(StateStore.COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary());
    this.store = store;
    this.kind = kind;
  }

  /**
   * A case.
   *
   * @param id key of its stream
   */
  public record Stored<S>(String id, S state, long version) {}

  public Optional<Stored<S>> find(StreamId stream) {
    return Optional.ofNullable(
            states.find(Filters.eq("_id", stream.toString())).projection(WHAT_IS_SHOWN).first())
        .map(this::stored);
  }

  /** The stream of a case. */
  public StreamId stream(String id) {
    return new StreamId(kind.name(), id);
  }

  /** All at once, in the order asked for; what is not there is left out. */
  public List<Stored<S>> findAll(List<StreamId> streams) {
    return findAll(streams, new Document());
  }

  /** Those of them that a filter lets through. They are looked up, whatever else it names. */
  public List<Stored<S>> findAll(List<StreamId> streams, Bson filter) {
    var found = new HashMap<String, Stored<S>>();
    var ids = streams.stream().map(StreamId::toString).toList();
    states
        .find(Filters.and(Filters.in("_id", ids), filter))
        .hint(BY_ID)
        .projection(WHAT_IS_SHOWN)
        .forEach(document -> found.put(document.getString("_id"), stored(document)));
    return streams.stream()
        .map(stream -> found.get(stream.toString()))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * @param filter over the fields that the kind puts beside its state
   * @param limit at most so many
   */
  public List<Stored<S>> list(Bson filter, Bson sort, int limit) {
    var found = new ArrayList<Stored<S>>();
    states
        .find(filter)
        .projection(WHAT_IS_SHOWN)
        .sort(sort)
        .limit(limit)
        .maxTime(LIST_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .forEach(document -> found.add(stored(document)));
    return found;
  }

  /** Cases whose {@code _id} a pipeline answers, in its order. */
  public List<Stored<S>> aggregate(List<Bson> pipeline) {
    var streams = new ArrayList<StreamId>();
    states
        .aggregate(pipeline)
        .maxTime(LIST_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .forEach(document -> streams.add(StreamId.parse(document.getString("_id"))));
    return findAll(streams);
  }

  private Stored<S> stored(Document document) {
    StreamId stream = StreamId.parse(document.getString("_id"));
    if (document.getInteger("z") == kind.schema()) {
      try {
        return new Stored<>(
            stream.key(),
            StateJson.MAPPER.readValue(document.getString("d"), kind.stateType()),
            ((Number) document.get("v")).longValue());
      } catch (JacksonException otherShape) {
        // rebuilt below
      }
    }
    var rebuilt = store.rebuild(stream);
    return new Stored<>(stream.key(), kind.stateType().cast(rebuilt.value()), rebuilt.version());
  }
}
