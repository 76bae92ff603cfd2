package cn.linli.timebank.domain.rewards;

import cn.linli.events.WireName;
import cn.linli.events.timebank.RewardEvent;
import cn.linli.events.timebank.RewardEvent.RewardOffered;
import cn.linli.events.timebank.RewardEvent.RewardRepriced;
import cn.linli.events.timebank.RewardEvent.RewardRestocked;
import cn.linli.events.timebank.RewardEvent.RewardWithdrawn;
import cn.linli.events.timebank.RewardEvent.StockReturned;
import cn.linli.events.timebank.RewardEvent.StockTaken;
import cn.linli.events.timebank.RewardFiling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of an item of the catalogue.
 *
 * @param filing as it was offered
 * @param price of one now, in the filing's unit
 * @param left how many there are; null: as often as it is asked for
 */
public record Reward(
    Standing standing,
    @Nullable RewardFiling filing,
    long price,
    @Nullable Integer left,
    @Nullable Instant offeredAt) {

  public enum Standing implements WireName {
    NONE,
    OFFERED,
    WITHDRAWN
  }

  /** Nothing was offered yet. */
  public static final Reward NONE = new Reward(Standing.NONE, null, 0, null, null);

  public boolean exists() {
    return filing != null;
  }

  public RewardFiling filed() {
    if (filing == null) {
      throw new IllegalStateException("nothing was offered yet");
    }
    return filing;
  }

  /** Whether somebody could order one now. */
  public boolean isAvailable() {
    return standing == Standing.OFFERED && (left == null || left > 0);
  }

  public Reward evolve(RewardEvent event, Instant at) {
    return switch (event) {
      case RewardOffered(var offered) ->
          new Reward(Standing.OFFERED, offered, offered.price(), offered.stock(), at);
      case RewardRepriced(_, var to) -> new Reward(standing, filing, to, left, offeredAt);
      case RewardRestocked(_, var now) -> holding(now);
      case RewardWithdrawn _ -> new Reward(Standing.WITHDRAWN, filing, price, left, offeredAt);
      case StockTaken(_, _, var now) -> holding(now);
      case StockReturned(_, _, var now) -> holding(now);
    };
  }

  private Reward holding(int now) {
    return new Reward(standing, filing, price, now, offeredAt);
  }
}
