package cn.linli.events.schema;

import cn.linli.events.CloudEventHeaders;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The same schemas as one AsyncAPI 3.0 document, which the gateway serves. */
final class AsyncApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DEFS = "#/$defs/";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final List<String> HEADERS =
      List.of(
          CloudEventHeaders.SPEC_VERSION,
          CloudEventHeaders.ID,
          CloudEventHeaders.SOURCE,
          CloudEventHeaders.TYPE,
          CloudEventHeaders.SUBJECT,
          CloudEventHeaders.TIME,
          CloudEventHeaders.SEQUENCE,
          CloudEventHeaders.CORRELATION,
          CloudEventHeaders.CAUSATION,
          CloudEventHeaders.DIVISION,
          CloudEventHeaders.CLASSIFICATION,
          CloudEventHeaders.ACTOR);

  private AsyncApi() {}

  static String yaml(Map<String, ObjectNode> schemas) {
    ObjectNode root = JSON.createObjectNode();
    root.put("asyncapi", "3.0.0");
    root.putObject("info")
        .put("title", "Linli events")
        .put("version", "1.0.0")
        .put("description", "What happened, as CloudEvents 1.0 in Kafka's binary mode.")
        .putObject("license")
        .put("name", "Apache-2.0");
    root.put("defaultContentType", "application/json");
    ObjectNode channels = root.putObject("channels");
    ObjectNode operations = root.putObject("operations");
    PublishedEvents.BY_TOPIC
        .keySet()
        .forEach(topic -> {
          ObjectNode messages =
              channels.putObject(topic).put("address", topic).putObject("messages");
          PublishedEvents.records(topic)
              .keySet()
              .forEach(
                  type -> messages.putObject(type).put("$ref", "#/components/messages/" + type));
          operations
              .putObject("read-" + topic)
              .put("action", "receive")
              .putObject("channel")
              .put("$ref", "#/channels/" + topic);
        });
    components(root.putObject("components"), schemas);
    return YAMLMapper.builder()
        .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
        .disable(YAMLWriteFeature.SPLIT_LINES)
        .build()
        .writeValueAsString(root);
  }

  private static void components(ObjectNode components, Map<String, ObjectNode> schemas) {
    ObjectNode messages = components.putObject("messages");
    ObjectNode all = components.putObject("schemas");
    all.set("headers", headers());
    schemas.forEach((type, schema) -> {
      ObjectNode message = messages.putObject(type).put("name", type);
      if (schema.has("description")) {
        message.set("summary", schema.get("description"));
      }
      message.putObject("headers").put("$ref", SCHEMAS + "headers");
      message.putObject("payload").put("$ref", SCHEMAS + type);
      ObjectNode own = schema.deepCopy();
      own.remove(List.of("$schema", "$id", "$defs"));
      put(all, type, own);
      schema.path("$defs").properties().forEach(d -> put(all, d.getKey(), d.getValue()));
    });
  }

  /** Two parts of the same name must be the same, or the document would lie about one of them. */
  private static void put(ObjectNode all, String name, JsonNode schema) {
    JsonNode moved = JSON.readTree(schema.toString().replace(DEFS, SCHEMAS));
    JsonNode before = all.get(name);
    if (before != null && !before.equals(moved)) {
      throw new IllegalStateException("two different parts are called " + name);
    }
    all.set(name, moved);
  }

  private static ObjectNode headers() {
    ObjectNode headers = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = headers.putObject("properties");
    ArrayNode required = headers.putArray("required");
    HEADERS.forEach(name -> {
      properties.putObject(name).put("type", "string");
      required.add(name);
    });
    properties.putObject(CloudEventHeaders.TRACE_PARENT).put("type", "string");
    properties
        .putObject(CloudEventHeaders.N)
        .put("type", "string")
        .put("description", "dense number of the record in its partition, from 1");
    return headers;
  }
}
