package cn.linli.platform.config;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.CITY_OFFICER;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;

import cn.linli.platform.calendar.SpecialDay;
import cn.linli.platform.calendar.SpecialDays;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.tables.CalendarTable;
import cn.linli.platform.config.tables.CategoryCsv;
import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.config.tables.ConfigTable;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.FileCall;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Violation;
import cn.linli.platform.web.Web;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables that people keep in spreadsheets come in as CSV: categories, days of the calendar. */
final class ConfigImports {

  private static final Roles EDITORS = Roles.by(ADMIN, CITY_OFFICER, DISTRICT_OFFICER);
  private static final String DIVISION = "division";
  private static final String LAST_COVERED_YEAR = "lastCoveredYear";

  private final Configuration configuration;
  private final ConfigRoutes routes;

  ConfigImports(Configuration configuration, ConfigRoutes routes) {
    this.configuration = configuration;
    this.routes = routes;
  }

  RouteTable table(Web web, OwnTables own) {
    var routes = Routes.under("/api/v1", web);
    if (own.has(ConfigName.CATEGORIES)) {
      routes
          .file(
              "/config/categories/import",
              ConfigReply.class,
              EDITORS,
              List.of(DIVISION),
              call -> set(call, ConfigName.CATEGORIES, CategoryCsv.read(call.text())))
          .about("Replaces a division's categories: code,parent,zh,en or level1,level2,level3.");
    }
    if (own.has(ConfigName.CALENDARS)) {
      routes
          .file(
              "/calendar/import",
              ConfigReply.class,
              EDITORS,
              List.of(DIVISION, LAST_COVERED_YEAR),
              call -> set(call, ConfigName.CALENDARS, calendar(call)))
          .about("Adds days to a division's calendar: date,kind,name.");
    }
    return routes.build();
  }

  /** The division's days so far with the new ones over them, date by date. */
  private CalendarTable calendar(FileCall call) {
    DivisionCode division = routes.known(call.division(DIVISION));
    var read = SpecialDays.read(call.text());
    if (!read.badLines().isEmpty()) {
      throw new ProblemException(
          new Problem(
              422,
              "incomplete-table",
              Map.of("field", "line " + read.badLines().getFirst()),
              read.badLines().stream()
                  .map(line -> new Violation("line " + line, "is no day"))
                  .toList(),
              null));
    }
    CalendarTable before = configuration.table(CalendarTable.class, division);
    var days = new TreeMap<LocalDate, SpecialDay>();
    before.days().forEach(day -> days.put(day.date(), day));
    read.days().forEach(day -> days.put(day.date(), day));
    int year =
        call.text(LAST_COVERED_YEAR).map(ConfigImports::year).orElse(before.lastCoveredYear());
    return new CalendarTable(List.copyOf(days.values()), year, before.basis());
  }

  private static int year(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new ProblemException(
          Problem.of(422, "incomplete-table", Map.of("field", LAST_COVERED_YEAR)));
    }
  }

  private ConfigReply set(FileCall call, ConfigName config, ConfigTable table)
      throws InterruptedException {
    DivisionCode division = routes.known(call.division(DIVISION));
    call.caller().mustCover(division);
    ConfigRoutes.requireComplete(table);
    StreamId stream = ConfigKind.stream(config, division);
    var done = call.commit(stream, ConfigRoutes.rule(stream, config, division, table));
    configuration.learn(stream, (ConfigState) done.states().get(stream), done.version());
    return routes.show(config, division);
  }
}
