package cn.linli.petition.domain;

import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a decision may know beside the request itself.
 *
 * @param now the instant decided on
 * @param marks keyed hashes: to compare codes with the accused body's mark
 */
public record Facts(
    Instant now, Actor actor, Rulebook rulebook, WorkCalendar calendar, Marks marks) {

  /** Keyed hash of a division's or an organisation's code. */
  @FunctionalInterface
  public interface Marks {
    String of(String code);
  }

  public Facts at(Instant instant) {
    return new Facts(instant, actor, rulebook, calendar, marks);
  }

  LocalDate today() {
    return WorkCalendar.dayOf(now);
  }
}
