package cn.linli.platform.openapi;

import cn.linli.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * From records to schemas, as our JSON is written: enums by their wire names, ids and codes as
 * text, constraints from the same annotations that are checked.
 */
final class Schemas {

  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Schema<?>> named = new TreeMap<>();

  /** What was met on the way, by name. */
  Map<String, Schema<?>> named() {
    return named;
  }

  Schema<?> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    return type instanceof Class<?> plain ? ofClass(plain) : new Schema<>();
  }

  private Schema<?> ofGeneric(ParameterizedType type) {
    var raw = (Class<?>) type.getRawType();
    Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    if (Collection.class.isAssignableFrom(raw)) {
      return new ArraySchema().items(of(last));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return new MapSchema().additionalProperties(of(last));
    }
    return raw == Optional.class ? of(last) : ofClass(raw);
  }

  private Schema<?> ofClass(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return new BooleanSchema();
    }
    if (type == int.class || type == Integer.class) {
      return new IntegerSchema().format("int32");
    }
    if (type == long.class || type == Long.class) {
      return new IntegerSchema().format("int64");
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return new NumberSchema();
    }
    if (type == Instant.class || type == OffsetDateTime.class) {
      return new StringSchema().format("date-time");
    }
    if (type == LocalDate.class) {
      return new StringSchema().format("date");
    }
    if (type == Duration.class) {
      return new StringSchema().format("duration");
    }
    if (type.isEnum()) {
      return ofEnum(type);
    }
    if (type.isRecord()) {
      return isText(type) ? new StringSchema() : reference(type);
    }
    return type == String.class ? new StringSchema() : new Schema<>();
  }

  /** Enums may grow: the values of today are said, and that readers must bear others. */
  private static Schema<?> ofEnum(Class<?> type) {
    var schema = new StringSchema();
    Arrays.stream(type.getEnumConstants())
        .map(each -> each instanceof WireName name ? name.wire() : each.toString())
        .forEach(schema::addEnumItem);
    return schema.description("May grow.");
  }

  /** A record that stands as one text, such as a division's code. */
  private static boolean isText(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  private Schema<?> reference(Class<?> type) {
    String name = name(type);
    if (!named.containsKey(name)) {
      var schema = new ObjectSchema();
      named.put(name, schema); // before its components: a record may hold itself
      for (var component : type.getRecordComponents()) {
        schema.addProperty(component.getName(), constrained(component));
        if (isRequired(component)) {
          schema.addRequiredItem(component.getName());
        }
      }
    }
    return new Schema<>().$ref(REFERENCE + name);
  }

  /** Simple names of nested records may repeat between capabilities. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }

  private Schema<?> constrained(RecordComponent component) {
    Schema<?> schema = of(component.getGenericType());
    var accessor = component.getAccessor();
    Size size = accessor.getAnnotation(Size.class);
    if (size != null && schema instanceof ArraySchema) {
      schema.setMaxItems(size.max());
      schema.setMinItems(size.min() > 0 ? size.min() : null);
    } else if (size != null) {
      schema.setMaxLength(size.max());
      schema.setMinLength(size.min() > 0 ? size.min() : null);
    }
    if (accessor.getAnnotation(Min.class) instanceof Min min) {
      schema.setMinimum(BigDecimal.valueOf(min.value()));
    }
    if (accessor.getAnnotation(Max.class) instanceof Max max) {
      schema.setMaximum(BigDecimal.valueOf(max.value()));
    }
    if (accessor.getAnnotation(Pattern.class) instanceof Pattern pattern) {
      schema.setPattern(pattern.regexp());
    }
    return schema;
  }

  private static boolean isRequired(RecordComponent component) {
    var accessor = component.getAccessor();
    return component.getType().isPrimitive()
        || accessor.isAnnotationPresent(NotNull.class)
        || accessor.isAnnotationPresent(NotBlank.class);
  }
}
