package cn.linli.platform.web;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a Java type is called in a message to someone who writes JSON. */
final class Shapes {

  private Shapes() {}

  static String name(@Nullable Class<?> type) {
    if (type == null) {
      return "value";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "RFC 3339 " + type.getSimpleName();
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "integer";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "number";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "string";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "array";
    }
    return type.isRecord() || Map.class.isAssignableFrom(type) ? "object" : type.getSimpleName();
  }
}
