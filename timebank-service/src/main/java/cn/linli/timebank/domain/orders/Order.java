package cn.linli.timebank.domain.orders;

import cn.linli.events.WireName;
import cn.linli.events.timebank.OrderEvent;
import cn.linli.events.timebank.OrderEvent.OrderCancelled;
import cn.linli.events.timebank.OrderEvent.OrderFulfilled;
import cn.linli.events.timebank.OrderEvent.OrderGiveBackDeclined;
import cn.linli.events.timebank.OrderEvent.OrderGivenBack;
import cn.linli.events.timebank.OrderEvent.OrderLapsed;
import cn.linli.events.timebank.OrderEvent.OrderMissed;
import cn.linli.events.timebank.OrderEvent.OrderPlaced;
import cn.linli.events.timebank.OrderFiling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of an order.
 *
 * @param by who placed it
 * @param endedAt when it was fulfilled, cancelled, missed or lapsed
 * @param deliveredBy account of the volunteer who earned its minutes
 */
public record Order(
    Status status,
    @Nullable OrderFiling filing,
    @Nullable String by,
    @Nullable Instant placedAt,
    @Nullable Instant endedAt,
    @Nullable String deliveredBy) {

  public enum Status implements WireName {
    NONE,
    PLACED,
    FULFILLED,
    CANCELLED,
    /** Nobody was there, and it was paid all the same. */
    NO_SHOW_CHARGED,
    /** Nobody was there, and what it held was given back. */
    NO_SHOW_RELEASED,
    /** Its time was over; what it held is about to be given back. */
    LAPSED,
    /** Its time was over, and what it held was given back. */
    GIVEN_BACK
  }

  /** Nothing was ordered yet. */
  public static final Order NONE = new Order(Status.NONE, null, null, null, null, null);

  public boolean exists() {
    return filing != null;
  }

  public OrderFiling filed() {
    if (filing == null) {
      throw new IllegalStateException("nothing was ordered yet");
    }
    return filing;
  }

  /** When it lapses, while it waits. */
  public @Nullable Instant due() {
    return status == Status.PLACED ? filed().until() : null;
  }

  public Order evolve(OrderEvent event, Instant at, String actor) {
    return switch (event) {
      case OrderPlaced(var placed, _) -> new Order(Status.PLACED, placed, actor, at, null, null);
      case OrderFulfilled(var volunteer, _) -> ended(Status.FULFILLED, at, volunteer);
      case OrderCancelled _ -> ended(Status.CANCELLED, at, null);
      case OrderMissed(var charged) ->
          ended(charged ? Status.NO_SHOW_CHARGED : Status.NO_SHOW_RELEASED, at, null);
      case OrderLapsed _ -> ended(Status.LAPSED, at, null);
      case OrderGivenBack _ -> new Order(Status.GIVEN_BACK, filing, by, placedAt, endedAt, null);
      case OrderGiveBackDeclined _ -> this;
    };
  }

  private Order ended(Status how, Instant at, @Nullable String volunteer) {
    return new Order(how, filing, by, placedAt, at, volunteer);
  }
}
