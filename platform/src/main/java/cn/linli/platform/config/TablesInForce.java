package cn.linli.platform.config;

import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.config.tables.ConfigTable;
import cn.linli.platform.config.tables.ShippedTables;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every table that was set, at one moment. Immutable. */
final class TablesInForce {

  static final TablesInForce NONE = new TablesInForce(Map.of());

  /** What stands where. */
  record Key(ConfigName config, String division) {}

  /**
   * @param from the division whose table it is; {@code shipped} if nobody set one
   * @param version of its stream; 0 if shipped
   */
  record Found(ConfigTable table, String from, long version) {}

  static final String SHIPPED = "shipped";

  private final Map<Key, Found> tables;

  private TablesInForce(Map<Key, Found> tables) {
    this.tables = Map.copyOf(tables);
  }

  TablesInForce with(ConfigName config, String division, ConfigTable table, long version) {
    var key = new Key(config, division);
    Found before = tables.get(key);
    if (before != null && before.version() >= version) {
      return this;
    }
    var changed = new HashMap<>(tables);
    changed.put(key, new Found(table, division, version));
    return new TablesInForce(changed);
  }

  /** Every table of a kind that was set, by its division's code. */
  <T extends ConfigTable> List<TablesSet.Entry<T>> set(ConfigName config, Class<T> type) {
    return tables.entrySet().stream()
        .filter(entry -> entry.getKey().config() == config)
        .map(entry ->
            new TablesSet.Entry<>(
                entry.getKey().division(),
                entry.getValue().version(),
                type.cast(entry.getValue().table())))
        .sorted(Comparator.comparing(TablesSet.Entry<T>::division))
        .toList();
  }

  /** 0 if it was never set there. */
  long version(ConfigName config, String division) {
    Found own = tables.get(new Key(config, division));
    return own == null ? 0 : own.version();
  }

  /**
   * The nearest ancestor's table.
   *
   * @param path codes from the province down to the place
   */
  Found find(ConfigName config, List<String> path) {
    for (String division : path.reversed()) {
      Found found = tables.get(new Key(config, division));
      if (found != null) {
        return found;
      }
    }
    return new Found(ShippedTables.of(config), SHIPPED, 0);
  }
}
