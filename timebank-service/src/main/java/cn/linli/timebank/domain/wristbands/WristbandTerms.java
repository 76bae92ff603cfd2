package cn.linli.timebank.domain.wristbands;

import java.time.Duration;

/**
 * How readings become sessions. Source: domain rules §6.2 rule 3, issue 6; the durations are
 * project decisions.
 *
 * @param openMinutes what a session is worth that nobody ended
 * @param grace how long after a session may have ended readings are waited for
 */
public record WristbandTerms(int openMinutes, Duration grace) {

  /** The same check at the same place within this time is one. */
  public static final Duration DOUBLE = Duration.ofSeconds(120);

  /** Nobody serves longer at a stretch; a check-out that comes later belongs to nothing. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Readings may come this late. */
  public static final Duration LATE_MAX = Duration.ofHours(72);

  /** A kiosk's clock may be ahead by this much. */
  public static final Duration AHEAD_MAX = Duration.ofSeconds(120);

  /** Nothing that may still arrive changes a session that began this long ago. */
  public static final Duration KEPT = LATE_MAX.plus(LONGEST);

  /** Readings of one wristband that wait or are kept; more are refused until some were deleted. */
  public static final int READINGS_MAX = 400;

  public WristbandTerms {
    if (openMinutes < 0 || Duration.ofMinutes(openMinutes).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("not the minutes of a session: " + openMinutes);
    }
    if (grace.isNegative() || grace.compareTo(LATE_MAX) > 0) {
      throw new IllegalArgumentException("not a time to wait for readings: " + grace);
    }
  }

  /**
   * When a session that began then is settled: it has ended, and what is late has come. The last
   * instant of both is in time.
   */
  public Duration settledAfter() {
    return LONGEST.plus(grace).plusMillis(1);
  }
}
