package cn.linli.timebank.domain.orders;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.OrderEvent.OrderPlaced;
import cn.linli.events.timebank.OrderFiling;
import cn.linli.events.timebank.QuotaEvent;
import cn.linli.events.timebank.RewardEvent;
import cn.linli.events.timebank.RewardFiling;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.timebank.domain.clearing.Clearing;
import cn.linli.timebank.domain.orders.OrderRules.Around;
import cn.linli.timebank.domain.rewards.Reward;
import cn.linli.timebank.domain.rewards.RewardRules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an order may be placed: each reason against it has a code of its own. */
public final class Placing {

  private Placing() {}

  /**
   * @param id of the order
   * @param account that pays
   * @param from its community
   * @param quarter whose limits it counts for
   * @param evidenceRef what shows that the holder wants it, where a clerk records it
   * @param unit in which the caller means to pay; null: in whatever the price is in
   */
  public record Wish(
      String id,
      String account,
      String from,
      String reward,
      int quantity,
      String quarter,
      @Nullable String evidenceRef,
      @Nullable Unit unit,
      Instant now) {}

  /**
   * What the schemes say.
   *
   * @param orderDays how long an order waits before it lapses
   * @param noShowCharged by the community that gives
   * @param pairLimit minutes, as both communities agreed; null: they did not
   */
  public record Terms(int orderDays, boolean noShowCharged, @Nullable Long pairLimit) {}

  public static Plan decide(Wish wish, Around around, Terms terms) {
    Reward reward = around.reward();
    if (!reward.exists()) {
      return refused(Refusal.of("unknown-reward"));
    }
    if (reward.standing() == Reward.Standing.WITHDRAWN) {
      return refused(Refusal.of("reward-withdrawn"));
    }
    RewardFiling offered = reward.filed();
    if (wish.unit() != null && wish.unit() != offered.unit()) {
      return refused(Refusal.of("units-never-convert", "unit", offered.unit().wire()));
    }
    OrderFiling filing = filing(wish, reward, terms);
    if (filing.crosses() && (offered.unit() != Unit.MINUTES || terms.pairLimit() == null)) {
      return refused(Refusal.of("foreign-community", "division", offered.division()));
    }
    return decide(wish, filing, around);
  }

  private static Plan decide(Wish wish, OrderFiling filing, Around around) {
    var quota = new ArrayList<QuotaEvent>();
    var stock = new ArrayList<RewardEvent>();
    var pair = new ArrayList<ClearingEvent>();
    Integer limit = around.reward().filed().quarterLimit();
    Refusal objection = null;
    if (limit != null) {
      objection =
          taken(
              around.quota().use(wish.from(), wish.reward(), wish.id(), wish.quantity(), limit),
              quota);
    }
    if (objection == null && filing.stocked()) {
      objection = taken(RewardRules.take(around.reward(), wish.id(), wish.quantity()), stock);
    }
    if (objection == null && filing.pairLimit() != null) {
      Clearing.Leg leg = OrderRules.leg(wish.id(), filing);
      objection = taken(Clearing.reserve(around.pair(), leg, filing.pairLimit()), pair);
    }
    return objection == null
        ? new Plan.Agreed(
            List.of(new OrderPlaced(filing, wish.evidenceRef())),
            stock,
            quota,
            pair,
            Payments.held(wish.id(), filing))
        : refused(objection);
  }

  /** Takes the events in, or tells why there are none. */
  private static <E> @Nullable Refusal taken(Decision<E> decision, List<? super E> into) {
    return switch (decision) {
      case Decision.Refused<E>(var refusal) -> refusal;
      case Decision.Accepted<E>(var events) -> {
        into.addAll(events);
        yield null;
      }
    };
  }

  private static OrderFiling filing(Wish wish, Reward reward, Terms terms) {
    RewardFiling offered = reward.filed();
    boolean crosses = !wish.from().equals(offered.division());
    return new OrderFiling(
        wish.account(),
        wish.from(),
        offered.division(),
        wish.reward(),
        offered.kind(),
        offered.service(),
        wish.quantity(),
        offered.unit(),
        reward.price(),
        Math.multiplyExact(reward.price(), wish.quantity()),
        wish.now().plus(terms.orderDays(), ChronoUnit.DAYS),
        offered.quarterLimit() == null ? null : wish.quarter(),
        reward.left() != null,
        terms.noShowCharged(),
        crosses ? terms.pairLimit() : null,
        offered.provider());
  }

  private static Plan refused(Refusal refusal) {
    return new Plan.Refused(refusal);
  }
}
