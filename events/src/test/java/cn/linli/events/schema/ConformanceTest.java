package cn.linli.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the codec writes is what the schema says, and the schema lets no free text through. */
class ConformanceTest {

  /** Words of personal data; allowed only where the value is a reference or a keyed hash. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?i).*(name|phone|mobile|address|text|description|title|note|content|contact|caption"
              + "|reason|plan$|email|birth|gender|identity|idcard|longitude|latitude|lon$|lat$).*");

  private static final Stamp STAMP =
      new Stamp(
          LocalDate.of(2026, 1, 5), Instant.parse("2026-01-05T02:00:00Z"), List.of("37", "3706"));

  private static final Map<String, ObjectNode> SCHEMAS = schemas();

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static Map<String, ObjectNode> schemas() {
    try {
      return new EventSchemas(RecordDocs.read(Path.of("src/main/java"))).all();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Stream<String> types() {
    return SCHEMAS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void anEncodedEventFitsItsSchemaAndComesBackTheSame(String type) {
    Class<?> record = PublishedEvents.records().get(type);
    for (Object sample : List.of(Samples.full(record), Samples.sparse(record))) {
      var codec = codecOf(record);
      String json = codec.encode((Event) sample, STAMP);
      assertThat(schema(type).validate(json, InputFormat.JSON)).as(json).isEmpty();
      assertThat(codec.decode(type, json))
          .isEqualTo(new EventCodec.Decoded<>((Event) sample, STAMP));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void freeTextInACodeIsRefused(String type) {
    Class<?> record = PublishedEvents.records().get(type);
    var json =
        (ObjectNode) mapper.readTree(codecOf(record).encode((Event) Samples.full(record), STAMP));
    SCHEMAS
        .get(type)
        .path("properties")
        .properties()
        .forEach(field -> {
          if (field.getValue().has("pattern")) {
            ObjectNode leaking = json.deepCopy();
            leaking.put(field.getKey(), "张三 13800138000");
            assertThat(schema(type).validate(leaking.toString(), InputFormat.JSON))
                .as(field.getKey())
                .isNotEmpty();
          }
        });
  }

  @Test
  void noFieldIsNamedLikePersonalData() {
    SCHEMAS.forEach((type, schema) -> {
      noneIsPersonal(type, schema.path("properties"));
      schema
          .path("$defs")
          .properties()
          .forEach(def -> noneIsPersonal(def.getKey(), def.getValue().path("properties")));
    });
  }

  @Test
  void aFieldNamedLikePersonalDataIsFound() {
    for (String name : List.of("phone", "residentName", "note", "reason", "contactPhone", "lon")) {
      assertThat(isPersonal(name, mapper.createObjectNode().put("type", "string")))
          .as(name)
          .isTrue();
    }
    for (String name : List.of("noteRef", "accusedMark", "category", "division", "level")) {
      assertThat(isPersonal(name, mapper.createObjectNode().put("type", "string")))
          .as(name)
          .isFalse();
    }
  }

  private static void noneIsPersonal(String where, JsonNode properties) {
    properties
        .properties()
        .forEach(field ->
            assertThat(isPersonal(field.getKey(), field.getValue()))
                .as(where + "." + field.getKey() + " looks like personal data")
                .isFalse());
  }

  /** Only a plain string can hold it; a count, a flag, an instant can't. */
  private static boolean isPersonal(String name, JsonNode schema) {
    boolean isText =
        schema.toString().contains("\"string\"") && !schema.has("format") && !schema.has("enum");
    return isText
        && PERSONAL.matcher(name).matches()
        && Stream.of("Ref", "Mark").noneMatch(name::endsWith);
  }

  private Schema schema(String type) {
    return registry.getSchema(SCHEMAS.get(type).toString(), InputFormat.JSON);
  }

  @SuppressWarnings("unchecked")
  private static EventCodec<Event> codecOf(Class<?> record) {
    Class<?> sealed =
        Stream.of(record.getInterfaces())
            .filter(type -> type.isSealed() && Event.class.isAssignableFrom(type))
            .findFirst()
            .orElseThrow();
    return EventCodec.of((Class<Event>) sealed);
  }

  private static final Pattern PACKAGE = Pattern.compile("^package ([a-z.]+);", Pattern.MULTILINE);

  private static final Pattern SEALED =
      Pattern.compile("^public sealed interface (\\w+)", Pattern.MULTILINE);

  private static String text(Path path) {
    try {
      return java.nio.file.Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everySealedInterfaceOfEventsIsPublished() throws IOException {
    try (var files = java.nio.file.Files.walk(Path.of("src/main/java"))) {
      Set<String> sealed =
          files
              .filter(path -> path.toString().endsWith(".java"))
              .flatMap(ConformanceTest::sealedIn)
              .collect(Collectors.toSet());
      assertThat(
              PublishedEvents.BY_TOPIC.values().stream()
                  .flatMap(List::stream)
                  .flatMap(ConformanceTest::withSealedParts)
                  .map(it -> it.getPackageName() + "." + it.getSimpleName()))
          .containsExactlyInAnyOrderElementsOf(sealed);
    }
  }

  /** Two services may have an interface of the same name, each in its own package. */
  private static Stream<String> sealedIn(Path path) {
    String text = text(path);
    var declared = PACKAGE.matcher(text);
    return declared.find()
        ? SEALED.matcher(text).results().map(it -> declared.group(1) + "." + it.group(1))
        : Stream.empty();
  }

  /** A capability's own interface is published with the one that permits it. */
  private static Stream<Class<?>> withSealedParts(Class<?> sealed) {
    return Stream.concat(
        Stream.of(sealed),
        Stream.of(sealed.getPermittedSubclasses())
            .filter(Class::isSealed)
            .flatMap(ConformanceTest::withSealedParts));
  }
}
