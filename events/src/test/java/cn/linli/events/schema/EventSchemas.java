package cn.linli.events.schema;

import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON Schema of an event's value from its record and the stamp beside its fields. */
final class EventSchemas {

  /** What a string on the bus may be: a code, an id, a reference. No spaces, no free text. */
  static final String CODE_PATTERN = "^[!-~]{0,200}$";

  /** The few texts that are published for everyone; see the catalogue. */
  private static final String PUBLISHED_TEXT = "basis";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final SchemaGenerator generator;
  private final RecordDocs docs;

  EventSchemas(RecordDocs docs) {
    this.docs = docs;
    var config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.STANDARD_FORMATS, Option.PLAIN_DEFINITION_KEYS)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.INLINE_NULLABLE_SCHEMAS);
    config
        .forFields()
        .withRequiredCheck(field -> !isNullable(field))
        .withNullableCheck(EventSchemas::isNullable)
        .withDescriptionResolver(field ->
            field.isFakeContainerItemScope()
                ? null
                : docs.parameter(field.getDeclaringType().getErasedType(), field.getDeclaredName()))
        .withStringPatternResolver(EventSchemas::pattern);
    config
        .forTypesInGeneral()
        .withPropertySorter((one, other) -> 0) // as declared
        .withDescriptionResolver(type -> docs.summary(type.getType().getErasedType()))
        .withCustomDefinitionProvider(
            (type, context) -> type.getErasedType().isEnum() ? values(type.getErasedType()) : null)
        .withCustomDefinitionProvider((type, context) ->
            JsonNode.class.isAssignableFrom(type.getErasedType())
                ? inline(MAPPER.createObjectNode().put("type", "object"))
                : null);
    this.generator = new SchemaGenerator(config.build());
  }

  /**
   * A member's own description beside that of its type comes as {@code allOf [type, description]};
   * the member's says more, so it stays alone.
   */
  private static void flatten(JsonNode schema) {
    schema.forEach(EventSchemas::flatten);
    if (schema instanceof ObjectNode object && object.path("allOf").isArray()) {
      JsonNode parts = object.remove("allOf");
      parts.forEach(part -> object.setAll((ObjectNode) part));
    }
  }

  /** Schema by type name. */
  Map<String, ObjectNode> all() {
    var schemas = new TreeMap<String, ObjectNode>();
    PublishedEvents.records().forEach((type, record) -> schemas.put(type, schema(record)));
    return schemas;
  }

  ObjectNode schema(Class<?> record) {
    ObjectNode schema = generator.generateSchema(record);
    ObjectNode stamp = generator.generateSchema(Stamp.class);
    var whole = MAPPER.createObjectNode();
    whole.set("$schema", schema.get("$schema"));
    whole.put("$id", "urn:linli:schema:" + EventCodec.typeName(record));
    whole.put("title", EventCodec.typeName(record));
    String summary = docs.summary(record);
    if (summary != null) {
      whole.put("description", summary);
    }
    whole.put("type", "object");
    ObjectNode properties = whole.putObject("properties");
    ArrayNode required = whole.putArray("required");
    for (var part : new ObjectNode[] {schema, stamp}) {
      part.path("properties").properties().forEach(p -> properties.set(p.getKey(), p.getValue()));
      part.path("required").forEach(required::add);
    }
    if (schema.has("$defs")) {
      whole.set("$defs", schema.get("$defs"));
    }
    flatten(whole);
    return whole;
  }

  /** Of a record that is no event: without type name and stamp. */
  ObjectNode bare(Class<?> record) {
    return generator.generateSchema(record);
  }

  private static boolean isNullable(FieldScope field) {
    return !field.isFakeContainerItemScope()
        && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable String pattern(FieldScope field) {
    return field.getType().getErasedType() == String.class
            && !field.getDeclaredName().equals(PUBLISHED_TEXT)
        ? CODE_PATTERN
        : null;
  }

  private static CustomDefinition values(Class<?> enumType) {
    var values = MAPPER.createArrayNode();
    for (Object constant : enumType.getEnumConstants()) {
      values.add(MAPPER.<JsonNode>valueToTree(constant));
    }
    return inline((ObjectNode) MAPPER.createObjectNode().set("enum", values));
  }

  private static CustomDefinition inline(ObjectNode definition) {
    return new CustomDefinition(definition, DefinitionType.INLINE, AttributeInclusion.YES);
  }
}
