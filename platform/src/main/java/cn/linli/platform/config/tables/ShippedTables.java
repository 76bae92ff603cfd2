package cn.linli.platform.config.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The tables that hold where a tenant set none. They lie beside this class as JSON. */
public final class ShippedTables {

  private static final Map<ConfigName, ConfigTable> TABLES = load();

  private ShippedTables() {}

  public static ConfigTable of(ConfigName name) {
    return Objects.requireNonNull(TABLES.get(name));
  }

  public static <T extends ConfigTable> T of(Class<T> type) {
    return type.cast(of(ConfigName.of(type)));
  }

  private static Map<ConfigName, ConfigTable> load() {
    var mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    var tables = new EnumMap<ConfigName, ConfigTable>(ConfigName.class);
    for (var name : ConfigName.values()) {
      String file = name.wire() + ".json";
      try (var json = ShippedTables.class.getResourceAsStream(file)) {
        tables.put(name, mapper.readValue(Objects.requireNonNull(json, file), name.type()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return tables;
  }
}
