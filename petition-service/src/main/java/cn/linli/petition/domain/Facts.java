package cn.linli.petition.domain;

import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a decision may know beside the request itself.
 *
 * @param now the instant decided on
 * @param marks keyed hashes: to compare codes with the accused body's mark
 * @param paths a division's ancestors, itself last
 */
public record Facts(
    Instant now, Actor actor, Rulebook rulebook, WorkCalendar calendar, Marks marks, Paths paths) {

  /** Codes from the province down to the division; {@code ["unknown"]} in quarantine. */
  @FunctionalInterface
  public interface Paths {
    List<String> of(String division);
  }

  /** Keyed hash of a division's or an organisation's code. */
  @FunctionalInterface
  public interface Marks {
    String of(String code);
  }

  public Facts at(Instant instant) {
    return new Facts(instant, actor, rulebook, calendar, marks, paths);
  }

  LocalDate today() {
    return WorkCalendar.dayOf(now);
  }
}
