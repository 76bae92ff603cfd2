package cn.linli.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * An enum that stands on the wire as lower-case words joined by hyphens: {@code UNDER_REVIEW} is
 * {@code under-review}.
 */
public interface WireName {

  String name();

  @JsonValue
  default String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
