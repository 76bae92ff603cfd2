package cn.linli.platform.decide;

import java.util.HashMap;
import java.util.Map;

/**
 * A rule said no.
 *
 * @param code stable, kebab-case, catalogued with its titles in {@code problems_*.properties}
 * @param details what the message needs, for instance {@code limit} or {@code until}; no personal
 *     data
 */
public record Refusal(String code, Map<String, Object> details) {

  public Refusal {
    details = Map.copyOf(details);
  }

  /** One more detail. */
  public Refusal with(String name, Object value) {
    var more = new HashMap<>(details);
    more.put(name, value);
    return new Refusal(code, more);
  }

  public static Refusal of(String code) {
    return new Refusal(code, Map.of());
  }

  public static Refusal of(String code, String name, Object value) {
    return new Refusal(code, Map.of(name, value));
  }
}
