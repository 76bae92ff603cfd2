package cn.linli.platform.config.tables;

import cn.linli.events.WireName;
import java.util.Optional;

/** The tables by the name they have in {@code /api/v1/config/{name}}. */
public enum ConfigName implements WireName {
  LIMITS(LimitTable.class),
  RUNGS(RungTable.class),
  ROUTING(RoutingTable.class),
  ADMISSION_LISTS(AdmissionList.class),
  ASSIST_LISTS(AssistList.class),
  CATEGORIES(CategoryTree.class),
  CALENDARS(CalendarTable.class),
  SEATS(SeatTable.class),
  TARGETS(TargetTable.class),
  RETENTION(RetentionTable.class),
  MECHANISMS(MechanismTable.class),
  PATHWAYS(PathwayTable.class),
  SCHEMES(SchemeTable.class),
  DEEDS(DeedTable.class);

  private final Class<? extends ConfigTable> type;

  ConfigName(Class<? extends ConfigTable> type) {
    this.type = type;
  }

  public Class<? extends ConfigTable> type() {
    return type;
  }

  public static Optional<ConfigName> ofWire(String wire) {
    for (var name : values()) {
      if (name.wire().equals(wire)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  public static ConfigName of(Class<? extends ConfigTable> type) {
    for (var name : values()) {
      if (name.type == type) {
        return name;
      }
    }
    throw new IllegalArgumentException("no table: " + type);
  }
}
