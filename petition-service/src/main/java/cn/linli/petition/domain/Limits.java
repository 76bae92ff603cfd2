package cn.linli.petition.domain;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Span;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Urgency;
import cn.linli.platform.calendar.Due;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns rows of the tables into instants. */
final class Limits {

  private Limits() {}

  /** All limits of a round that starts at {@code start} with {@code holder}. */
  static Deadlines of(
      Facets facets,
      Urgency urgency,
      Unit holder,
      boolean contactable,
      Instant start,
      Facts facts) {
    return of(row(facets, urgency, facts), facets, holder, contactable, start, facts);
  }

  /** The same with a row that is known. */
  static Deadlines of(
      Rulebook.Limits row,
      Facets facets,
      Unit holder,
      boolean contactable,
      Instant start,
      Facts facts) {
    Due answer = row.answer() == null ? null : facts.calendar().due(start, row.answer());
    return new Deadlines(
        at(row.transfer(), start, facts),
        at(row.notice(), start, facts),
        at(row.dispatch(), start, facts),
        contactable ? at(row.contact(), start, facts) : null,
        answer == null ? null : answer.at(),
        null,
        rungBy(facets, holder, start, facts),
        answer == null ? null : answer.rawDate(),
        row.basis(),
        answer != null && answer.provisional());
  }

  static Rulebook.Limits row(Facets facets, Urgency urgency, Facts facts) {
    return facts.rulebook().limits(facets.regime(), facets.kind(), urgency, facets.category());
  }

  /** The row a request stands in now. */
  static Rulebook.Limits row(Petition petition, Facts facts) {
    Rulebook.Limits usual = row(petition.filed().facets(), petition.filed().urgency(), facts);
    return Complex.is(petition) ? Complex.row(petition, facts).orElse(usual) : usual;
  }

  /**
   * When the holder's rung ends by itself. Departments stand on no rung, formal petitions never
   * climb by time, and above the city there is nothing.
   */
  static @Nullable Instant rungBy(Facets facets, Unit holder, Instant start, Facts facts) {
    if (facets.regime() == Regime.FORMAL
        || holder.organisation() != null
        || Ladder.above(holder).isEmpty()) {
      return null;
    }
    return facts
        .rulebook()
        .rung(holder.level())
        .map(term -> facts.calendar().due(start, term).at())
        .orElse(null);
  }

  /** The same limits on another rung: the answer's clock does not move. */
  static Deadlines onRung(Petition petition, Unit holder, Facts facts) {
    return petition
        .time()
        .deadlines()
        .withRungBy(rungBy(petition.filed().facets(), holder, facts.now(), facts));
  }

  /** How long a round took until {@code end}. */
  static Span span(
      Instant openedAt, @Nullable Instant due, Instant end, long pausedMinutes, Facts facts) {
    return new Span(
        openedAt,
        due,
        due == null || !end.isAfter(due),
        Duration.between(openedAt, end).toMinutes(),
        pausedMinutes,
        facts.calendar().workingDaysBetween(WorkCalendar.dayOf(openedAt), WorkCalendar.dayOf(end)));
  }

  private static @Nullable Instant at(@Nullable Term term, Instant start, Facts facts) {
    return term == null ? null : facts.calendar().due(start, term).at();
  }
}
