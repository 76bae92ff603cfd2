package cn.linli.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of domain rules §3.2 and §3.4, and what holds for all days. */
class WorkCalendarTest {

  private final WorkCalendar calendar = WorkCalendar.national();

  @ParameterizedTest
  @CsvSource({
    "2025-09-30, 5, 2025-10-14",
    "2025-12-31, 1, 2026-01-04",
    "2025-12-31, 2, 2026-01-05",
    "2026-01-01, 1, 2026-01-04",
    "2026-02-13, 1, 2026-02-14",
    "2026-02-13, 3, 2026-02-25",
    "2026-02-13, 5, 2026-02-27",
    "2026-02-14, 1, 2026-02-24",
    "2026-04-30, 1, 2026-05-06",
    "2026-04-30, 5, 2026-05-11",
    "2026-09-18, 1, 2026-09-20",
    "2026-09-24, 1, 2026-09-28",
    "2026-09-30, 1, 2026-10-08",
    "2026-09-30, 5, 2026-10-13"
  })
  void workingDaysSkipHolidaysAndCountMakeUpDays(LocalDate start, int days, LocalDate due) {
    assertThat(calendar.plusWorkingDays(start, days)).isEqualTo(due);
    assertThat(calendar.due(at(start, "T16:30:00"), Term.workingDays(days)))
        .isEqualTo(new Due(at(due.plusDays(1), "T00:00:00"), due, false));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-19, 30, 2026-02-18, 2026-02-24",
    "2026-02-05, 15, 2026-02-20, 2026-02-24",
    "2026-04-17, 15, 2026-05-02, 2026-05-06",
    "2026-07-08, 60, 2026-09-06, 2026-09-07",
    "2026-08-02, 60, 2026-10-01, 2026-10-08",
    "2026-09-20, 15, 2026-10-05, 2026-10-08"
  })
  void calendarDaysRollOffARestDay(LocalDate start, int days, LocalDate raw, LocalDate rolled) {
    assertThat(calendar.plusCalendarDaysRolled(start, days)).isEqualTo(rolled);
    assertThat(calendar.due(at(start, "T00:00:00"), Term.calendarDays(days)))
        .isEqualTo(new Due(at(rolled.plusDays(1), "T00:00:00"), raw, false));
  }

  @ParameterizedTest
  @CsvSource({
    "2025, 19 19 21 22 19 20 23 21 23 18 20 23",
    "2026, 21 16 22 21 19 21 23 21 22 18 21 23"
  })
  void aMonthHasSoManyWorkingDays(int year, String months) {
    assertThat(
            IntStream.rangeClosed(1, 12)
                .map(month -> workingDays(YearMonth.of(year, month)))
                .mapToObj(Integer::toString))
        .containsExactly(months.split(" "));
    assertThat(IntStream.rangeClosed(1, 12).map(m -> workingDays(YearMonth.of(year, m))).sum())
        .isEqualTo(248);
  }

  @ParameterizedTest
  @CsvSource({
    // a rest day received: the next working day's end
    "2026-10-01T09:00:00, same-day, 0, 2026-10-09T00:00:00, 2026-10-01",
    "2026-10-08T09:00:00, same-day, 0, 2026-10-09T00:00:00, 2026-10-08",
    // clock hours run through nights and holidays
    "2026-09-30T23:30:00, hours, 24, 2026-10-01T23:30:00, 2026-10-01",
    "2026-02-16T10:00:00, minutes, 30, 2026-02-16T10:30:00, 2026-02-16",
    "2026-02-16T10:00:00, minutes, 0, 2026-02-16T10:00:00, 2026-02-16"
  })
  void hoursAreClockHours(String start, String unit, int amount, String due, LocalDate raw) {
    var term = new Term(amount, Term.Unit.valueOf(unit.toUpperCase().replace('-', '_')));
    assertThat(calendar.due(Instant.parse(start + "+08:00"), term))
        .isEqualTo(new Due(Instant.parse(due + "+08:00"), raw, false));
  }

  @Test
  void outsideTheCoveredYearsAResultIsProvisional() {
    assertThat(calendar.firstCoveredYear()).isEqualTo(2000);
    assertThat(calendar.lastCoveredYear()).isEqualTo(2026);
    assertThat(calendar.due(at(LocalDate.of(2026, 12, 30), "T10:00:00"), Term.workingDays(2)))
        .isEqualTo(
            new Due(at(LocalDate.of(2027, 1, 5), "T00:00:00"), LocalDate.of(2027, 1, 4), true));
    assertThat(calendar.due(at(LocalDate.of(1999, 12, 30), "T10:00:00"), Term.workingDays(2)))
        .returns(true, Due::provisional);
    assertThat(calendar.due(at(LocalDate.of(2030, 1, 1), "T10:00:00"), Term.hours(5)))
        .returns(false, Due::provisional);
  }

  @Test
  void theStatutoryDaysOf2027AreOffAlthoughItsNoticeIsMissing() {
    assertThat(StatutoryHolidays.of(2027))
        .containsExactlyInAnyOrder(
            day("2027-01-01"),
            day("2027-02-05"),
            day("2027-02-06"),
            day("2027-02-07"),
            day("2027-02-08"),
            day("2027-04-05"),
            day("2027-05-01"),
            day("2027-05-02"),
            day("2027-06-09"),
            day("2027-09-15"),
            day("2027-10-01"),
            day("2027-10-02"),
            day("2027-10-03"));
    assertThat(calendar.isWorkingDay(day("2027-01-01"))).isFalse();
    assertThat(calendar.isWorkingDay(day("2027-09-15"))).isFalse();
  }

  @Test
  void aTenantAddsItsOwnDaysAndTheNoticeOfTheNextYear() {
    var tenant =
        calendar.with(
            List.of(
                new SpecialDay(day("2026-08-10"), SpecialDay.Kind.OFF, "local"),
                new SpecialDay(day("2027-02-20"), SpecialDay.Kind.WORK, "make-up")),
            2027);
    assertThat(tenant.isWorkingDay(day("2026-08-10"))).isFalse();
    assertThat(calendar.isWorkingDay(day("2026-08-10"))).isTrue();
    assertThat(tenant.isWorkingDay(day("2027-02-20"))).isTrue();
    assertThat(tenant.isCovered(day("2027-12-31"))).isTrue();
    assertThat(tenant.isWorkingDay(day("2026-10-01"))).isFalse();
  }

  @Property(tries = 300)
  void countingBackUndoesCountingOn(
      @ForAll @DateRange(min = "1995-01-01", max = "2040-12-31") LocalDate start,
      @ForAll @IntRange(min = 1, max = 120) int days) {
    LocalDate due = calendar.plusWorkingDays(start, days);
    assertThat(calendar.isWorkingDay(due)).isTrue();
    assertThat(calendar.workingDaysBetween(start, due)).isEqualTo(days);
    assertThat(calendar.plusWorkingDays(calendar.minusWorkingDays(due, days), days)).isEqualTo(due);
  }

  @Property(tries = 300)
  void aRolledDayIsTheFirstWorkingDayFromTheRawOne(
      @ForAll @DateRange(min = "1995-01-01", max = "2040-12-31") LocalDate raw) {
    LocalDate rolled = calendar.roll(raw);
    assertThat(calendar.isWorkingDay(rolled)).isTrue();
    assertThat(raw.datesUntil(rolled)).noneMatch(calendar::isWorkingDay);
    assertThat(calendar.roll(rolled)).isEqualTo(rolled);
  }

  private int workingDays(YearMonth month) {
    return calendar.workingDaysBetween(month.atDay(1).minusDays(1), month.atEndOfMonth());
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Instant at(LocalDate day, String time) {
    return Instant.parse(day + time + "+08:00");
  }
}
