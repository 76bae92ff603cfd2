package cn.linli.timebank.domain.orders;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.OrderEvent;
import cn.linli.events.timebank.QuotaEvent;
import cn.linli.events.timebank.RewardEvent;
import cn.linli.platform.decide.Refusal;
import cn.linli.timebank.ledger.Transaction;
import java.util.List;

/** What one act on an order does to all that it touches: together or not at all. */
public sealed interface Plan {

  record Refused(Refusal refusal) implements Plan {}

  /** {@code payment}: what is to be booked. */
  record Agreed(
      List<OrderEvent> order,
      List<RewardEvent> reward,
      List<QuotaEvent> quota,
      List<ClearingEvent> pair,
      Transaction payment)
      implements Plan {
    public Agreed {
      order = List.copyOf(order);
      reward = List.copyOf(reward);
      quota = List.copyOf(quota);
      pair = List.copyOf(pair);
    }
  }
}
