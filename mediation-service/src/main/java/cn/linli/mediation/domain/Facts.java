package cn.linli.mediation.domain;

import cn.linli.platform.calendar.Term;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a decision may know beside the dispute itself. What was looked up for one command (a
 * committee, a mediator) travels in that command.
 *
 * @param now the instant decided on
 */
public record Facts(Instant now, Actor actor, WorkCalendar calendar, Settings settings) {

  public LocalDate today() {
    return WorkCalendar.dayOf(now);
  }

  /** The last instant of a limit that starts now. */
  public Instant due(Term term) {
    return calendar.due(now, term).at();
  }
}
