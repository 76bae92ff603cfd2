package cn.linli.platform.timer;

import java.time.Duration;

/**
 * Bounds of a timer's scan.
 *
 * @param perSecondMax nudges sent per second; what piled up while nobody led is caught up with at
 *     this rate, beside the commands of people
 * @param inFlightMax nudges sent and not yet answered
 * @param scanInterval pause when nothing is due
 * @param backOffMin pause of a stream whose nudge failed, doubled with every further failure
 * @param backOffMax the longest such pause
 * @param failingMax streams remembered as failing; beyond that the oldest is tried again early
 * @param leaseTtl how long a dead leader is waited for
 */
public record TimerLimits(
    int perSecondMax,
    int inFlightMax,
    Duration scanInterval,
    Duration backOffMin,
    Duration backOffMax,
    int failingMax,
    Duration leaseTtl) {

  public static final TimerLimits STANDARD =
      new TimerLimits(
          1_000,
          256,
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofMinutes(10),
          10_000,
          Duration.ofSeconds(10));
}
