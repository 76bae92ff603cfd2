package cn.linli.gateway.openapi;

import cn.linli.gateway.routing.ServiceCalls.Answer;
import java.util.HashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One OpenAPI document from those of all services. */
final class MergedApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String MISSING = "x-missing-services";
  private static final String SCHEMAS = "schemas";
  private static final String REFERENCE = "$ref";
  private static final String SCHEMA_PATH = "#/components/schemas/";

  /** Where services meet: nobody else gets there through this gateway. */
  private static final String INTERNAL = "/api/v1/internal/";

  private MergedApi() {}

  /** Whether every service has told its part. */
  static boolean isWhole(JsonNode merged) {
    return !merged.has(MISSING);
  }

  static ObjectNode of(List<Answer> answers) {
    ObjectNode merged = JSON.createObjectNode();
    ObjectNode paths = JSON.createObjectNode();
    ObjectNode components = JSON.createObjectNode();
    ArrayNode missing = JSON.createArrayNode();
    for (var answer : answers) {
      JsonNode api = answer.body();
      if (api == null) {
        missing.add(answer.service());
        continue;
      }
      api = withOwnNames(answer.service(), api, components.path(SCHEMAS));
      for (var field : List.of("openapi", "info")) {
        if (!merged.has(field)) {
          merged.set(field, api.path(field));
        }
      }
      api.path("paths").properties().stream()
          .filter(path -> !path.getKey().startsWith(INTERNAL))
          .forEach(path -> addPath(paths, path.getKey(), path.getValue()));
      api.path("components")
          .properties()
          .forEach(kind -> addAll(components, kind.getKey(), kind.getValue()));
    }
    merged.set("paths", paths);
    merged.set("components", components);
    if (!missing.isEmpty()) {
      merged.set(MISSING, missing);
    }
    return merged;
  }

  /** What another service calls by the same name, and is something else, is told apart. */
  private static JsonNode withOwnNames(String service, JsonNode api, JsonNode known) {
    var renamed = new HashMap<String, String>();
    api.path("components")
        .path(SCHEMAS)
        .properties()
        .forEach(schema -> {
          JsonNode other = known.get(schema.getKey());
          if (other != null && !other.equals(schema.getValue())) {
            renamed.put(schema.getKey(), service + "." + schema.getKey());
          }
        });
    if (renamed.isEmpty()) {
      return api;
    }
    JsonNode own = api.deepCopy();
    var schemas = (ObjectNode) own.path("components").path(SCHEMAS);
    renamed.forEach((from, to) -> schemas.set(to, schemas.remove(from)));
    own.findParents(REFERENCE)
        .forEach(parent -> {
          String to = parent.get(REFERENCE).asString();
          String name = renamed.get(to.replace(SCHEMA_PATH, ""));
          if (to.startsWith(SCHEMA_PATH) && name != null) {
            ((ObjectNode) parent).put(REFERENCE, SCHEMA_PATH + name);
          }
        });
    return own;
  }

  /** A path may have its GET in one service and its POST in another. */
  private static void addPath(ObjectNode paths, String path, JsonNode operations) {
    if (paths.get(path) instanceof ObjectNode known) {
      operations.properties().forEach(it -> known.set(it.getKey(), it.getValue()));
    } else {
      paths.set(path, operations);
    }
  }

  private static void addAll(ObjectNode components, String kind, JsonNode named) {
    ObjectNode known =
        components.get(kind) instanceof ObjectNode there ? there : components.putObject(kind);
    named.properties().forEach(it -> known.set(it.getKey(), it.getValue()));
  }
}
