package cn.linli.gateway.views.figures;

import java.util.Map;
import java.util.TreeMap;

/** What was counted for one division: in a period, and from the beginning to the period's end. */
public interface Sums {

  /** In the period; 0 where nothing was counted. */
  long in(Count count);

  /** From the beginning to the end of the period's last day: a state that events move. */
  long until(Count count);

  /** In the period, bin to number of entries, bins ascending; empty where nothing was counted. */
  TreeMap<Long, Long> bins(Count count);

  /** Whether anything was ever counted for the division, up to the period's end. */
  boolean known();

  /** Sums of plain names, for recounts and tests. */
  static Sums of(Map<String, Long> period, Map<String, Long> running) {
    return new NamedSums(period, running);
  }
}
