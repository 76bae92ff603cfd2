package cn.linli.petition.casework;

import cn.linli.petition.domain.Petition;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.search.WordSearch;
import cn.linli.platform.vault.Sketch;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads requests as they are now: majority, on the primary, so every answered command shows. */
public final class PetitionStates {

  /** Requests of one work list that are put in the order of their limits. */
  private static final int WAITING_MAX = 2_000;

  private static final String DUE = "due_first";
  private static final long NEVER = Long.MAX_VALUE;
  private static final long LONG_AGO = -Integer.MAX_VALUE * 1_000L;

  private final CaseStates<Petition> states;
  private final WordSearch<Petition> search;

  public PetitionStates(
      MongoDatabase database, StateStore store, PetitionKind kind, Sketch sketch) {
    this.states = new CaseStates<>(database, store, kind);
    this.search =
        new WordSearch<>(database, states, sketch, petition -> petition.filed().submittedAt());
  }

  /** A request and its version. */
  public record Stored(String id, Petition petition, long version) {}

  public Optional<Stored> find(StreamId stream) {
    return states.find(stream).map(PetitionStates::stored);
  }

  /**
   * Requests whose text contains some words, a page of them.
   *
   * @param read opens candidates and keeps those that do contain them
   */
  public <T> List<T> search(
      WordSearch.Wanted wanted, int limit, Function<List<Stored>, List<T>> read) {
    return search.find(wanted, limit, candidates -> read.apply(stored(candidates)));
  }

  /** All at once, in the order asked for; what is not there is left out. */
  public List<Stored> findAll(List<StreamId> streams) {
    return stored(states.findAll(streams));
  }

  /** Requests with a notice that waits to be sent now, longest waiting first. */
  public List<Stored> withNotices(Instant now, int limit) {
    return stored(
        states.list(
            Filters.lte(ListFields.NOTICE_AT, Date.from(now)),
            Sorts.ascending(ListFields.NOTICE_AT),
            limit));
  }

  /** In the order of (received, id). */
  public List<Stored> list(Bson filter, int limit) {
    return list(filter, Order.OLDEST, limit);
  }

  public List<Stored> list(Bson filter, Order order, int limit) {
    return stored(states.list(filter, order.sort(), limit));
  }

  /**
   * What has to be answered first comes first, of those that have waited longest; what has no limit
   * comes last. A bounded walk over the index of work lists, however many wait; only those shown
   * are read.
   */
  public List<Stored> dueFirst(Bson filter, int limit) {
    return stored(states.aggregate(longestWaiting(filter, limit)));
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

  private static List<Stored> stored(List<CaseStates.Stored<Petition>> found) {
    return found.stream().map(PetitionStates::stored).toList();
  }

  private static Stored stored(CaseStates.Stored<Petition> found) {
    return new Stored(found.id(), found.state(), found.version());
  }
}
