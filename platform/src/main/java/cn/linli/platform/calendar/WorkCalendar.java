package cn.linli.platform.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts days. The start day is excluded; a last day on a rest day moves to the next working day; a
 * day ends at 24:00 in the tenant's zone; hours and minutes are clock time. Knows which years are
 * covered by published notices: results outside are provisional (weekends and statutory days only).
 * Immutable. Source: 民法典 §201–203, domain rules §3.
 */
public final class WorkCalendar {

  /** The tenants' zone: all of China keeps one. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Map<LocalDate, SpecialDay.Kind> specialDays;
  private final int firstCoveredYear;
  private final int lastCoveredYear;
  private final Map<Integer, Set<LocalDate>> statutory = new ConcurrentHashMap<>();

  WorkCalendar(Collection<SpecialDay> days, int firstCoveredYear, int lastCoveredYear) {
    var byDate = new HashMap<LocalDate, SpecialDay.Kind>();
    days.forEach(day -> byDate.put(day.date(), day.kind()));
    this.specialDays = Map.copyOf(byDate);
    this.firstCoveredYear = firstCoveredYear;
    this.lastCoveredYear = lastCoveredYear;
  }

  /** The national calendar that is shipped, 2000–2026. */
  public static WorkCalendar national() {
    return NationalCalendar.INSTANCE;
  }

  /**
   * This calendar with a tenant's own days over it.
   *
   * @param lastCovered the last year whose notice is loaded with them, if later than ours
   */
  public WorkCalendar with(Collection<SpecialDay> overlay, int lastCovered) {
    var days = new java.util.ArrayList<SpecialDay>(specialDays.size() + overlay.size());
    specialDays.forEach((date, kind) -> days.add(new SpecialDay(date, kind, "")));
    days.addAll(overlay);
    return new WorkCalendar(days, firstCoveredYear, Math.max(lastCoveredYear, lastCovered));
  }

  public int firstCoveredYear() {
    return firstCoveredYear;
  }

  public int lastCoveredYear() {
    return lastCoveredYear;
  }

  public boolean isCovered(LocalDate day) {
    return day.getYear() >= firstCoveredYear && day.getYear() <= lastCoveredYear;
  }

  public boolean isWorkingDay(LocalDate day) {
    SpecialDay.Kind special = specialDays.get(day);
    if (special != null) {
      return special == SpecialDay.Kind.WORK;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend
        && (isCovered(day)
            || !statutory.computeIfAbsent(day.getYear(), StatutoryHolidays::of).contains(day));
  }

  /** The day itself if it is worked, else the next that is. */
  public LocalDate roll(LocalDate day) {
    LocalDate rolled = day;
    while (!isWorkingDay(rolled)) {
      rolled = rolled.plusDays(1);
    }
    return rolled;
  }

  public LocalDate plusWorkingDays(LocalDate start, int workingDays) {
    return step(start, workingDays, 1);
  }

  /** For what is due so many working days before a limit, as a yellow card is. */
  public LocalDate minusWorkingDays(LocalDate end, int workingDays) {
    return step(end, workingDays, -1);
  }

  private LocalDate step(LocalDate start, int workingDays, int direction) {
    LocalDate day = start;
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(direction);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  /** Calendar days, the last one rolled off a rest day. */
  public LocalDate plusCalendarDaysRolled(LocalDate start, int calendarDays) {
    return roll(start.plusDays(calendarDays));
  }

  /** How many working days lie after the first day up to and including the last one; 0 if none. */
  public int workingDaysBetween(LocalDate afterDay, LocalDate lastDay) {
    int count = 0;
    for (LocalDate day = afterDay.plusDays(1); !day.isAfter(lastDay); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        count++;
      }
    }
    return count;
  }

  /** When a limit that starts now ends. */
  public Due due(Instant start, Term term) {
    LocalDate day = dayOf(start);
    return switch (term.unit()) {
      case MINUTES -> clock(start.plus(Duration.ofMinutes(term.amount())));
      case HOURS -> clock(start.plus(Duration.ofHours(term.amount())));
      case SAME_DAY -> endOf(day, roll(day), day);
      case WORKING_DAYS -> {
        LocalDate last = plusWorkingDays(day, term.amount());
        yield endOf(day, last, last);
      }
      case CALENDAR_DAYS -> {
        LocalDate raw = day.plusDays(term.amount());
        yield endOf(day, roll(raw), raw);
      }
    };
  }

  private static Due clock(Instant at) {
    return new Due(at, dayOf(at), false);
  }

  private Due endOf(LocalDate first, LocalDate last, LocalDate raw) {
    return new Due(endOfDay(last), raw, !isCovered(first) || !isCovered(last));
  }

  public static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  public static Instant startOfDay(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** 24:00. */
  public static Instant endOfDay(LocalDate day) {
    return startOfDay(day.plusDays(1));
  }
}
