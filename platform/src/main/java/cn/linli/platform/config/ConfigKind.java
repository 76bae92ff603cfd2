package cn.linli.platform.config;

import cn.linli.events.config.ConfigEvent;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import java.time.Instant;

/** Streams {@code config:<table>@<division>}. */
final class ConfigKind extends PlainKind<ConfigState, ConfigEvent> {

  static final String NAME = "config";

  ConfigKind() {
    super(NAME, 1, ConfigState.class, ConfigEvent.class, ConfigState.NONE);
  }

  static StreamId stream(ConfigName config, DivisionCode division) {
    return new StreamId(NAME, config.wire() + "@" + division.value());
  }

  /** Setting what is set already is a commit too: its caller gets a version either way. */
  static Decision<ConfigEvent> set(ConfigEvent.TableSet table) {
    return Decision.accept(table);
  }

  @Override
  public ConfigState evolve(ConfigState state, ConfigEvent event, Instant at, String by) {
    return switch (event) {
      case ConfigEvent.TableSet set ->
          new ConfigState(set.config(), set.division(), set.sha256(), set.table());
    };
  }

  @Override
  public String division(ConfigState state) {
    return state.division();
  }
}
