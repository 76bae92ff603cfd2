package cn.linli.gateway.views.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides small numbers where a place as small as a street is crossed with another attribute: one to
 * four cases may point at people. Where a single hidden number could be had by subtraction from the
 * total, the next smallest is hidden too. Source: domain rules §0.6.
 */
public final class Suppression {

  /** The smallest number that is shown. */
  private static final long SHOWN_MIN = 5;

  private Suppression() {}

  /**
   * @param rows key to figures by code; all rows of one break-down
   */
  public static Map<String, Map<String, Value>> apply(Map<String, Map<String, Value>> rows) {
    var result = new LinkedHashMap<String, Map<String, Value>>();
    rows.forEach((key, figures) -> result.put(key, new LinkedHashMap<>(figures)));
    var codes = rows.values().stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    for (var code : codes) {
      hide(code, result);
    }
    return result;
  }

  private static void hide(String code, Map<String, Map<String, Value>> rows) {
    List<String> hidden = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    rows.forEach((key, figures) -> {
      Value value = figures.get(code);
      if (value == null || value.value() == null) {
        return;
      }
      (isSmall(size(value)) ? hidden : shown).add(key);
    });
    if (hidden.size() == 1 && !shown.isEmpty()) {
      shown.stream()
          .min(Comparator.comparingLong(key -> size(rows.get(key).get(code))))
          .ifPresent(hidden::add);
    }
    hidden.forEach(key -> rows.get(key).computeIfPresent(code, (same, value) -> value.hidden()));
  }

  private static boolean isSmall(long size) {
    return size > 0 && size < SHOWN_MIN;
  }

  /** How many cases a value rests on. */
  private static long size(Value value) {
    return value.denominator() != null
        ? value.denominator()
        : value.value() == null ? 0 : value.value().longValue();
  }
}
