package cn.linli.events.schema;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes an instance of any record of the language, with all that may be null null or none. */
final class Samples {

  private final boolean sparse;

  private Samples(boolean sparse) {
    this.sparse = sparse;
  }

  static Object full(Class<?> record) {
    return new Samples(false).record(record);
  }

  static Object sparse(Class<?> record) {
    return new Samples(true).record(record);
  }

  private Object record(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    var types = new Class<?>[components.length];
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getAnnotatedType());
    }
    try {
      var constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't make a " + record, e);
    }
  }

  private @Nullable Object value(AnnotatedType type) {
    if (sparse && type.isAnnotationPresent(Nullable.class)) {
      return null;
    }
    if (type instanceof AnnotatedParameterizedType list) {
      return sparse ? List.of() : List.of(value(list.getAnnotatedActualTypeArguments()[0]));
    }
    return plain(erase(type.getType()));
  }

  private Object plain(Class<?> type) {
    if (type == String.class) {
      return "370602003006";
    } else if (type == boolean.class || type == Boolean.class) {
      return true;
    } else if (type == int.class || type == Integer.class) {
      return 3;
    } else if (type == long.class || type == Long.class) {
      return 90L;
    } else if (type == Instant.class) {
      return Instant.parse("2026-01-05T02:00:00Z");
    } else if (type == LocalDate.class) {
      return LocalDate.of(2026, 1, 5);
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type.isRecord()) {
      return record(type);
    } else if (type == tools.jackson.databind.JsonNode.class) {
      return JsonNodeFactory.instance.objectNode().put("cell", 1);
    }
    throw new IllegalStateException(type + " has no place on the bus");
  }

  private static Class<?> erase(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }
}
