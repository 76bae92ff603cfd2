package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.FormalEvent.HearingBegun;
import cn.linli.events.petition.FormalEvent.HearingEnded;
import cn.linli.events.petition.FormalEvent.ReviewDecided;
import cn.linli.events.petition.FormalEvent.ReviewRequested;
import cn.linli.events.petition.FormalEvent.Terminated;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReviewStage;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.FormalCase.Review;
import cn.linli.petition.domain.FormalCommand.DecideReview;
import cn.linli.petition.domain.FormalCommand.Hear;
import cn.linli.petition.domain.FormalCommand.RequestReview;
import cn.linli.petition.domain.Round.Resolution;
import cn.linli.platform.calendar.Due;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Review (复查) and re-review (复核): asked for within 30 days of receiving the written answer, decided
 * by the next higher body within 30 days, the time of hearings left out of a re-review; then the
 * matter is terminated. Source: 信访工作条例 §35, §36.
 */
final class Reviewing {

  private static final Term DECIDED_WITHIN = Term.calendarDays(30);

  private Reviewing() {}

  static Decision<PetitionEvent> request(
      RequestReview request, Petition petition, FormalCase formal, Facts facts) {
    if (!facts.actor().isOwnerOf(petition)) {
      return refuse("not-your-petition");
    }
    if (petition.status() == Status.TERMINATED) {
      return refuse("terminated");
    }
    if (petition.status() == Status.UNDER_REVIEW) {
      return refuse("already-under-review");
    }
    Unit answeredBy = formal.answeredBy();
    if (answeredBy == null || !isAnswered(petition)) {
      return refuse("no-written-answer");
    }
    Instant until = petition.time().deadlines().reviewBy();
    if (formal.over() || until != null && facts.now().isAfter(until)) {
      return refuse("review-window-over", "until", String.valueOf(until));
    }
    if (request.stage() != formal.nextStage()) {
      return refuse("other-review-stage", "stage", formal.nextStage().wire());
    }
    Optional<Unit> body = above(answeredBy, petition, facts);
    if (body.isEmpty()) {
      return refuse("right-channel", "rightChannel", "province");
    }
    return accept(
        new ReviewRequested(
            petition.filed().facets(),
            request.stage(),
            answeredBy,
            body.get(),
            request.reasonRef(),
            until(
                petition.time().deadlines(),
                facts.calendar().due(facts.now(), DECIDED_WITHIN),
                request.stage())));
  }

  /** The window, or the decision's limit, of a stage. */
  static Deadlines until(Deadlines deadlines, Due due, ReviewStage stage) {
    return deadlines.withReviewBy(
        due.at(),
        due.rawDate(),
        stage == ReviewStage.REVIEW ? "信访工作条例 §35" : "信访工作条例 §36",
        due.provisional());
  }

  /** The next higher body, and never one that the petition accuses. */
  private static Optional<Unit> above(Unit unit, Petition petition, Facts facts) {
    Optional<Unit> body =
        unit.organisation() == null
            ? Ladder.above(unit)
            : Ladder.bodyAt(unit.level(), unit.division());
    while (body.isPresent()
        && Accusation.reaches(body.get(), petition.filed().accusedMark(), facts.marks())) {
      body = Ladder.above(body.get());
    }
    return body;
  }

  static Decision<PetitionEvent> hear(
      Hear hear, Petition petition, FormalCase formal, Facts facts) {
    Review review = formal.review();
    if (petition.status() != Status.UNDER_REVIEW || review == null) {
      return refuse("not-under-review");
    }
    if (!reviews(review, facts.actor())) {
      return refuse("not-the-reviewer");
    }
    LocalDate since = review.hearingSince();
    boolean begins = hear.begins() == null ? since == null : hear.begins();
    if (begins) {
      return since == null ? accept(new HearingBegun(review.stage())) : refuse("hearing-is-on");
    }
    return since == null
        ? refuse("no-hearing-is-on")
        : accept(hearingEnded(review, since, petition, facts));
  }

  /** A day with two hearings counts once. */
  private static HearingEnded hearingEnded(
      Review review, LocalDate since, Petition petition, Facts facts) {
    LocalDate counted = review.hearingUntil();
    LocalDate first = counted != null && !since.isAfter(counted) ? counted.plusDays(1) : since;
    int days = (int) Math.max(0, ChronoUnit.DAYS.between(first, facts.today()) + 1);
    Deadlines deadlines = petition.time().deadlines();
    if (review.stage() == ReviewStage.RE_REVIEW) {
      var within = Term.calendarDays(DECIDED_WITHIN.amount() + review.hearingDays() + days);
      deadlines =
          until(deadlines, facts.calendar().due(review.requestedAt(), within), review.stage());
    }
    return new HearingEnded(review.stage(), days, deadlines);
  }

  static Decision<PetitionEvent> decide(
      DecideReview decision, Petition petition, FormalCase formal, Facts facts) {
    Review review = formal.review();
    Resolution resolution = petition.round().resolution();
    if (petition.status() != Status.UNDER_REVIEW || review == null || resolution == null) {
      return refuse("not-under-review");
    }
    if (!reviews(review, facts.actor())) {
      return refuse("not-the-reviewer");
    }
    if (resolution.by().equals(facts.actor().ref())) {
      return refuse("same-person");
    }
    if (review.hearingSince() != null) {
      return refuse("hearing-is-on");
    }
    Deadlines deadlines = petition.time().deadlines();
    Instant due = deadlines.reviewBy();
    var events = new ArrayList<PetitionEvent>();
    events.add(
        new ReviewDecided(
            petition.filed().facets(),
            review.stage(),
            review.body(),
            decision.result(),
            decision.opinionRef(),
            due == null || !facts.now().isAfter(due),
            deadlines.withoutReview()));
    if (review.stage() == ReviewStage.RE_REVIEW) {
      if (petition.round().closedAt() == null) {
        events.add(Closing.closed(resolution, petition, null));
      }
      events.add(new Terminated(petition.filed().facets()));
    }
    return accept(events);
  }

  /** An officer of the reviewing body itself. */
  static boolean reviews(Review review, Actor actor) {
    return actor.unit() != null && !actor.desk() && Actor.isSameBody(actor.unit(), review.body());
  }

  static boolean isAnswered(Petition petition) {
    return petition.status() == Status.RESOLVED || petition.status() == Status.CLOSED;
  }
}
