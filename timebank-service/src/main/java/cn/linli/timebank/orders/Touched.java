package cn.linli.timebank.orders;

import cn.linli.events.Event;
import cn.linli.events.timebank.OrderFiling;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.OrderCases;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.casework.QuotaCases;
import cn.linli.timebank.casework.RewardCases;
import cn.linli.timebank.domain.clearing.Pair;
import cn.linli.timebank.domain.orders.Order;
import cn.linli.timebank.domain.orders.OrderRules.Around;
import cn.linli.timebank.domain.orders.Plan;
import cn.linli.timebank.domain.orders.Quota;
import cn.linli.timebank.domain.rewards.Reward;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The streams one order touches beside passbooks; what is null it has nothing to do with.
 *
 * @param quota what its account ordered in the quarter it was placed in
 * @param pair of the community that pays and the one that gives
 */
record Touched(
    StreamId order, @Nullable StreamId reward, @Nullable StreamId quota, @Nullable StreamId pair) {

  static Touched of(String id, OrderFiling filing) {
    return new Touched(
        OrderCases.stream(id),
        filing.stocked() ? RewardCases.stream(filing.reward()) : null,
        filing.quarter() == null ? null : QuotaCases.stream(filing.account(), filing.quarter()),
        filing.crosses() ? PairCases.stream(filing.from(), filing.to()) : null);
  }

  List<StreamId> streams() {
    var streams = new ArrayList<StreamId>();
    streams.add(order);
    for (StreamId each : new StreamId[] {reward, quota, pair}) {
      if (each != null) {
        streams.add(each);
      }
    }
    return streams;
  }

  Around around(Seen seen) {
    return new Around(
        seen.state(order, Order.class),
        reward == null ? Reward.NONE : seen.state(reward, Reward.class),
        quota == null ? Quota.NONE : seen.state(quota, Quota.class),
        pair == null ? Pair.NONE : seen.state(pair, Pair.class));
  }

  /** The plan as one wish: all streams and the passbooks, or nothing. */
  Wanted wanted(Plan plan, Seen seen) {
    return switch (plan) {
      case Plan.Refused(var refusal) -> Wanted.refuse(refusal);
      case Plan.Agreed agreed -> {
        var changes = new ArrayList<Change>();
        add(changes, order, agreed.order());
        add(changes, reward, agreed.reward());
        add(changes, quota, agreed.quota());
        add(changes, pair, agreed.pair());
        yield Wanted.book(open(agreed.payment(), seen), changes);
      }
    };
  }

  /** A hold that ended with its passbook is not released once more; all else goes back. */
  private static @Nullable Transaction open(Transaction payment, Seen seen) {
    return payment.steps().getFirst() instanceof Step.Release(var account, var hold, var _)
            && seen.account(account).hold(hold).isEmpty()
        ? null
        : payment;
  }

  private static void add(
      List<Change> changes, @Nullable StreamId stream, List<? extends Event> events) {
    if (!events.isEmpty()) {
      if (stream == null) {
        throw new IllegalStateException("nothing was said of this stream: " + events);
      }
      changes.add(new Change(stream, events));
    }
  }
}
