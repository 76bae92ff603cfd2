package cn.linli.timebank.domain.wristbands;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.WristbandEvent;
import cn.linli.events.timebank.WristbandEvent.ReadingsNoted;
import cn.linli.events.timebank.WristbandEvent.SettlementDue;
import cn.linli.events.timebank.WristbandEvent.SettlementPutOff;
import cn.linli.events.timebank.WristbandEvent.WristbandBound;
import cn.linli.events.timebank.WristbandEvent.WristbandUnbound;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;

/** Who wears which wristband, and when its readings are looked at. */
public final class WristbandRules {

  /** Readings came in while they were being settled: they are looked at again. */
  public static final String READINGS_MOVED = "readings-moved";

  /** A wristband that was handed back rests until nothing of it can arrive any more. */
  static final Duration RESTS = WristbandTerms.KEPT.plus(Duration.ofDays(1));

  private static final Duration AGAIN = Duration.ofDays(1);

  private WristbandRules() {}

  /**
   * @param since when it was handed out: lists are often written up later
   * @param division community of the account
   * @param hasAnother the account wears one already
   */
  public static Decision<WristbandEvent> bind(
      Wristband band,
      String account,
      String division,
      Instant since,
      boolean hasAnother,
      Instant at) {
    if (since.isAfter(at) || since.isBefore(at.minus(WristbandTerms.LATE_MAX))) {
      return refuse("since-out-of-range", "hours", WristbandTerms.LATE_MAX.toHours());
    }
    if (band.isWorn()) {
      return refuse("wristband-bound");
    }
    if (band.lost()) {
      return refuse("wristband-lost");
    }
    if (band.freeAt() != null && (since.isBefore(band.freeAt()) || band.readings() > 0)) {
      return refuse("wristband-resting", "until", band.freeAt());
    }
    return hasAnother
        ? refuse("account-has-wristband")
        : accept(new WristbandBound(account, division, since));
  }

  public static Decision<WristbandEvent> unbind(Wristband band, boolean lost, Instant at) {
    if (!band.isWorn()) {
      return refuse("wristband-not-bound");
    }
    return accept(new WristbandUnbound(lost, lost ? null : at.plus(RESTS)));
  }

  /**
   * New readings came.
   *
   * @param earliest of them
   */
  public static WristbandEvent noted(
      int readings, Instant earliest, WristbandTerms terms, Instant now) {
    Instant settled = earliest.plus(terms.settledAfter());
    return new ReadingsNoted(readings, settled.isAfter(now) ? settled : now);
  }

  /** Time alone. */
  public static Decision<WristbandEvent> fallDue(Wristband band) {
    return accept(new SettlementDue(band.rounds() + 1));
  }

  /**
   * A settlement that could not be booked comes again, not without end.
   *
   * @param over whether it has been tried long enough; see {@link #givesUp}
   */
  public static Decision<WristbandEvent> putOff(String code, boolean over, Instant at) {
    if (code.equals(READINGS_MOVED)) {
      return accept(new SettlementPutOff(code, at));
    }
    return accept(new SettlementPutOff(code, over ? null : at.plus(AGAIN)));
  }

  /**
   * Whether it has been tried long enough: the readings go. By days and not by tries, because each
   * batch that comes meanwhile is a try of its own; whatever stands in the way has its time to end,
   * such as a line in dispute.
   */
  public static boolean givesUp(Wristband band, String code, Instant at) {
    return !code.equals(READINGS_MOVED)
        && band.refusedSince() != null
        && !at.isBefore(band.refusedSince().plus(Wristband.PATIENCE));
  }
}
