package cn.linli.benchmarks.load;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What one measured run saw.
 *
 * @param failed answers that were not the expected status, and broken connections
 * @param latencyMicros of the good answers
 */
public record Sample(
    String name, int connections, long good, long failed, double seconds, Histogram latencyMicros) {

  public double perSecond() {
    return good / seconds;
  }

  public double millisAt(double percentile) {
    return latencyMicros.getValueAtPercentile(percentile) / 1000.0;
  }

  /**
   * One row of a Markdown table: name, connections, per second, p50, p95, p99, max (ms), good,
   * failed.
   */
  public String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,.0f | %.1f | %.1f | %.1f | %.1f | %,d | %,d |",
        name,
        connections,
        perSecond(),
        millisAt(50),
        millisAt(95),
        millisAt(99),
        latencyMicros.getMaxValue() / 1000.0,
        good,
        failed);
  }

  public static String head() {
    return "| what | connections | per s | p50 ms | p95 ms | p99 ms | max ms | good | failed |\n"
        + "|---|---|---|---|---|---|---|---|---|";
  }
}
