package cn.linli.events.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What may not change under one type name: readers and the journal of years ago rely on it. Allowed
 * are new types, new fields that may be absent, and new values of an enumeration. All else is a new
 * version: {@code @EventVersion(2)} on a new record beside the old one.
 */
final class Compatibility {

  private static final JsonNode ABSENT = JsonNodeFactory.instance.missingNode();

  private final List<String> breaks = new ArrayList<>();
  private final JsonNode beforeRoot;
  private final JsonNode afterRoot;

  private Compatibility(JsonNode before, JsonNode after) {
    this.beforeRoot = before;
    this.afterRoot = after;
  }

  /** Each break as {@code <type>: <field> <what>}; empty if the change is harmless. */
  static List<String> breaks(
      Map<String, ? extends JsonNode> before, Map<String, ? extends JsonNode> after) {
    var breaks = new ArrayList<String>();
    before.forEach((type, schema) -> {
      if (after.get(type) == null) {
        breaks.add(type + ": the type is gone");
      } else {
        var check = new Compatibility(schema, after.get(type));
        check.compare("", schema, after.get(type));
        check.breaks.forEach(found -> breaks.add(type + ": " + found));
      }
    });
    return breaks;
  }

  private void compare(String path, JsonNode beforeRaw, JsonNode afterRaw) {
    boolean couldBeNull = mayBeNull(beforeRaw, beforeRoot);
    boolean canBeNull = mayBeNull(afterRaw, afterRoot);
    if (canBeNull && !couldBeNull) {
      breaks.add(path + " may be null now");
    } else if (couldBeNull && !canBeNull) {
      breaks.add(path + " may not be null any more");
    }
    JsonNode before = value(beforeRaw, beforeRoot);
    JsonNode after = value(afterRaw, afterRoot);
    Set<String> typesBefore = types(before);
    Set<String> typesAfter = types(after);
    if (!typesBefore.equals(typesAfter)) {
      breaks.add(path + " changed from " + typesBefore + " to " + typesAfter);
      return;
    }
    before
        .path("enum")
        .forEach(constant -> {
          if (!contains(after.path("enum"), constant)) {
            breaks.add(path + " lost the value " + constant);
          }
        });
    if (before.has("items")) {
      compare(path + "[]", before.get("items"), after.path("items"));
    }
    compareProperties(path, before, after);
  }

  private void compareProperties(String path, JsonNode before, JsonNode after) {
    JsonNode old = before.path("properties");
    JsonNode now = after.path("properties");
    old.properties()
        .forEach(field -> {
          String here = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
          if (now.has(field.getKey())) {
            compare(here, field.getValue(), now.get(field.getKey()));
          } else {
            breaks.add(here + " is gone");
          }
        });
    now.properties()
        .forEach(field -> {
          if (!old.has(field.getKey()) && requires(after, field.getKey())) {
            breaks.add(
                (path.isEmpty() ? "" : path + ".") + field.getKey() + " is new and required");
          }
        });
  }

  private static boolean requires(JsonNode schema, String field) {
    return schema.path("required").valueStream().anyMatch(name -> name.asString().equals(field));
  }

  private static boolean contains(JsonNode array, JsonNode element) {
    return array.valueStream().anyMatch(element::equals);
  }

  /** Behind references and the alternative "or null". */
  private static JsonNode value(JsonNode schema, JsonNode root) {
    JsonNode resolved = schema;
    while (resolved.has("$ref")) {
      resolved = root.at(resolved.get("$ref").asString().substring(1));
    }
    for (String either : List.of("anyOf", "oneOf")) {
      for (JsonNode option : resolved.path(either)) {
        if (!option.path("type").asString("").equals("null")) {
          return value(option, root);
        }
      }
    }
    return resolved.isMissingNode() ? ABSENT : resolved;
  }

  private static boolean mayBeNull(JsonNode schema, JsonNode root) {
    JsonNode resolved = schema;
    while (resolved.has("$ref")) {
      resolved = root.at(resolved.get("$ref").asString().substring(1));
    }
    return typeNames(resolved).contains("null")
        || contains(resolved.path("enum"), JsonNodeFactory.instance.nullNode())
        || resolved.path("anyOf").valueStream().anyMatch(o -> typeNames(o).contains("null"))
        || resolved.path("oneOf").valueStream().anyMatch(o -> typeNames(o).contains("null"));
  }

  private static Set<String> types(JsonNode schema) {
    var types = typeNames(schema);
    types.remove("null");
    if (schema.has("format")) {
      types.add(schema.get("format").asString());
    }
    if (schema.has("enum")) {
      types.add("enum");
    }
    return types;
  }

  private static Set<String> typeNames(JsonNode schema) {
    var names = new HashSet<String>();
    JsonNode type = schema.path("type");
    if (type.isString()) {
      names.add(type.asString());
    }
    type.forEach(name -> names.add(name.asString()));
    return names;
  }
}
