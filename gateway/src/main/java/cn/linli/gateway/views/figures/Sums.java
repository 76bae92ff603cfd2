package cn.linli.gateway.views.figures;

import java.util.Map;
import java.util.function.Predicate;

/** What was counted for one division: in a period, and from the beginning to the period's end. */
public interface Sums {

  /** In the period; 0 where nothing was counted. */
  long in(Count count);

  /** From the beginning to the end of the period's last day. */
  long until(Count count);

  /** In the period, by code or bin; empty where nothing was counted. */
  Map<String, Long> codes(Count count);

  /** From the beginning to the end of the period's last day, by code. */
  Map<String, Long> codesUntil(Count count);

  /** Whether anything was ever counted for the division, up to the period's end. */
  boolean known();

  /** In the period, over the codes that a test picks. */
  default long in(Count count, Predicate<String> codes) {
    return sum(codes(count), codes);
  }

  static long sum(Map<String, Long> byCode, Predicate<String> codes) {
    return byCode.entrySet().stream()
        .filter(entry -> codes.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Sums of the names that stand in cells: {@code closed.grid}, {@code hours.12}. */
  static Sums of(Map<String, Long> period, Map<String, Long> running) {
    return new NamedSums(period, running);
  }
}
