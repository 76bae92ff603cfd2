package cn.linli.events.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The resident's own word on whether the matter was resolved: {@code true}, {@code false} or {@code
 * "partly"}.
 */
public enum Answer {
  YES(true),
  NO(false),
  PARTLY("partly");

  private final Object wire;

  Answer(Object wire) {
    this.wire = wire;
  }

  @JsonValue
  public Object wire() {
    return wire;
  }

  @JsonCreator
  static Answer of(Object wire) {
    for (var answer : values()) {
      if (answer.wire.equals(wire)) {
        return answer;
      }
    }
    throw new IllegalArgumentException("must be true, false or \"partly\"");
  }
}
