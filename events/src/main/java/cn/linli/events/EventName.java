package cn.linli.events;

import java.util.Locale;

/** What happened, as people and tables call it: the event's name in kebab-case. */
public final class EventName {

  private EventName() {}

  /** {@code SentBack} is {@code sent-back}. */
  public static String of(Event event) {
    return of(event.getClass());
  }

  public static String of(Class<? extends Event> event) {
    return kebab(event.getSimpleName());
  }

  /** {@code cn.linli.petition.SentBack.v1} is {@code sent-back}. */
  public static String ofType(String type) {
    String[] parts = type.split("\\.");
    return kebab(parts[parts.length - 2]);
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
