package cn.linli.petition.domain;

import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.FormalEvent.BecameFinal;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.ReviewStage;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.FormalCase.Review;
import cn.linli.petition.domain.Timers.Alarm;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The limits that only formal petitions have: notice of receipt, review window, decision. */
final class FormalTimers {

  private FormalTimers() {}

  static Stream<Alarm> alarms(Petition petition) {
    FormalCase formal = petition.proceedings().formal();
    if (formal == null || !petition.isLive()) {
      return Stream.empty();
    }
    Clock clock = petition.time();
    if (petition.isOpen()) {
      Instant noticeBy = formal.noticed() ? null : clock.deadlines().noticeBy();
      return Timers.alarm(DueKind.NOTICE, noticeBy, clock);
    }
    boolean runs = isUnderReview(petition) ? !waits(formal) : isOpenToReview(petition);
    return Timers.alarm(DueKind.REVIEW, runs ? clock.deadlines().reviewBy() : null, clock);
  }

  private static boolean isUnderReview(Petition petition) {
    return petition.status() == Status.UNDER_REVIEW;
  }

  private static boolean isOpenToReview(Petition petition) {
    FormalCase formal = petition.proceedings().formal();
    return Reviewing.isAnswered(petition) && formal != null && !formal.over();
  }

  /** §36: the time of a hearing is not counted in a re-review. */
  private static boolean waits(FormalCase formal) {
    Review review = formal.review();
    return review != null
        && review.stage() == ReviewStage.RE_REVIEW
        && review.hearingSince() != null;
  }

  /** What passing the review limit means: a late decision, or the end of the window. */
  static List<PetitionEvent> ring(FellDue told, Petition petition) {
    FormalCase formal = petition.proceedings().formal();
    Review review = formal == null ? null : formal.review();
    return isUnderReview(petition)
        ? List.of(told)
        : List.of(told, new BecameFinal(told.facets(), review == null ? null : review.stage()));
  }

  /** Who let it pass: the reviewing body while it is under review. */
  static Unit owner(Petition petition) {
    FormalCase formal = petition.proceedings().formal();
    Review review = formal == null ? null : formal.review();
    return isUnderReview(petition) && review != null ? review.body() : petition.unit();
  }
}
