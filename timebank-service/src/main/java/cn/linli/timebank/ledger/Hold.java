package cn.linli.timebank.ledger;

import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Unit;
import java.time.Instant;

/**
 * Part of a balance that is set aside.
 *
 * @param id chosen by who sets it aside, one per matter: the same id twice is refused
 * @param ref the matter: an order, a reversal
 * @param until when it ends by itself at the latest
 */
public record Hold(
    String id, Unit unit, long amount, HoldPurpose purpose, String ref, Instant until) {

  /** Open ones of one account. */
  public static final int COUNT_MAX = 100;

  public Hold {
    if (amount <= 0) {
      throw new IllegalArgumentException("a hold is of something: " + amount);
    }
  }
}
