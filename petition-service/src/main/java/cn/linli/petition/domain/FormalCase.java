package cn.linli.petition.domain;

import cn.linli.events.petition.NoticeKind;
import cn.linli.events.petition.NoticeWay;
import cn.linli.events.petition.ReviewResult;
import cn.linli.events.petition.ReviewStage;
import cn.linli.events.petition.Settlement;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a formal petition went through beside handling.
 *
 * @param noticed the unit that has it told the petitioner in writing, or could not
 * @param acceptedAt the first acceptance: the days of the answer run from there
 * @param assignedBy the sender's own limit for the answer (交办); null if none
 * @param notices the latest ones
 * @param opinion the latest written opinion
 * @param answerServed the latest written answer is in the petitioner's hands
 * @param review the review asked for or decided last
 * @param over nobody may ask for a review any more: the window passed or it is terminated
 * @param recused marks of persons who withdrew and may not act again
 */
public record FormalCase(
    boolean noticed,
    @Nullable Instant acceptedAt,
    @Nullable Instant assignedBy,
    List<Notice> notices,
    @Nullable Opinion opinion,
    boolean answerServed,
    @Nullable Review review,
    boolean over,
    List<String> recused) {

  static final int NOTICES_KEPT_MAX = 20;

  /** More people than an office has for one case. */
  static final int RECUSED_MAX = 50;

  static final FormalCase NONE =
      new FormalCase(false, null, null, List.of(), null, false, null, false, List.of());

  public record Notice(
      Instant at,
      NoticeKind kind,
      Unit by,
      @Nullable NoticeWay way,
      @Nullable Instant receivedAt,
      @Nullable String impossible,
      boolean inTime) {}

  /** One written opinion; its words are in the vault. */
  public record Opinion(
      Instant at,
      int number,
      Unit unit,
      Verdict result,
      Settlement settlement,
      String claimsRef,
      String factsRef,
      String opinionRef,
      String basisRef) {}

  /**
   * @param before the status it comes back to
   * @param hearingSince the day a hearing began that is still on
   * @param hearingUntil the last day that was counted as a hearing's
   * @param hearingDays calendar days of hearings so far
   * @param decidedAt null while it is pending
   */
  public record Review(
      ReviewStage stage,
      Unit body,
      Instant requestedAt,
      Status before,
      @Nullable LocalDate hearingSince,
      @Nullable LocalDate hearingUntil,
      int hearingDays,
      @Nullable Instant decidedAt,
      @Nullable ReviewResult result,
      @Nullable String opinionRef,
      boolean inTime) {

    public boolean isPending() {
      return decidedAt == null;
    }

    Review hearing(@Nullable LocalDate since, @Nullable LocalDate until, int days) {
      return new Review(
          stage,
          body,
          requestedAt,
          before,
          since,
          until,
          days,
          decidedAt,
          result,
          opinionRef,
          inTime);
    }

    Review decided(Instant at, ReviewResult how, @Nullable String words, boolean wasInTime) {
      return new Review(
          stage,
          body,
          requestedAt,
          before,
          hearingSince,
          hearingUntil,
          hearingDays,
          at,
          how,
          words,
          wasInTime);
    }
  }

  public FormalCase {
    notices = List.copyOf(notices);
    recused = List.copyOf(recused);
  }

  /** Whose written answer stands last: the opinion's unit, or the body that reviewed it. */
  public @Nullable Unit answeredBy() {
    if (review != null && !review.isPending()) {
      return review.body();
    }
    return opinion == null ? null : opinion.unit();
  }

  /** Who still has to hand a written answer to the petitioner; null: nobody. */
  public @Nullable Unit owesAnswer(Status status) {
    boolean written =
        status == Status.RESOLVED || status == Status.CLOSED || status == Status.TERMINATED;
    return written && !answerServed ? answeredBy() : null;
  }

  /** The review that may be asked for next. */
  ReviewStage nextStage() {
    return review == null ? ReviewStage.REVIEW : ReviewStage.RE_REVIEW;
  }

  /** Another unit has it now: it owes a notice of its own. */
  FormalCase handedOn(@Nullable Instant newAssignedBy) {
    return new FormalCase(
        false, acceptedAt, newAssignedBy, notices, opinion, answerServed, review, over, recused);
  }

  FormalCase accepted(@Nullable Instant at) {
    return new FormalCase(
        noticed, at, assignedBy, notices, opinion, answerServed, review, over, recused);
  }

  FormalCase served(Notice notice) {
    var all = new ArrayList<>(notices);
    all.add(notice);
    if (all.size() > NOTICES_KEPT_MAX) {
      all.removeFirst();
    }
    return new FormalCase(
        noticed || notice.kind() == NoticeKind.RECEIPT,
        acceptedAt,
        assignedBy,
        all,
        opinion,
        answerServed || notice.kind() == NoticeKind.ANSWER,
        review,
        over,
        recused);
  }

  FormalCase with(Opinion newOpinion) {
    return new FormalCase(
        noticed, acceptedAt, assignedBy, notices, newOpinion, false, null, false, recused);
  }

  FormalCase with(Review newReview) {
    return new FormalCase(
        noticed,
        acceptedAt,
        assignedBy,
        notices,
        opinion,
        newReview.isPending() && answerServed,
        newReview,
        over,
        recused);
  }

  FormalCase ended() {
    return new FormalCase(
        noticed, acceptedAt, assignedBy, notices, opinion, answerServed, review, true, recused);
  }

  FormalCase without(String person) {
    var all = new ArrayList<>(recused);
    all.add(person);
    return new FormalCase(
        noticed, acceptedAt, assignedBy, notices, opinion, answerServed, review, over, all);
  }
}
