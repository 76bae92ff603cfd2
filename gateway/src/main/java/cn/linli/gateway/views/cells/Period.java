package cn.linli.gateway.views.cells;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Days that are looked at.
 *
 * @param from first day; null: from the beginning
 * @param to last day
 */
public record Period(@Nullable LocalDate from, LocalDate to) {

  /** Whether all of a month, as far as it reaches into it, is its whole. */
  boolean holdsAllOf(YearMonth month) {
    return touches(month)
        && (from == null || !month.atDay(1).isBefore(from))
        && !month.atEndOfMonth().isAfter(to);
  }

  boolean touches(YearMonth month) {
    return !month.atDay(1).isAfter(to) && (from == null || !month.atEndOfMonth().isBefore(from));
  }

  boolean contains(LocalDate day) {
    return !day.isAfter(to) && (from == null || !day.isBefore(from));
  }

  /** From the beginning to the last day. */
  Period untilEnd() {
    return new Period(null, to);
  }
}
