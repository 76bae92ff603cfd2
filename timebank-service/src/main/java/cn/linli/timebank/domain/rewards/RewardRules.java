package cn.linli.timebank.domain.rewards;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.RewardEvent;
import cn.linli.events.timebank.RewardEvent.RewardOffered;
import cn.linli.events.timebank.RewardEvent.RewardRepriced;
import cn.linli.events.timebank.RewardEvent.RewardRestocked;
import cn.linli.events.timebank.RewardEvent.RewardWithdrawn;
import cn.linli.events.timebank.RewardEvent.StockReturned;
import cn.linli.events.timebank.RewardEvent.StockTaken;
import cn.linli.events.timebank.RewardFiling;
import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Tier;
import cn.linli.timebank.domain.ServiceCode;
import cn.linli.timebank.domain.rewards.RewardCommand.Offer;
import cn.linli.timebank.domain.rewards.RewardCommand.Reprice;
import cn.linli.timebank.domain.rewards.RewardCommand.Restock;
import cn.linli.timebank.domain.rewards.RewardCommand.Withdraw;

/**
 * What may stand in a catalogue, and how stock goes and comes. Source: domain rules §0.10, §6.3.
 */
public final class RewardRules {

  /** Of one item; far more than a community's cupboard holds. */
  public static final int STOCK_MAX = 100_000;

  private RewardRules() {}

  /**
   * @param goodsForMinutes whether the community's scheme lets goods be had for minutes too; by
   *     default they are for points only (domain rules §0.10)
   */
  public static Decision<RewardEvent> decide(
      RewardCommand command, Reward reward, boolean goodsForMinutes) {
    if (command instanceof Offer(var filing)) {
      return reward.exists() ? refuse("reward-known") : offer(filing, goodsForMinutes);
    }
    if (!reward.exists()) {
      return refuse("not-found");
    }
    if (reward.standing() == Reward.Standing.WITHDRAWN) {
      return refuse("reward-withdrawn");
    }
    return switch (command) {
      case Offer _ -> throw new IllegalStateException("decided above");
      case Reprice(var price) ->
          price == reward.price()
              ? refuse("nothing-changed")
              : accept(new RewardRepriced(reward.price(), price));
      case Restock(var added) -> restock(reward, added);
      case Withdraw(var reasonRef) -> accept(new RewardWithdrawn(reasonRef));
    };
  }

  private static Decision<RewardEvent> offer(RewardFiling filing, boolean goodsForMinutes) {
    Tier tier = DivisionCode.of(filing.division()).tier();
    if (tier != Tier.COMMUNITY && tier != Tier.STREET) {
      return refuse("not-a-community");
    }
    if (filing.service() != null && ServiceCode.of(filing.service()).isEmpty()) {
      return refuse("unknown-service");
    }
    if (filing.kind() == RewardKind.SERVICE) {
      return accept(new RewardOffered(filing));
    }
    if (filing.stock() == null) {
      return refuse("stock-missing");
    }
    if (filing.service() != null) {
      return refuse("goods-are-no-service");
    }
    return filing.unit() == Unit.MINUTES && !goodsForMinutes
        ? refuse("goods-for-points-only")
        : accept(new RewardOffered(filing));
  }

  private static Decision<RewardEvent> restock(Reward reward, int added) {
    Integer left = reward.left();
    if (left == null) {
      return refuse("no-stock-kept");
    }
    return left + added > STOCK_MAX
        ? refuse("stock-too-large", "limit", STOCK_MAX)
        : accept(new RewardRestocked(added, left + added));
  }

  /** What an order takes; only of an item that keeps a stock. */
  public static Decision<RewardEvent> take(Reward reward, String order, int quantity) {
    Integer left = reward.left();
    if (left == null) {
      throw new IllegalStateException("no stock is kept of it");
    }
    return left < quantity
        ? refuse("out-of-stock", "left", left)
        : accept(new StockTaken(order, quantity, left - quantity));
  }

  /** What an order had taken; also of an item that was withdrawn since. */
  public static RewardEvent giveBack(Reward reward, String order, int quantity) {
    Integer left = reward.left();
    if (left == null) {
      throw new IllegalStateException("no stock is kept of it");
    }
    return new StockReturned(order, quantity, left + quantity);
  }
}
