package cn.linli.events.petition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a request. All instants are already rolled to a working day where the rule asks so.
 *
 * @param noticeBy when the unit that has a formal petition tells the petitioner in writing
 * @param reviewBy until when a review may be requested; once it is, until when it is decided
 * @param rungBy when it moves one rung up by itself unless handled; null on the top rung
 * @param rawDate the last day before it was rolled forward: the answer's, after it the review's
 * @param basis the rule's source, shown to people
 * @param provisional true where a day lies outside the covered years of the calendar
 */
public record Deadlines(
    @Nullable Instant transferBy,
    @Nullable Instant noticeBy,
    @Nullable Instant dispatchBy,
    @Nullable Instant contactBy,
    @Nullable Instant answerBy,
    @Nullable Instant reviewBy,
    @Nullable Instant rungBy,
    @Nullable LocalDate rawDate,
    String basis,
    boolean provisional) {

  public Deadlines withRungBy(@Nullable Instant newRungBy) {
    return new Deadlines(
        transferBy,
        noticeBy,
        dispatchBy,
        contactBy,
        answerBy,
        reviewBy,
        newRungBy,
        rawDate,
        basis,
        provisional);
  }

  /** Another limit for the answer; {@code rawDate} and {@code provisional} belong to it. */
  public Deadlines withAnswerBy(
      @Nullable Instant newAnswerBy, @Nullable LocalDate newRawDate, boolean newProvisional) {
    return new Deadlines(
        transferBy,
        noticeBy,
        dispatchBy,
        contactBy,
        newAnswerBy,
        reviewBy,
        rungBy,
        newRawDate,
        basis,
        newProvisional);
  }

  /** Another limit for the written notice of receipt. */
  public Deadlines withNoticeBy(@Nullable Instant newNoticeBy) {
    return new Deadlines(
        transferBy,
        newNoticeBy,
        dispatchBy,
        contactBy,
        answerBy,
        reviewBy,
        rungBy,
        rawDate,
        basis,
        provisional);
  }

  /**
   * Until when a review may be requested, or is decided. The answer is given by then, so {@code
   * rawDate}, {@code basis} and {@code provisional} belong to this limit.
   */
  public Deadlines withReviewBy(
      Instant newReviewBy, LocalDate newRawDate, String newBasis, boolean newProvisional) {
    return new Deadlines(
        transferBy,
        noticeBy,
        dispatchBy,
        contactBy,
        answerBy,
        newReviewBy,
        rungBy,
        newRawDate,
        newBasis,
        newProvisional);
  }

  /** Decided, and the answer not yet received: no window runs. */
  public Deadlines withoutReview() {
    return new Deadlines(
        transferBy, noticeBy, dispatchBy, contactBy, answerBy, null, rungBy, null, basis, false);
  }

  public Deadlines withBasis(String newBasis) {
    return new Deadlines(
        transferBy,
        noticeBy,
        dispatchBy,
        contactBy,
        answerBy,
        reviewBy,
        rungBy,
        rawDate,
        newBasis,
        provisional);
  }

  /** Every limit that is still ahead at {@code pausedAt}, moved on by the pause. */
  public Deadlines laterBy(Duration pause, Instant pausedAt) {
    return new Deadlines(
        transferBy,
        noticeBy,
        moved(dispatchBy, pause, pausedAt),
        moved(contactBy, pause, pausedAt),
        moved(answerBy, pause, pausedAt),
        reviewBy,
        moved(rungBy, pause, pausedAt),
        rawDate,
        basis,
        provisional);
  }

  private static @Nullable Instant moved(@Nullable Instant by, Duration pause, Instant pausedAt) {
    return by == null || !by.isAfter(pausedAt) ? by : by.plus(pause);
  }
}
