package cn.linli.platform.config.tables;

import cn.linli.platform.calendar.SpecialDay;
import cn.linli.platform.calendar.WorkCalendar;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's own days over the national calendar: local holidays of autonomous areas, the notice of
 * a year that is not shipped yet. Source: domain rules §3.2.
 *
 * @param lastCoveredYear the last year whose national notice is complete with these days; 0: as
 *     shipped
 */
public record CalendarTable(
    @Size(max = CalendarTable.DAYS_MAX) List<SpecialDay> days,
    int lastCoveredYear,
    @Nullable String basis)
    implements ConfigTable {

  static final int DAYS_MAX = 2_000;
  private static final int YEAR_MAX = 2100;

  public CalendarTable {
    days = Copies.of(days);
  }

  public WorkCalendar over(WorkCalendar national) {
    return national.with(days, lastCoveredYear);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    flaws.size("days", days.size(), DAYS_MAX);
    for (int i = 0; i < days.size(); i++) {
      if (days.get(i).date() == null) {
        flaws.add("days[" + i + "].date", Flaw.MISSING);
      }
      if (days.get(i).kind() == null) {
        flaws.add("days[" + i + "].kind", Flaw.MISSING);
      }
    }
    if (days.stream().map(SpecialDay::date).distinct().count() < days.size()) {
      flaws.add("days", "names a date twice");
    }
    int shipped = WorkCalendar.national().lastCoveredYear();
    if (lastCoveredYear != 0 && (lastCoveredYear < shipped || lastCoveredYear > YEAR_MAX)) {
      flaws.add("lastCoveredYear", "must be 0 or between " + shipped + " and " + YEAR_MAX);
    }
    for (int year = shipped + 1; year <= Math.min(lastCoveredYear, YEAR_MAX); year++) {
      int covered = year;
      if (days.stream().noneMatch(day -> day.date() != null && day.date().getYear() == covered)) {
        flaws.add("days", "has none of the year " + year);
      }
    }
    flaws.basis("basis", basis);
    return flaws.list();
  }
}
