package cn.linli.timebank.domain.orders;

import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.OrderEvent;
import cn.linli.events.timebank.OrderEvent.OrderCancelled;
import cn.linli.events.timebank.OrderEvent.OrderFulfilled;
import cn.linli.events.timebank.OrderEvent.OrderGiveBackDeclined;
import cn.linli.events.timebank.OrderEvent.OrderGivenBack;
import cn.linli.events.timebank.OrderEvent.OrderLapsed;
import cn.linli.events.timebank.OrderEvent.OrderMissed;
import cn.linli.events.timebank.OrderEvent.OrderPlaced;
import cn.linli.events.timebank.OrderFiling;
import cn.linli.events.timebank.Reason;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Hold;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order does to passbooks. What is spent goes back to where minutes and points come from;
 * across communities it stands against their clearing account. A volunteer who did the service
 * earns its minutes anew, from the community that gives.
 */
final class Payments {

  /** A hold outlives its order, so that it is the order that ends it. */
  static final Duration GRACE = Duration.ofDays(30);

  private Payments() {}

  /** {@code id}: of the order; its hold has the same. */
  static Transaction held(String id, OrderFiling filing) {
    return Transaction.of(
        new Step.SetAside(
            filing.account(),
            new Hold(
                id,
                filing.unit(),
                filing.amount(),
                HoldPurpose.ORDER,
                id,
                filing.until().plus(GRACE))));
  }

  static Transaction spent(String id, OrderFiling filing, @Nullable Delivery delivery) {
    Counter counter =
        filing.crosses()
            ? Counter.clearing(filing.from(), filing.to())
            : Counter.issue(filing.to());
    List<Step> paid =
        List.of(
            new Step.Settle(filing.account(), id),
            new Step.Post(
                filing.account(),
                filing.unit(),
                -filing.amount(),
                counter,
                Reason.REDEEMED,
                id,
                filing.service()));
    return delivery == null
        ? new Transaction(paid)
        : Transaction.of(paid, delivery.steps(id, filing));
  }

  static Transaction released(String id, OrderFiling filing, OrderEvent event) {
    return Transaction.of(new Step.Release(filing.account(), id, cause(event)));
  }

  /** Why a hold ended without a line. */
  private static String cause(OrderEvent event) {
    return switch (event) {
      case OrderCancelled _ -> "order-cancelled";
      case OrderMissed _ -> "order-missed";
      case OrderGivenBack _ -> "order-lapsed";
      case OrderPlaced _, OrderFulfilled _, OrderLapsed _, OrderGiveBackDeclined _ ->
          throw new IllegalStateException("releases nothing: " + event);
    };
  }
}
