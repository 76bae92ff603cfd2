package cn.linli.gateway.views.figures;

import java.util.Map;
import java.util.TreeMap;

/** Sums by the names that stand in cells: {@code closed}, {@code hours.12}. */
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
  public TreeMap<Long, Long> bins(Count count) {
    String prefix = count.name() + ".";
    var bins = new TreeMap<Long, Long>();
    period.forEach((name, sum) -> {
      if (name.startsWith(prefix) && sum != 0) {
        bins.put(Long.valueOf(name.substring(prefix.length())), sum);
      }
    });
    return bins;
  }

  @Override
  public boolean known() {
    return !period.isEmpty() || !running.isEmpty();
  }
}
