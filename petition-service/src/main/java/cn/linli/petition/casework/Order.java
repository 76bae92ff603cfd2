package cn.linli.petition.casework;

import cn.linli.events.WireName;
import cn.linli.platform.search.ListOrder;
import java.time.Instant;
import org.bson.conversions.Bson;

/** In which order a list of requests tells: by (received, id), from either end. */
public enum Order implements WireName {
  OLDEST(ListOrder.OLDEST_FIRST),
  NEWEST(ListOrder.NEWEST_FIRST);

  private final ListOrder order;

  Order(ListOrder order) {
    this.order = order;
  }

  public ListOrder order() {
    return order;
  }

  Bson sort() {
    return order.sort();
  }

  /** What comes after a request in this order. */
  public Bson beyond(Instant receivedAt, String id) {
    return order.beyond(receivedAt, PetitionStream.of(id).toString());
  }
}
