package cn.linli.gateway.views.targets;

import cn.linli.platform.config.TablesSet;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.platform.config.tables.TargetTable;
import cn.linli.platform.division.DivisionCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of targets in force. A division has its own, else that of its nearest ancestor, else
 * the shipped one; a table counts as a whole, so a figure it does not name has no target there.
 */
public final class Targets {

  private static final double PERCENT = 100;

  private volatile Map<String, TargetTable> set = Map.of();

  /** Between 0 and 1; null where the place aims at nothing. */
  public @Nullable Double of(String figure, DivisionCode division) {
    return table(division)
        .target(figure)
        .map(TargetTable.Target::percent)
        .map(percent -> percent / PERCENT)
        .orElse(null);
  }

  private TargetTable table(DivisionCode division) {
    Map<String, TargetTable> now = set;
    for (String code : division.path().reversed()) {
      TargetTable found = now.get(code);
      if (found != null) {
        return found;
      }
    }
    return ShippedTables.of(TargetTable.class);
  }

  /** All tables that were set, in place of those known. */
  void learn(List<TablesSet.Entry<TargetTable>> tables) {
    set =
        tables.stream()
            .collect(
                Collectors.toUnmodifiableMap(TablesSet.Entry::division, TablesSet.Entry::table));
  }
}
