package cn.linli.platform.web;

import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every list in a body says how long it may be, else the service does not start. */
final class BoundedLists {

  private BoundedLists() {}

  static void require(Class<?> body) {
    require(body, new HashSet<>());
  }

  private static void require(Class<?> type, Set<Class<?>> seen) {
    if (!type.isRecord() || !seen.add(type)) {
      return;
    }
    for (var component : type.getRecordComponents()) {
      Class<?> raw = component.getType();
      if (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw)) {
        requireSize(type, component);
      }
      require(raw, seen);
      if (component.getGenericType() instanceof ParameterizedType generic) {
        for (Type argument : generic.getActualTypeArguments()) {
          if (argument instanceof Class<?> element) {
            require(element, seen);
          }
        }
      }
    }
  }

  private static void requireSize(Class<?> type, RecordComponent component) {
    Size size = component.getAccessor().getAnnotation(Size.class);
    if (size == null || size.max() == Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          type.getSimpleName() + "." + component.getName() + " needs @Size(max = …)");
    }
  }
}
