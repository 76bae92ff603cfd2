package cn.linli.timebank.proof;

import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Walks over the fields of an event without decoding it. */
final class JsonFields {

  private final JsonFactory json = new JsonFactory();

  /**
   * @param field gets each name and the parser on its value, for all that have one; passes over
   *     what it does not want with {@code skipChildren}
   */
  void each(String event, BiConsumer<String, JsonParser> field) {
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), event)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() != JsonToken.VALUE_NULL) {
          field.accept(name, parser);
        }
      }
    }
  }
}
