package cn.linli.gateway.views.figures;

import java.util.Map;
import java.util.TreeMap;

/** Sums by the names that stand in cells. */
record NamedSums(Map<String, Long> period, Map<String, Long> running) implements Sums {

  @Override
  public long in(Count count) {
    return period.getOrDefault(count.name(), 0L);
  }

  @Override
  public long until(Count count) {
    return running.getOrDefault(count.name(), 0L);
  }

  @Override
  public Map<String, Long> codes(Count count) {
    return codes(count, period);
  }

  @Override
  public Map<String, Long> codesUntil(Count count) {
    return codes(count, running);
  }

  @Override
  public boolean known() {
    return !period.isEmpty() || !running.isEmpty();
  }

  private static Map<String, Long> codes(Count count, Map<String, Long> sums) {
    String prefix = count.name() + ".";
    var codes = new TreeMap<String, Long>();
    sums.forEach((name, sum) -> {
      if (name.startsWith(prefix)) {
        codes.put(name.substring(prefix.length()), sum);
      }
    });
    return codes;
  }
}
