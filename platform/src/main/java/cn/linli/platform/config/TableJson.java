package cn.linli.platform.config;

import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.config.tables.ConfigTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tables as they are kept: the JSON of their records. */
final class TableJson {

  /** Fields that a newer version wrote and this one does not know are skipped on reading. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private TableJson() {}

  static JsonNode of(ConfigTable table) {
    return MAPPER.valueToTree(table);
  }

  static ConfigTable read(ConfigName config, JsonNode json) {
    return MAPPER.treeToValue(json, config.type());
  }

  static ConfigState state(String json) {
    return MAPPER.readValue(json, ConfigState.class);
  }

  static String sha256(JsonNode table) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(table.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
