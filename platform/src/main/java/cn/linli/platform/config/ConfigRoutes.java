package cn.linli.platform.config;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.CITY_OFFICER;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.web.Roles.anyone;
import static cn.linli.platform.web.Roles.by;
import static cn.linli.platform.web.Roles.open;

import cn.linli.events.config.ConfigEvent;
import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.config.tables.ConfigTable;
import cn.linli.platform.config.tables.TargetTable;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Violation;
import cn.linli.platform.web.Web;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET} and {@code POST /api/v1/config/<table>?division=}. A table is set as a whole: an
 * incomplete one is refused with its missing cells named.
 */
final class ConfigRoutes implements Resource<ConfigReply> {

  private static final String PREFIX = "/api/v1/config";
  private static final String DIVISION = "division";

  private final Configuration configuration;
  private final Divisions divisions;

  ConfigRoutes(Configuration configuration, Divisions divisions) {
    this.configuration = configuration;
    this.divisions = divisions;
  }

  RouteTable table(Web web, OwnTables own) {
    var routes = Routes.under(PREFIX, web).resource(ConfigReply.class, this);
    for (var config : ConfigName.values()) {
      if (own.has(config)) {
        add(routes, config, config.type());
      }
    }
    if (own.has(ConfigName.TARGETS)) {
      routes
          .get(
              "/targets/set",
              TablesSet.class,
              open(),
              List.of(),
              query -> configuration.set(TargetTable.class))
          .about("Every table of targets that was set, for those who show figures.");
    }
    return routes.build();
  }

  private <T extends ConfigTable> void add(Routes routes, ConfigName config, Class<T> type) {
    String path = "/" + config.wire();
    routes
        .get(path, ConfigReply.class, anyone(), List.of(DIVISION), query -> get(config, query))
        .about("The table in force for a division: its own, an ancestor's or the shipped one.")
        .post(
            path,
            type,
            by(ADMIN, CITY_OFFICER, DISTRICT_OFFICER),
            List.of(DIVISION),
            call -> set(config, call))
        .about("Sets a division's whole table; running cases keep what they were given.");
  }

  private ConfigReply get(ConfigName config, Query<?> query) {
    return show(config, known(query.division(DIVISION)));
  }

  private Command set(ConfigName config, Call<? extends ConfigTable> call) {
    DivisionCode division = known(call.division(DIVISION));
    call.caller().mustCover(division);
    requireComplete(call.body());
    StreamId stream = ConfigKind.stream(config, division);
    return call.changes(stream, rule(stream, config, division, call.body()));
  }

  static Command.Rule rule(
      StreamId stream, ConfigName config, DivisionCode division, ConfigTable table) {
    var json = TableJson.of(table);
    var event =
        new ConfigEvent.TableSet(config.wire(), division.value(), TableJson.sha256(json), json);
    return Command.single(stream, ConfigState.class, (state, at) -> ConfigKind.set(event));
  }

  DivisionCode known(Optional<DivisionCode> division) {
    return division
        .filter(code -> divisions.now().isKnown(code))
        .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-division")));
  }

  static void requireComplete(ConfigTable table) {
    var flaws = table.flaws();
    if (!flaws.isEmpty()) {
      throw new ProblemException(
          new Problem(
              422,
              "incomplete-table",
              Map.of("field", flaws.getFirst().field()),
              flaws.stream().map(flaw -> new Violation(flaw.field(), flaw.problem())).toList(),
              null));
    }
  }

  ConfigReply show(ConfigName config, DivisionCode division) {
    var found = configuration.find(config, division.value());
    return new ConfigReply(
        config.wire(),
        division.value(),
        found.from(),
        configuration.version(config, division),
        found.table());
  }

  /** In force in this instance before the caller is told. */
  @Override
  public ConfigReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (ConfigState) done.states().get(done.primary());
    configuration.learn(done.primary(), state, done.version());
    return new ConfigReply(
        state.config(),
        state.division(),
        state.division(),
        done.version(),
        (ConfigTable) call.body());
  }

  @Override
  public @Nullable ConfigReply asItIsNow(StreamId primary, Caller caller, Language language) {
    String[] name = primary.key().split("@", 2);
    return show(ConfigName.ofWire(name[0]).orElseThrow(), DivisionCode.of(name[1]));
  }
}
