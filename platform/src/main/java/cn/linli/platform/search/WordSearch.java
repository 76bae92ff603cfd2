package cn.linli.platform.search;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.search.ListOrder.Place;
import cn.linli.platform.vault.Sketch;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Pages of cases whose text contains a query. Few candidates are looked at one by one; of many a
 * page is mostly full after a short walk through the list itself. What a sketch lets through is
 * opened and read by the caller.
 *
 * @param <S> the state of a case
 */
public final class WordSearch<S> {

  /** Entries of a list that are looked through whatever they hold: some milliseconds. */
  static final int WALKED_MAX = 512;

  private static final int PER_FETCH = 200;

  /** A default page, and a little for what only looks like it. */
  private static final int FIRST_FETCH = 64;

  private static final int CANDIDATES_MAX = 4_096;
  private static final long COUNT_SECONDS_MAX = 8;

  private final CaseStates<S> states;
  private final MongoCollection<Document> documents;
  private final WordIndex index;
  private final Sketch sketch;
  private final Function<S, Instant> received;

  /**
   * @param received when a case was received, as beside its state
   */
  public WordSearch(
      MongoDatabase database, CaseStates<S> states, Sketch sketch, Function<S, Instant> received) {
    this.states = states;
    this.documents = WordIndex.majority(database, StateStore.COLLECTION);
    this.index = new WordIndex(database);
    this.sketch = sketch;
    this.received = received;
  }

  /**
   * What is looked for.
   *
   * @param list what an index of the states answers: place, work list, and where the page begins
   * @param all the list and whatever else is asked
   * @param division all cases of the list lie in it; empty: anywhere
   * @param after when the page before ended; empty: the first page
   */
  public record Wanted(
      String words,
      Bson list,
      Bson all,
      Optional<String> division,
      ListOrder order,
      Optional<Instant> after) {}

  /** Opens candidates and keeps, in their order, those that do contain the words. */
  public interface Reader<S, T> {
    List<T> matching(List<Stored<S>> candidates);
  }

  /** A page as it fills. */
  private static final class Filling<T> {
    private final List<T> items = new ArrayList<>();
    private final int limit;

    Filling(int limit) {
      this.limit = limit;
    }

    void add(List<T> more) {
      items.addAll(more.subList(0, Math.min(more.size(), limit - items.size())));
    }

    boolean isFull() {
      return items.size() >= limit;
    }
  }

  /** At most {@code limit} of them, in the order asked for. */
  public <T> List<T> find(Wanted wanted, int limit, Reader<S, T> reader) {
    var page = new Filling<T>(limit);
    var search = new Search<>(wanted, page, reader);
    byte[] bits = sketch.of(wanted.words()).getData();
    if (Candidates.count(bits) == 0) {
      search.walk(null); // a query of one character narrows nothing
      return page.items;
    }
    String area = wanted.division().map(Entry::areaAround).orElse("");
    Optional<Candidates> candidates = index.candidates(bits, area);
    try {
      if (candidates.isPresent()) {
        search.among(candidates.get());
        return page.items;
      }
    } catch (Candidates.Outdated madeAnew) {
      page.items.clear();
    }
    search.walk(null);
    return page.items;
  }

  private final class Search<T> {
    private final Wanted wanted;
    private final Filling<T> page;
    private final Reader<S, T> reader;
    private final Bson sketched;

    Search(Wanted wanted, Filling<T> page, Reader<S, T> reader) {
      this.wanted = wanted;
      this.page = page;
      this.reader = reader;
      this.sketched = Filters.and(wanted.all(), sketch.filter(ListOrder.SKETCH, wanted.words()));
    }

    void among(Candidates candidates) throws Candidates.Outdated {
      long fromKey =
          wanted.after().map(it -> wanted.order().key(it.toEpochMilli())).orElse(Long.MIN_VALUE);
      int count = candidates.count();
      if (count > WALKED_MAX) {
        Place edge = edge();
        walk(edge == null ? null : wanted.order().upTo(instant(edge), edge.stream()));
        if (edge == null || page.isFull()) {
          return;
        }
        Bson rest = wanted.order().beyond(instant(edge), edge.stream());
        if (isShorter(rest, count)) {
          walk(rest);
          return;
        }
        verify(candidates, wanted.order().key(edge.receivedMillis()), rest, FIRST_FETCH);
      } else {
        verify(candidates, fromKey, new Document(), WALKED_MAX);
      }
    }

    /** Where the short walk ends; null if the list does. */
    private @Nullable Place edge() {
      Document edge =
          documents
              .find(wanted.list())
              .sort(wanted.order().sort())
              .skip(WALKED_MAX)
              .limit(1)
              .projection(Projections.include(ListOrder.RECEIVED))
              .first();
      return edge == null ? null : NewEntries.place(edge.getString("_id"), edge);
    }

    private boolean isShorter(Bson rest, int count) {
      return documents.countDocuments(
              Filters.and(wanted.list(), rest),
              new CountOptions().limit(count).maxTime(COUNT_SECONDS_MAX, TimeUnit.SECONDS))
          < count;
    }

    /** Through the list itself, each sketch by itself; all of it, or a part. */
    void walk(@Nullable Bson part) {
      Bson all = part == null ? sketched : Filters.and(sketched, part);
      Bson rest = all;
      int fetch = FIRST_FETCH;
      while (!page.isFull()) {
        List<Stored<S>> found = states.list(rest, wanted.order().sort(), fetch);
        page.add(reader.matching(found));
        if (found.size() < fetch) {
          return;
        }
        fetch = PER_FETCH;
        Stored<S> last = found.getLast();
        rest =
            Filters.and(
                all,
                wanted
                    .order()
                    .beyond(received.apply(last.state()), states.stream(last.id()).toString()));
      }
    }

    /** Candidate by candidate; the filter says which of them the list has. */
    private void verify(Candidates candidates, long start, Bson rest, int atFirst)
        throws Candidates.Outdated {
      Bson all = Filters.and(sketched, rest);
      long fromKey = start;
      int least = atFirst;
      int fetch = FIRST_FETCH;
      while (true) {
        Candidates.Piece piece = candidates.next(wanted.order(), fromKey, least);
        List<Place> places = piece.places();
        int from = 0;
        while (from < places.size()) {
          var some = places.subList(from, Math.min(places.size(), from + fetch));
          from += some.size();
          fetch = PER_FETCH;
          var streams = some.stream().map(it -> StreamId.parse(it.stream())).toList();
          page.add(reader.matching(states.findAll(streams, all)));
          if (page.isFull()) {
            return;
          }
        }
        if (piece.isLast()) {
          return;
        }
        fromKey = wanted.order().key(places.getLast().receivedMillis()) + 1;
        least = Math.min(CANDIDATES_MAX, least * 4);
      }
    }

    private Instant instant(Place place) {
      return Instant.ofEpochMilli(place.receivedMillis());
    }
  }
}
