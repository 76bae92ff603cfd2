package cn.linli.mediation.domain;

import cn.linli.events.mediation.PaceEvent.Basis;
import cn.linli.events.mediation.PaceEvent.LimitExtended;
import cn.linli.events.mediation.PaceEvent.LimitStarted;
import cn.linli.platform.calendar.Due;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The days of each basis, as a table. Calendar days: the first one does not count, a last one that
 * is a rest day moves on (民法典 §201, §203). Source: domain rules decision 5 and §5.2.
 */
final class MediationTerms {

  /**
   * One asking may add so many days at most, so that consent stays a live one: project decision.
   */
  static final int EXTENSION_DAYS_MAX = 60;

  private MediationTerms() {}

  static Term term(Basis basis, Settings settings) {
    return switch (basis) {
      case ORDINARY -> settings.mediateWithin();
      case COURT_APPOINTED -> Term.calendarDays(30);
      case COURT_ENTRUSTED -> Term.calendarDays(15);
      case COURT_ENTRUSTED_SUMMARY -> Term.calendarDays(7);
    };
  }

  /** Working days before the end on which the mediators are reminded: project decision. */
  static int reminderWorkingDays(Basis basis) {
    return switch (basis) {
      case ORDINARY, COURT_APPOINTED -> 5;
      case COURT_ENTRUSTED -> 3;
      case COURT_ENTRUSTED_SUMMARY -> 2;
    };
  }

  static LimitStarted started(Basis basis, Instant from, Filing filed, Facts facts) {
    Due due = facts.calendar().due(from, term(basis, facts.settings()));
    return new LimitStarted(
        filed.id(),
        filed.origin(),
        basis,
        from,
        due.at(),
        due.rawDate(),
        due.provisional(),
        remindAt(basis, due.at(), facts.calendar()));
  }

  static LimitExtended extended(Limit limit, Limit.Asked asked, Filing filed, Facts facts) {
    return new LimitExtended(
        filed.id(),
        filed.origin(),
        asked.number(),
        limit.mediateBy(),
        asked.until(),
        remindAt(limit.basis(), asked.until(), facts.calendar()));
  }

  /** The latest instant one asking may reach. */
  static Instant latest(Limit limit, Facts facts) {
    return facts
        .calendar()
        .due(lastMoment(limit.mediateBy()), Term.calendarDays(EXTENSION_DAYS_MAX))
        .at();
  }

  /** The begin of a working day; days are counted from the last day in time. */
  private static Instant remindAt(Basis basis, Instant mediateBy, WorkCalendar calendar) {
    LocalDate last = WorkCalendar.dayOf(lastMoment(mediateBy));
    return WorkCalendar.startOfDay(calendar.minusWorkingDays(last, reminderWorkingDays(basis)));
  }

  /** An instant of 24:00 belongs to the day it ends. */
  private static Instant lastMoment(Instant mediateBy) {
    return mediateBy.minus(Duration.ofSeconds(1));
  }
}
