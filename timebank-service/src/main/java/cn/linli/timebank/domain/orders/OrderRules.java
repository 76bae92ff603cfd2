package cn.linli.timebank.domain.orders;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.OrderEvent;
import cn.linli.events.timebank.OrderEvent.OrderCancelled;
import cn.linli.events.timebank.OrderEvent.OrderFulfilled;
import cn.linli.events.timebank.OrderEvent.OrderGivenBack;
import cn.linli.events.timebank.OrderEvent.OrderLapsed;
import cn.linli.events.timebank.OrderEvent.OrderMissed;
import cn.linli.events.timebank.OrderFiling;
import cn.linli.events.timebank.QuotaEvent;
import cn.linli.events.timebank.RewardEvent;
import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.timebank.domain.clearing.Clearing;
import cn.linli.timebank.domain.clearing.Pair;
import cn.linli.timebank.domain.orders.OrderCommand.Cancel;
import cn.linli.timebank.domain.orders.OrderCommand.Fulfil;
import cn.linli.timebank.domain.orders.OrderCommand.GiveBack;
import cn.linli.timebank.domain.orders.OrderCommand.Miss;
import cn.linli.timebank.domain.rewards.Reward;
import cn.linli.timebank.domain.rewards.RewardRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of an order that was placed. Source: domain rules §6.2 rules 5 and 7, §6.3. */
public final class OrderRules {

  private OrderRules() {}

  /**
   * Everything an order touches beside passbooks.
   *
   * @param pair of the two communities; {@link Pair#NONE} where they are the same
   */
  public record Around(Order order, Reward reward, Quota quota, Pair pair) {}

  /**
   * @param id of the order
   */
  public static Plan decide(String id, OrderCommand command, Around around) {
    Order order = around.order();
    if (!order.exists()) {
      return new Plan.Refused(Refusal.of("not-found"));
    }
    Order.Status due = command instanceof GiveBack ? Order.Status.LAPSED : Order.Status.PLACED;
    if (order.status() != due) {
      return new Plan.Refused(Refusal.of("order-ended", "status", order.status().wire()));
    }
    return switch (command) {
      case Fulfil(var delivery) ->
          objection(order.filed(), delivery)
              .<Plan>map(Plan.Refused::new)
              .orElseGet(() -> spent(id, fulfilled(delivery), delivery, around));
      case Cancel(var reasonRef) -> givenBack(id, new OrderCancelled(reasonRef), around);
      case Miss _ ->
          isCharged(order.filed())
              ? spent(id, new OrderMissed(true), null, around)
              : givenBack(id, new OrderMissed(false), around);
      case GiveBack _ -> givenBack(id, new OrderGivenBack(), around);
    };
  }

  /** What time alone does to an order that waits. */
  public static Decision<OrderEvent> fallDue(Order order) {
    return Decision.accept(new OrderLapsed(order.filed()));
  }

  private static Optional<Refusal> objection(OrderFiling filing, @Nullable Delivery delivery) {
    if (delivery == null) {
      return Optional.empty();
    }
    if (delivery.account().equals(filing.account())) {
      return Optional.of(Refusal.of("own-service"));
    }
    if (filing.kind() == RewardKind.GOODS) {
      return Optional.of(Refusal.of("goods-are-no-service"));
    }
    return filing.unit() == Unit.MINUTES
        ? Optional.empty()
        : Optional.of(Refusal.of("units-never-convert", "unit", filing.unit().wire()));
  }

  /** Goods that nobody fetched are still there: only somebody's time was lost. */
  private static boolean isCharged(OrderFiling filing) {
    return filing.kind() == RewardKind.SERVICE && filing.noShowCharged();
  }

  private static OrderFulfilled fulfilled(@Nullable Delivery delivery) {
    return delivery == null
        ? new OrderFulfilled(null, null)
        : new OrderFulfilled(delivery.account(), delivery.earning().credited());
  }

  private static Plan spent(
      String id, OrderEvent event, @Nullable Delivery delivery, Around around) {
    OrderFiling filing = around.order().filed();
    List<ClearingEvent> pair =
        filing.crosses() ? List.of(Clearing.settle(around.pair(), leg(id, filing))) : List.of();
    return new Plan.Agreed(
        List.of(event), List.of(), List.of(), pair, Payments.spent(id, filing, delivery));
  }

  private static Plan givenBack(String id, OrderEvent event, Around around) {
    OrderFiling filing = around.order().filed();
    List<RewardEvent> reward =
        filing.stocked()
            ? List.of(RewardRules.giveBack(around.reward(), id, filing.quantity()))
            : List.of();
    List<QuotaEvent> quota =
        filing.quarter() == null
            ? List.of()
            : List.of(around.quota().giveBack(filing.reward(), id, filing.quantity()));
    List<ClearingEvent> pair =
        filing.crosses() ? List.of(Clearing.release(around.pair(), leg(id, filing))) : List.of();
    return new Plan.Agreed(
        List.of(event), reward, quota, pair, Payments.released(id, filing, event));
  }

  static Clearing.Leg leg(String id, OrderFiling filing) {
    return new Clearing.Leg(
        filing.from(), filing.to(), id, filing.amount(), filing.account(), null);
  }
}
