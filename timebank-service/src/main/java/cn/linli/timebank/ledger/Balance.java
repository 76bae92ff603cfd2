package cn.linli.timebank.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Where a passbook stands in one unit.
 *
 * @param posted sum of all lines; never below zero
 * @param held of it, by open holds
 * @param seq number of the last line; 0: none
 * @param head hash of the last line; null: none
 */
public record Balance(long posted, long held, long seq, @Nullable String head) {

  public static final Balance ZERO = new Balance(0, 0, 0, null);

  /** What may be spent. */
  public long available() {
    return posted - held;
  }

  Balance withHeld(long now) {
    return new Balance(posted, now, seq, head);
  }
}
