package cn.linli.petition.casework;

import cn.linli.events.WireName;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import org.bson.conversions.Bson;

/**
 * In which order a list tells: by (received, id), from either end. An index is read forwards or
 * backwards at the same price.
 */
public enum Order implements WireName {
  OLDEST,
  NEWEST;

  Bson sort() {
    return this == OLDEST
        ? Sorts.ascending(ListFields.RECEIVED, "_id")
        : Sorts.descending(ListFields.RECEIVED, "_id");
  }

  /** What comes after a request in this order. */
  public Bson beyond(Instant receivedAt, String id) {
    Date received = Date.from(receivedAt);
    String stream = PetitionStream.of(id).toString();
    return this == OLDEST
        ? Filters.and(
            Filters.gte(ListFields.RECEIVED, received),
            Filters.or(Filters.gt(ListFields.RECEIVED, received), Filters.gt("_id", stream)))
        : Filters.and(
            Filters.lte(ListFields.RECEIVED, received),
            Filters.or(Filters.lt(ListFields.RECEIVED, received), Filters.lt("_id", stream)));
  }
}
