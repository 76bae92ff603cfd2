package cn.linli.gateway.views.frames;

import cn.linli.events.WireName;
import cn.linli.gateway.views.cells.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How a trend is cut. A week begins on Monday; the first and last bucket end with the period. */
public enum Buckets implements WireName {
  DAY(366),
  WEEK(260),
  MONTH(240);

  private final int max;

  Buckets(int max) {
    this.max = max;
  }

  /** How many a trend may have. */
  public int max() {
    return max;
  }

  /** Where a trend begins that names no first day: 30 days, 13 weeks, 12 months. */
  public LocalDate usualStart(LocalDate to) {
    return switch (this) {
      case DAY -> to.minusDays(29);
      case WEEK -> to.minusWeeks(12).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> to.minusMonths(11).withDayOfMonth(1);
    };
  }

  /** Empty where the period has more than {@link #max} of them. */
  List<Period> of(LocalDate from, LocalDate to) {
    var periods = new ArrayList<Period>();
    for (LocalDate start = from; !start.isAfter(to); ) {
      if (periods.size() == max) {
        return List.of();
      }
      LocalDate end = lastDay(start);
      periods.add(new Period(start, end.isAfter(to) ? to : end));
      start = end.plusDays(1);
    }
    return periods;
  }

  private LocalDate lastDay(LocalDate start) {
    return switch (this) {
      case DAY -> start;
      case WEEK -> start.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
      case MONTH -> start.with(TemporalAdjusters.lastDayOfMonth());
    };
  }
}
