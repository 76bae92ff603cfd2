package cn.linli.platform.search;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import org.bson.conversions.Bson;

/**
 * In which order a list of cases tells: by (received, stream), from either end. An index is read
 * forwards or backwards at the same price.
 */
public enum ListOrder {
  OLDEST_FIRST,
  NEWEST_FIRST;

  /** When a case was received, beside its state. Never changes. */
  public static final String RECEIVED = "r";

  /** Its division, beside its state. */
  public static final String DIVISION = "dv";

  /** The keyed sketch of its text, beside its state; not there once it is erased. */
  public static final String SKETCH = "sk";

  public Bson sort() {
    return this == OLDEST_FIRST
        ? Sorts.ascending(RECEIVED, "_id")
        : Sorts.descending(RECEIVED, "_id");
  }

  /** What comes after a case in this order. */
  public Bson beyond(Instant receivedAt, String stream) {
    Date received = Date.from(receivedAt);
    return this == OLDEST_FIRST
        ? Filters.and(
            Filters.gte(RECEIVED, received),
            Filters.or(Filters.gt(RECEIVED, received), Filters.gt("_id", stream)))
        : Filters.and(
            Filters.lte(RECEIVED, received),
            Filters.or(Filters.lt(RECEIVED, received), Filters.lt("_id", stream)));
  }

  /** What comes before a case in this order, and the case itself. */
  Bson upTo(Instant receivedAt, String stream) {
    Date received = Date.from(receivedAt);
    return this == OLDEST_FIRST
        ? Filters.and(
            Filters.lte(RECEIVED, received),
            Filters.or(Filters.lt(RECEIVED, received), Filters.lte("_id", stream)))
        : Filters.and(
            Filters.gte(RECEIVED, received),
            Filters.or(Filters.gt(RECEIVED, received), Filters.gte("_id", stream)));
  }

  /** Grows along this order. */
  long key(long receivedMillis) {
    return this == OLDEST_FIRST ? receivedMillis : -receivedMillis;
  }

  Comparator<Place> places() {
    var oldest = Comparator.comparingLong(Place::receivedMillis).thenComparing(Place::stream);
    return this == OLDEST_FIRST ? oldest : oldest.reversed();
  }

  /** Where a case stands in a list. */
  record Place(String stream, long receivedMillis) {}
}
