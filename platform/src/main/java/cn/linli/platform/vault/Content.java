package cn.linli.platform.vault;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What a reference leads to. */
public sealed interface Content {

  JsonMapper JSON = JsonMapper.builder().build();

  /** {@code json} is what was put in: a text or a record, as UTF-8 JSON. */
  record Open(byte[] json) implements Content {
    public <T> T as(Class<T> type) {
      return JSON.readValue(json, type);
    }
  }

  /** Its key is gone: nobody reads this any more, here or in any copy made since. */
  record Erased() implements Content {}

  default <T> Optional<T> read(Class<T> type) {
    return this instanceof Open open ? Optional.of(open.as(type)) : Optional.empty();
  }

  /** Empty for a record too: what is no plain text is read by who knows its shape. */
  default Optional<String> text() {
    return this instanceof Open(var json) && json.length > 0 && json[0] == '"'
        ? read(String.class)
        : Optional.empty();
  }
}
