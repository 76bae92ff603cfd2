package cn.linli.events.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a request took, as known when it was resolved or closed.
 *
 * @param minutes clock minutes from opening, paused time included
 * @param pausedMinutes clock minutes it was suspended
 * @param workingDays working days after the day of opening up to and including the last day
 * @param due the answer's limit in force, extensions included
 * @param onTime resolved at or before {@code due}; true where there is no limit
 * @param afterMediation true where {@code due} followed the limit of a mediation: on-time figures
 *     list such answers apart; absent: no
 */
public record Span(
    Instant openedAt,
    @Nullable Instant due,
    boolean onTime,
    long minutes,
    long pausedMinutes,
    int workingDays,
    @Nullable Boolean afterMediation) {

  public Span(
      Instant openedAt,
      @Nullable Instant due,
      boolean onTime,
      long minutes,
      long pausedMinutes,
      int workingDays) {
    this(openedAt, due, onTime, minutes, pausedMinutes, workingDays, null);
  }

  public Span followingMediation() {
    return new Span(openedAt, due, onTime, minutes, pausedMinutes, workingDays, true);
  }
}
