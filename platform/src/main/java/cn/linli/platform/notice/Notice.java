package cn.linli.platform.notice;

import cn.linli.events.WireName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that is owed, and what became of it.
 *
 * @param <A> what it may be about: names templates
 * @param round the round or occasion of the case that it tells of
 * @param party whom it is for, by number; null where a case has one person to tell
 * @param nextAt when it is to be sent; null once it was, or is given up
 * @param failure why the last try failed
 */
public record Notice<A extends WireName>(
    String id,
    A about,
    int round,
    @Nullable String party,
    Instant at,
    int attempts,
    @Nullable Instant nextAt,
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant readAt,
    @Nullable String failure) {

  /** After it a person looks. */
  public static final int ATTEMPTS_MAX = 5;

  /** 1, 4, 16, 64 minutes. */
  private static final Duration BACK_OFF = Duration.ofMinutes(1);

  private static final int BACK_OFF_FACTOR = 4;

  public boolean isWaiting() {
    return nextAt != null;
  }

  public boolean isDue(Instant now) {
    return nextAt != null && !nextAt.isAfter(now);
  }

  public boolean isGivenUp() {
    return nextAt == null && sentAt == null;
  }

  /** {@code waiting · sent · delivered · read · failed}. */
  public String state() {
    if (isWaiting()) {
      return "waiting";
    }
    if (isGivenUp()) {
      return "failed";
    }
    if (readAt != null) {
      return "read";
    }
    return deliveredAt != null ? "delivered" : "sent";
  }

  /**
   * When it is tried again after this try failed; null: no more.
   *
   * @param again whether another try may do better
   */
  public @Nullable Instant retryAt(boolean again, Instant now) {
    int attempt = attempts + 1;
    long minutes = BACK_OFF.toMinutes() * (long) Math.pow(BACK_OFF_FACTOR, attempt - 1.0);
    return again && attempt < ATTEMPTS_MAX ? now.plus(Duration.ofMinutes(minutes)) : null;
  }

  public Notice<A> sent(int attempt, Instant when) {
    return with(attempt, null, when, deliveredAt, readAt, null);
  }

  public Notice<A> failed(int attempt, String why, @Nullable Instant again) {
    return with(attempt, again, sentAt, deliveredAt, readAt, why);
  }

  public Notice<A> delivered(Instant when) {
    return with(attempts, nextAt, sentAt, when, readAt, failure);
  }

  public Notice<A> read(Instant when) {
    return with(attempts, nextAt, sentAt, deliveredAt, when, failure);
  }

  private Notice<A> with(
      int tries,
      @Nullable Instant next,
      @Nullable Instant sent,
      @Nullable Instant delivered,
      @Nullable Instant read,
      @Nullable String why) {
    return new Notice<>(id, about, round, party, at, tries, next, sent, delivered, read, why);
  }
}
