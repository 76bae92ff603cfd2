package cn.linli.platform.config;

import cn.linli.platform.config.tables.ConfigName;
import java.util.EnumSet;
import java.util.Set;

/** Tables that a service owns: each is set in one service and read there. */
public record OwnTables(Set<ConfigName> names) {

  public OwnTables {
    names = Set.copyOf(names);
  }

  public static OwnTables of(ConfigName first, ConfigName... others) {
    return new OwnTables(EnumSet.of(first, others));
  }

  public static OwnTables allBut(ConfigName first, ConfigName... others) {
    return new OwnTables(EnumSet.complementOf(EnumSet.of(first, others)));
  }

  boolean has(ConfigName name) {
    return names.contains(name);
  }
}
