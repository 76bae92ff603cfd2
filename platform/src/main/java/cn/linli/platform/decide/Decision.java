package cn.linli.platform.decide;

import java.util.List;

/** The answer of {@code decide(command, state, facts)} for one stream. */
public sealed interface Decision<E> {

  /** At least one event: what had nothing to do is a refusal or a {@code Noted} event. */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("an accepted command has at least one event");
      }
    }
  }

  record Refused<E>(Refusal refusal) implements Decision<E> {}

  @SafeVarargs
  static <E> Decision<E> accept(E... events) {
    return new Accepted<>(List.of(events));
  }

  static <E> Decision<E> accept(List<? extends E> events) {
    return new Accepted<>(List.copyOf(events));
  }

  static <E> Decision<E> refuse(String code) {
    return new Refused<>(Refusal.of(code));
  }

  static <E> Decision<E> refuse(String code, String name, Object value) {
    return new Refused<>(Refusal.of(code, name, value));
  }

  static <E> Decision<E> refuse(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
