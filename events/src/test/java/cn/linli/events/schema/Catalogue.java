package cn.linli.events.schema;

import cn.linli.events.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas as a page people read. */
final class Catalogue {

  private static final String HEAD =
      """
      # Events

      Generated from the records in `events/`; do not edit. After a change of a record run

          ./mvnw -pl events test -Dtest=DocumentsTest -Dlinli.events.regenerate=true

      An incompatible change under the same type name is refused there too: a removed type or field, another type, a
      new required field, a lost value of an enumeration, null where there was none. Write a new record with
      `@EventVersion` beside the old one. (`=forced` takes it anyway; only for events that no one has published yet.)

      Events travel as CloudEvents 1.0 in Kafka's binary mode: the attributes are headers, the key is the stream, the
      value is the JSON described here. No value holds personal data or free text: fields that end in `Ref` point into
      the vault of the service, fields that end in `Mark` are keyed hashes. `basis` and the tables of `TableSet` are
      published texts: the norm a limit rests on, the name of a category.

      Every value also has the fields of the stamp: `day`, `recordedAt` and `path`.
      """;

  private Catalogue() {}

  static String markdown(Map<String, ObjectNode> schemas) {
    var page = new StringBuilder(HEAD);
    PublishedEvents.BY_TOPIC
        .keySet()
        .forEach(topic -> {
          page.append("\n## `")
              .append(topic)
              .append("`\n\nPartitions: ")
              .append(Topics.PARTITIONS)
              .append(" (standalone ")
              .append(Topics.PARTITIONS_STANDALONE)
              .append("), for ever. Kept without limit.\n");
          PublishedEvents.records(topic).keySet().forEach(t -> event(t, schemas.get(t), page));
        });
    var shared = new java.util.TreeMap<String, JsonNode>();
    schemas
        .values()
        .forEach(
            s -> s.path("$defs").properties().forEach(d -> shared.put(d.getKey(), d.getValue())));
    page.append("\n## Parts that events share\n");
    shared.forEach((name, schema) -> {
      page.append("\n### ").append(name).append("\n");
      describe(schema, page);
      fields(schema, List.of(), page);
    });
    return page.toString();
  }

  private static void event(String type, ObjectNode schema, StringBuilder page) {
    page.append("\n### [`").append(type).append("`](").append(type).append(".schema.json)\n");
    describe(schema, page);
    fields(schema, List.of("day", "recordedAt", "path"), page);
  }

  private static void describe(JsonNode schema, StringBuilder page) {
    if (schema.has("description")) {
      page.append("\n").append(schema.get("description").asString()).append("\n");
    }
  }

  private static void fields(JsonNode schema, List<String> left, StringBuilder page) {
    var lines = new ArrayList<String>();
    schema
        .path("properties")
        .properties()
        .forEach(field -> {
          if (!left.contains(field.getKey())) {
            lines.add(
                "| `%s` | %s | %s |\n"
                    .formatted(
                        field.getKey(),
                        type(field.getValue()),
                        field.getValue().path("description").asString("")));
          }
        });
    if (!lines.isEmpty()) {
      page.append("\n| field | type | meaning |\n|---|---|---|\n");
      lines.forEach(page::append);
    }
  }

  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return schema.get("$ref").asString().replaceFirst(".*/", "");
    }
    if (schema.has("enum")) {
      return schema
          .get("enum")
          .valueStream()
          .map(value -> value.isString() ? value.asString() : value.toString())
          .collect(Collectors.joining(" · "));
    }
    if (schema.has("anyOf")) {
      return schema
          .get("anyOf")
          .valueStream()
          .map(Catalogue::type)
          .sorted(java.util.Comparator.comparing("null"::equals))
          .collect(Collectors.joining(" or "));
    }
    if (schema.has("items")) {
      return "list of " + type(schema.get("items"));
    }
    JsonNode type = schema.path("type");
    String name =
        schema
            .path("format")
            .asString(type.isArray() ? type.get(0).asString() : type.asString("any"));
    if (name.equals("string") && schema.has("pattern")) {
      name = "code";
    }
    return type.isArray() ? name + " or null" : name;
  }
}
