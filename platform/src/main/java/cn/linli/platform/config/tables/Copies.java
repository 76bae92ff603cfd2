package cn.linli.platform.config.tables;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Immutable copies that keep the order and take an absent cell for an empty one. */
final class Copies {

  private Copies() {}

  static <K, V> Map<K, V> of(@Nullable Map<K, V> map) {
    var copy = new LinkedHashMap<K, V>();
    if (map != null) {
      map.forEach((key, value) -> {
        if (value != null) {
          copy.put(key, value);
        }
      });
    }
    return Collections.unmodifiableMap(copy);
  }

  static <T> List<T> of(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }
}
