package cn.linli.timebank.domain.clearing;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.ClearingEvent.Cleared;
import cn.linli.events.timebank.ClearingEvent.ClearingReleased;
import cn.linli.events.timebank.ClearingEvent.ClearingReserved;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The rules of clearing. A pair has a limit only where both communities agreed to one; what is
 * reserved counts as owed, so fulfilling an order never breaks it. Source: domain rules §6.2 rule
 * 7; the limit per pair is a project decision.
 */
public final class Clearing {

  private Clearing() {}

  /**
   * Minutes of a member of one community, spent in another.
   *
   * @param from the community whose member spends
   * @param to the community that gives
   * @param ref what it is for
   * @param payer account of the member
   * @param receiver account there that gets them; null: what is given earns anew
   */
  public record Leg(
      String from, String to, String ref, long minutes, String payer, @Nullable String receiver) {
    public Leg {
      if (from.equals(to) || minutes <= 0) {
        throw new IllegalArgumentException("nothing to clear");
      }
    }
  }

  /** No limit was agreed. */
  public static final long UNLIMITED = 0;

  /** Keeps room under the limit until the order is fulfilled or comes to nothing. */
  public static Decision<ClearingEvent> reserve(Pair pair, Leg leg, long limit) {
    Pair now = pair.between(leg.from(), leg.to());
    return fits(now, leg, limit)
        ? Decision.accept(
            new ClearingReserved(
                leg.from(),
                leg.to(),
                leg.ref(),
                leg.minutes(),
                now.reservedFor(leg.from()) + leg.minutes(),
                now.spentBy(leg.from()),
                now.spentBy(leg.to()),
                limit))
        : tooMuch(now, leg, limit);
  }

  /** What had been reserved is spent. */
  public static Cleared settle(Pair pair, Leg leg) {
    return settle(pair, leg, leg.minutes());
  }

  /**
   * Part of what had been reserved is spent, the rest is not needed.
   *
   * @param minutes at most those of the leg
   */
  public static Cleared settle(Pair pair, Leg leg, long minutes) {
    if (minutes <= 0 || minutes > leg.minutes()) {
      throw new IllegalArgumentException("more than was reserved: " + minutes);
    }
    return cleared(pair, leg, minutes, withoutReserved(pair, leg));
  }

  /** What had been reserved comes to nothing. */
  public static ClearingReleased release(Pair pair, Leg leg) {
    return new ClearingReleased(
        leg.from(),
        leg.to(),
        leg.ref(),
        leg.minutes(),
        withoutReserved(pair, leg),
        pair.spentBy(leg.from()),
        pair.spentBy(leg.to()));
  }

  /** Minutes that move at once, such as a transfer to somebody in the other community. */
  public static Decision<ClearingEvent> move(Pair pair, Leg leg, long limit) {
    Pair now = pair.between(leg.from(), leg.to());
    return fits(now, leg, limit)
        ? Decision.accept(cleared(now, leg, leg.minutes(), now.reservedFor(leg.from())))
        : tooMuch(now, leg, limit);
  }

  /**
   * What was cleared is taken back, because the line that it stood against is reversed. No limit
   * stands in the way: what was wrong is put right even where the other side comes to owe more than
   * was agreed, and the limit holds again for what is spent next.
   */
  public static Cleared takeBack(Pair pair, Leg leg) {
    return cleared(pair, leg, -leg.minutes(), pair.reservedFor(leg.from()));
  }

  private static boolean fits(Pair pair, Leg leg, long limit) {
    return limit == UNLIMITED || pair.exposure(leg.from()) + leg.minutes() <= limit;
  }

  private static Decision<ClearingEvent> tooMuch(Pair pair, Leg leg, long limit) {
    return Decision.refuse(
        Refusal.of("pair-limit", "limit", limit)
            .with("left", Math.max(0, limit - pair.exposure(leg.from()))));
  }

  private static Cleared cleared(Pair pair, Leg leg, long minutes, long reserved) {
    return new Cleared(
        leg.from(),
        leg.to(),
        leg.ref(),
        minutes,
        reserved,
        pair.spentBy(leg.from()) + minutes,
        pair.spentBy(leg.to()),
        leg.payer(),
        leg.receiver());
  }

  private static long withoutReserved(Pair pair, Leg leg) {
    long left = pair.reservedFor(leg.from()) - leg.minutes();
    if (left < 0) {
      throw new IllegalStateException("more than was reserved between the two communities");
    }
    return left;
  }
}
