package cn.linli.petition.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the request was urged on.
 *
 * @param supervision the last order of the level above; null if none
 */
public record Care(int reminders, @Nullable Supervision supervision, @Nullable String thanks) {

  public record Supervision(String form, Instant due, boolean automatic) {}

  static final Care NONE = new Care(0, null, null);

  Care reminded() {
    return new Care(reminders + 1, supervision, thanks);
  }

  Care supervised(@Nullable Supervision order) {
    return new Care(reminders, order, thanks);
  }

  Care thanked(String form) {
    return new Care(reminders, supervision, form);
  }
}
