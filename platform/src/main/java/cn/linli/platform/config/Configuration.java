package cn.linli.platform.config;

import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.tables.CalendarTable;
import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.config.tables.ConfigTable;
import cn.linli.platform.division.DivisionCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The tables in force, from memory. A place has its own table, else that of its nearest ancestor,
 * else the shipped one.
 */
public final class Configuration {

  private static final Logger LOG = LoggerFactory.getLogger(Configuration.class);

  private final AtomicReference<TablesInForce> tables = new AtomicReference<>(TablesInForce.NONE);

  /** Calendars cost some thousand entries each, and there are only a few different ones. */
  private final Map<CalendarTable, WorkCalendar> calendars = new ConcurrentHashMap<>();

  /**
   * The table for a place.
   *
   * @param division any form of its code; {@code unknown} has the shipped tables
   */
  public <T extends ConfigTable> T table(Class<T> type, String division) {
    return type.cast(find(ConfigName.of(type), division).table());
  }

  public <T extends ConfigTable> T table(Class<T> type, DivisionCode division) {
    return table(type, division.value());
  }

  /** The working days of a place. */
  public WorkCalendar calendar(String division) {
    return calendars.computeIfAbsent(
        table(CalendarTable.class, division), table -> table.over(WorkCalendar.national()));
  }

  TablesInForce.Found find(ConfigName config, String division) {
    return tables
        .get()
        .find(config, DivisionCode.parse(division).map(DivisionCode::path).orElse(List.of()));
  }

  <T extends ConfigTable> TablesSet<T> set(Class<T> type) {
    return new TablesSet<>(tables.get().set(ConfigName.of(type), type));
  }

  long version(ConfigName config, DivisionCode division) {
    return tables.get().version(config, division.value());
  }

  /**
   * Takes in what a stream has become; an older version than the one known is left out. A table
   * that can't be read (written by a newer version) stays out of force, and is told.
   */
  void learn(StreamId stream, ConfigState state, long version) {
    var config = ConfigName.ofWire(state.config());
    if (config.isEmpty()) {
      LOG.error("Table {} is not known to this version; it is not in force", stream);
      return;
    }
    try {
      ConfigTable table = TableJson.read(config.get(), state.table());
      if (table.flaws().isEmpty()) {
        tables.updateAndGet(before -> before.with(config.get(), state.division(), table, version));
      } else {
        LOG.error("Table {} is not in force: {}", stream, table.flaws());
      }
    } catch (JacksonException e) {
      LOG.error("Table {} is not in force: it can't be read", stream, e);
    }
  }
}
