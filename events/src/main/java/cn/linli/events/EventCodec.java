package cn.linli.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the events of one sealed interface. On the wire an event is one flat JSON
 * object: its own fields and those of its {@link Stamp}. The type name is {@code
 * cn.linli.<service>.<Record>.v<n>}.
 */
public final class EventCodec<E extends Event> {

  private static final Set<String> STAMP_FIELDS = Set.of("day", "recordedAt", "path");

  private static final String PATH = "\"path\":[";

  /**
   * One mapper for the whole language. Unknown fields are skipped: readers may be older than
   * writers.
   */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private final Map<String, Class<? extends E>> byType = new LinkedHashMap<>();
  private final Map<Class<?>, String> byClass = new LinkedHashMap<>();

  @SuppressWarnings("unchecked")
  private EventCodec(Class<E> sealed) {
    for (Class<?> record : records(sealed)) {
      String type = typeName(record);
      for (var component : record.getRecordComponents()) {
        if (STAMP_FIELDS.contains(component.getName())) {
          throw new IllegalArgumentException(
              type + " has a field of the stamp: " + component.getName());
        }
      }
      byType.put(type, (Class<? extends E>) record);
      byClass.put(record, type);
    }
  }

  public static <E extends Event> EventCodec<E> of(Class<E> sealedInterface) {
    if (!sealedInterface.isSealed()) {
      throw new IllegalArgumentException(sealedInterface + " is not sealed");
    }
    return new EventCodec<>(sealedInterface);
  }

  /** Every event of a sealed interface, those of the sealed interfaces it permits included. */
  public static List<Class<?>> records(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .flatMap(it -> it.isSealed() ? records(it).stream() : Stream.of(it))
        .toList();
  }

  /**
   * {@code cn.linli.events.petition.PetitionEvent.Escalated} is {@code
   * cn.linli.petition.Escalated.v1}.
   */
  public static String typeName(Class<?> record) {
    String service = record.getPackageName().substring("cn.linli.events.".length());
    EventVersion version = record.getAnnotation(EventVersion.class);
    return "cn.linli.%s.%s.v%d"
        .formatted(service, record.getSimpleName(), version == null ? 1 : version.value());
  }

  public List<String> types() {
    return List.copyOf(byType.keySet());
  }

  public Class<? extends E> recordOf(String type) {
    Class<? extends E> record = byType.get(type);
    if (record == null) {
      throw new UndecodableEvent(type, "unknown event type", null);
    }
    return record;
  }

  public String type(E event) {
    return byClass.get(event.getClass());
  }

  /** The JSON that the journal keeps and the topic carries, byte for byte. */
  public String encode(E event, Stamp stamp) {
    String own = MAPPER.writeValueAsString(event);
    String stamped = MAPPER.writeValueAsString(stamp);
    // Both are objects of other fields: one ends where the other begins.
    String fields = own.substring(0, own.length() - 1);
    return fields.length() == 1 ? stamped : fields + "," + stamped.substring(1);
  }

  public Decoded<E> decode(String type, String json) {
    return decode(type, () -> MAPPER.readTree(json));
  }

  public Decoded<E> decode(String type, byte[] json) {
    return decode(type, () -> MAPPER.readTree(json));
  }

  private Decoded<E> decode(String type, java.util.function.Supplier<JsonNode> json) {
    Class<? extends E> record = recordOf(type);
    try {
      JsonNode tree = json.get();
      return new Decoded<>(MAPPER.treeToValue(tree, record), MAPPER.treeToValue(tree, Stamp.class));
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new UndecodableEvent(type, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The division an encoded event counts for, the last code of its path, without parsing it: the
   * stamp is written last and {@code path} is its last field.
   */
  public static String division(String json) {
    int path = json.lastIndexOf(PATH);
    int end = json.lastIndexOf('"');
    int start = json.lastIndexOf('"', end - 1);
    if (path < 0 || start < path + PATH.length()) {
      throw new IllegalArgumentException("an event without a path");
    }
    return json.substring(start + 1, end);
  }

  /** An event and the stamp that stood beside its fields. */
  public record Decoded<E extends Event>(E event, Stamp stamp) {}
}
