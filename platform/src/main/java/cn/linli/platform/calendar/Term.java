package cn.linli.platform.calendar;

import cn.linli.events.WireName;
import org.jspecify.annotations.Nullable;

/**
 * A limit as norms state it: so many minutes, hours, working days or calendar days.
 *
 * @param amount 0 only for {@code same-day} and for zero minutes, "at once"
 * @param unit minutes and hours are clock time; {@code same-day} means the end of the day received,
 *     of the next working day if that is a rest day
 */
public record Term(int amount, Unit unit) {

  /** Ten years: nothing sensible is longer. */
  private static final int LONGEST_DAYS = 3_660;

  public enum Unit implements WireName {
    MINUTES,
    HOURS,
    SAME_DAY,
    WORKING_DAYS,
    CALENDAR_DAYS
  }

  public static Term atOnce() {
    return minutes(0);
  }

  public static Term minutes(int amount) {
    return new Term(amount, Unit.MINUTES);
  }

  public static Term hours(int amount) {
    return new Term(amount, Unit.HOURS);
  }

  public static Term sameDay() {
    return new Term(0, Unit.SAME_DAY);
  }

  public static Term workingDays(int amount) {
    return new Term(amount, Unit.WORKING_DAYS);
  }

  public static Term calendarDays(int amount) {
    return new Term(amount, Unit.CALENDAR_DAYS);
  }

  /** What is wrong with it, or null: a term read from a configuration may be anything. */
  public @Nullable String flaw() {
    if (unit == null) {
      return "has no unit";
    }
    int most =
        switch (unit) {
          case MINUTES -> LONGEST_DAYS * 24 * 60;
          case HOURS -> LONGEST_DAYS * 24;
          case SAME_DAY -> 0;
          case WORKING_DAYS, CALENDAR_DAYS -> LONGEST_DAYS;
        };
    int least = unit == Unit.MINUTES || unit == Unit.SAME_DAY ? 0 : 1;
    return amount < least || amount > most
        ? "amount must be between " + least + " and " + most
        : null;
  }
}
