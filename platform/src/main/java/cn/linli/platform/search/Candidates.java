package cn.linli.platform.search;

import cn.linli.platform.search.ListOrder.Place;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** Texts that may contain a query, told piece by piece in the order of a list. */
final class Candidates {

  /** A segment was made anew while it was read: ask another way. */
  static final class Outdated extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final int ROWS_PER_FETCH = 1_000;

  private final MongoCollection<Document> rows;
  private final List<Place> young;
  private final SortedMap<Integer, byte[]> segments;

  Candidates(
      MongoCollection<Document> rows, List<Place> young, SortedMap<Integer, byte[]> segments) {
    this.rows = rows;
    this.young = young;
    this.segments = segments;
  }

  static int count(byte[] columns) {
    int count = 0;
    for (byte each : columns) {
      count += Integer.bitCount(each & 0xff);
    }
    return count;
  }

  /** How many; who stands in two places counts twice. */
  int count() {
    return young.size() + segments.values().stream().mapToInt(Candidates::count).sum();
  }

  /** Some of them, in order. */
  record Piece(List<Place> places, boolean isLast) {}

  /** A column of a segment. */
  private record Spot(int segment, int column) {}

  /**
   * The nearest by the instant they were received, in memory no more than asked for; those of one
   * instant are never torn apart, because only their streams tell their order.
   */
  private static final class Nearest {
    private final int least;
    private final TreeMap<Long, List<Object>> byKey = new TreeMap<>();
    private int size;

    Nearest(int least) {
      this.least = least;
    }

    void offer(long key, Object candidate) {
      if (size >= least && key > byKey.lastKey()) {
        return;
      }
      byKey.computeIfAbsent(key, it -> new ArrayList<>()).add(candidate);
      size++;
      while (size - byKey.lastEntry().getValue().size() >= least) {
        size -= byKey.pollLastEntry().getValue().size();
      }
    }
  }

  /**
   * The next ones from an instant on.
   *
   * @param fromKey {@link ListOrder#key} of that instant
   * @param least fewer only if there are no more
   */
  Piece next(ListOrder order, long fromKey, int least) throws Outdated {
    var nearest = new Nearest(least);
    for (Place place : young) {
      long key = order.key(place.receivedMillis());
      if (key >= fromKey) {
        nearest.offer(key, place);
      }
    }
    read(
        segments.keySet(),
        Rows::receivedId,
        (segment, row) -> {
          byte[] columns = segments.get(segment);
          long[] received = Rows.received(row);
          for (int column = 0; column < received.length; column++) {
            long key = order.key(received[column]);
            if (Rows.isSet(columns, column) && key >= fromKey) {
              nearest.offer(key, new Spot(segment, column));
            }
          }
        });
    return new Piece(resolved(nearest, order), nearest.size < least);
  }

  private List<Place> resolved(Nearest nearest, ListOrder order) throws Outdated {
    var places = new TreeSet<Place>(order.places()); // who stands in two places is told once
    var spots = new HashMap<Integer, Map<Integer, Long>>();
    nearest.byKey.forEach((key, candidates) ->
        candidates.forEach(it -> {
          if (it instanceof Spot(int segment, int column)) {
            spots.computeIfAbsent(segment, s -> new HashMap<>()).put(column, order.key(key));
          } else {
            places.add((Place) it);
          }
        }));
    read(
        spots.keySet(),
        Rows::streamsId,
        (segment, row) -> {
          List<String> streams = Rows.streams(row);
          spots
              .get(segment)
              .forEach((column, received) -> places.add(new Place(streams.get(column), received)));
        });
    return List.copyOf(places);
  }

  private interface RowReader {
    void read(int segment, Document row);
  }

  private interface RowName {
    String of(int segment);
  }

  private void read(Set<Integer> wanted, RowName name, RowReader reader) throws Outdated {
    var missing = new HashSet<>(wanted);
    var ids = wanted.stream().map(name::of).toList();
    for (int from = 0; from < ids.size(); from += ROWS_PER_FETCH) {
      var some = ids.subList(from, Math.min(ids.size(), from + ROWS_PER_FETCH));
      for (Document row : rows.find(Filters.in("_id", some)).batchSize(ROWS_PER_FETCH)) {
        int segment = Rows.segmentOf(row.getString("_id"));
        reader.read(segment, row);
        missing.remove(segment);
      }
    }
    if (!missing.isEmpty()) {
      throw new Outdated();
    }
  }
}
