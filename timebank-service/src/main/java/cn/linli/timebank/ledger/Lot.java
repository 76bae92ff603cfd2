package cn.linli.timebank.ledger;

import cn.linli.events.timebank.Unit;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is left of one month's income: what came first is spent first.
 *
 * @param month year × 100 + month
 * @param expires last day on which it may be spent; null: it stays
 * @param told on which day of expiry its holder was told; null: not yet
 */
public record Lot(
    Unit unit, int month, long left, @Nullable LocalDate expires, @Nullable LocalDate told) {

  Lot withLeft(long now) {
    return new Lot(unit, month, now, expires, told);
  }

  boolean isOf(Unit of, @Nullable LocalDate on) {
    return unit == of && Objects.equals(expires, on);
  }
}
