package cn.linli.platform.config;

import cn.linli.platform.config.tables.ConfigTable;
import java.util.List;

/**
 * All tables of one kind that somebody set: for those who keep a copy of them. Tables are public.
 */
public record TablesSet<T extends ConfigTable>(List<Entry<T>> tables) {

  /** The table of one division, as a whole. */
  public record Entry<T extends ConfigTable>(String division, long version, T table) {}

  public TablesSet {
    tables = List.copyOf(tables);
  }
}
