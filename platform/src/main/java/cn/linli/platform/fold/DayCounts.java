package cn.linli.platform.fold;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The counts of one division on one day: in total, and under each label. */
final class DayCounts {

  private final Sums total = new Sums();
  private final Map<String, Sums> byLabel = new HashMap<>();

  Sums total() {
    return total;
  }

  Sums under(String label) {
    return byLabel.computeIfAbsent(label, unseen -> new Sums());
  }

  void addAll(DayCounts other) {
    total.addAll(other.total);
    other.byLabel.forEach((label, sums) -> under(label).addAll(sums));
  }

  void emitDivided(String field, Supplier<CellChange> cell) {
    if (!byLabel.isEmpty()) {
      CellChange change = cell.get();
      byLabel.forEach((label, sums) -> sums.emit(field + "." + label, change));
    }
  }

  /** Name to sum. A sum of zero stays: the cells must not depend on how records were batched. */
  static final class Sums {

    private static final class Sum {
      long value;
    }

    private final Map<String, Sum> sums = new HashMap<>(8);

    void add(String name, long delta) {
      sums.computeIfAbsent(name, unseen -> new Sum()).value += delta;
    }

    void addAll(Sums other) {
      other.sums.forEach((name, sum) -> add(name, sum.value));
    }

    void emit(String field, CellChange into) {
      sums.forEach((name, sum) -> into.add(field + "." + name, sum.value));
    }
  }
}
