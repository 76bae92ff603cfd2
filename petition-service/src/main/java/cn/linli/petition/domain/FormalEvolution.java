package cn.linli.petition.domain;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.FormalEvent;
import cn.linli.events.petition.FormalEvent.*;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.*;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.FormalCase.Notice;
import cn.linli.petition.domain.FormalCase.Opinion;
import cn.linli.petition.domain.FormalCase.Review;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an event makes of a formal petition. */
final class FormalEvolution {

  private FormalEvolution() {}

  static Petition apply(Petition now, FormalEvent event, Instant at, String by) {
    FormalCase formal = formal(now);
    return switch (event) {
      case NoticeServed it ->
          with(
              now.with(now.time().reviewed(it.deadlines())),
              formal.served(
                  new Notice(
                      at,
                      it.kind(),
                      it.by(),
                      it.way(),
                      it.receivedAt(),
                      it.impossible(),
                      it.inTime())));
      case OpinionIssued it ->
          with(
              now,
              formal.with(
                  new Opinion(
                      at,
                      it.number(),
                      it.unit(),
                      it.result(),
                      it.settlement(),
                      it.claimsRef(),
                      it.factsRef(),
                      it.opinionRef(),
                      it.basisRef())));
      case ReviewRequested it ->
          with(
              now.with(Status.UNDER_REVIEW).with(now.time().reviewed(it.deadlines())),
              formal.with(
                  new Review(
                      it.stage(),
                      it.body(),
                      at,
                      now.status(),
                      null,
                      null,
                      0,
                      null,
                      null,
                      null,
                      true)));
      case HearingBegun _ -> {
        Review review = review(formal);
        yield with(
            now,
            formal.with(
                review.hearing(
                    WorkCalendar.dayOf(at), review.hearingUntil(), review.hearingDays())));
      }
      case HearingEnded it -> {
        Review review = review(formal);
        yield with(
            now.with(now.time().reviewed(it.deadlines())),
            formal.with(
                review.hearing(null, WorkCalendar.dayOf(at), review.hearingDays() + it.days())));
      }
      case ReviewDecided it -> {
        Review review = review(formal);
        yield with(
            now.with(review.before()).with(now.time().reviewed(it.deadlines())),
            formal.with(review.decided(at, it.result(), it.opinionRef(), it.inTime())));
      }
      case BecameFinal _ -> with(now, formal.ended());
      case Terminated _ -> with(now.with(Status.TERMINATED), formal.ended());
      case Recused _ -> with(now, formal.without(Recusing.personOf(by)));
    };
  }

  /** What an event of both regimes means here as well. */
  static Petition follow(Petition before, Petition next, PetitionEvent event, Instant at) {
    if (event instanceof Submitted submitted) {
      return submitted.facets().regime() == Regime.FORMAL
          ? with(next.with(Status.REGISTERED), FormalCase.NONE)
          : next;
    }
    FormalCase formal = next.proceedings().formal();
    if (formal == null) {
      return next;
    }
    return switch (event) {
      case Accepted _ -> formal.acceptedAt() == null ? with(next, formal.accepted(at)) : next;
      case Dispatched it -> handedOn(next, formal.handedOn(assignedBy(before, it.deadlines())));
      case Escalated _, SentBack _ -> handedOn(next, formal.handedOn(formal.assignedBy()));
      case ReturnGranted _ -> handedOn(next, formal.handedOn(null));
      case Reopened _ -> with(next, formal.handedOn(null).accepted(null));
      default -> next;
    };
  }

  /** A limit that came with the transfer; without one the earlier order stays. */
  private static @Nullable Instant assignedBy(Petition before, Deadlines deadlines) {
    return Objects.equals(before.time().deadlines().answerBy(), deadlines.answerBy())
        ? formal(before).assignedBy()
        : deadlines.answerBy();
  }

  private static Petition handedOn(Petition next, FormalCase formal) {
    return with(next.with(next.time().rearmed(next.time().deadlines(), DueKind.NOTICE)), formal);
  }

  private static Petition with(Petition petition, FormalCase formal) {
    return petition.with(petition.proceedings().with(formal));
  }

  private static FormalCase formal(Petition petition) {
    return Objects.requireNonNull(petition.proceedings().formal(), "not in the formal regime");
  }

  private static Review review(FormalCase formal) {
    return Objects.requireNonNull(formal.review(), "no review was asked for");
  }
}
