package cn.linli.gateway.openapi;

import cn.linli.gateway.routing.ServiceCalls.Answer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One OpenAPI document from those of all services. */
final class MergedApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String MISSING = "x-missing-services";

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
      for (var field : List.of("openapi", "info")) {
        if (!merged.has(field)) {
          merged.set(field, api.path(field));
        }
      }
      api.path("paths")
          .properties()
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
