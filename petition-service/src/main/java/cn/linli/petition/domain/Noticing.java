package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.FormalEvent.NoticeServed;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.FormalCase.Opinion;
import cn.linli.petition.domain.FormalCase.Review;
import cn.linli.petition.domain.FormalCommand.ServeNotice;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Written notices: of receipt within 15 days unless name or address is unclear (§23), of an
 * extension with its reason (§34), of the answer, from whose receipt the windows of review and
 * re-review run (§35, §36). Source: 信访工作条例.
 */
final class Noticing {

  private static final Term REVIEW_WINDOW = Term.calendarDays(30);

  private Noticing() {}

  static Decision<PetitionEvent> serve(
      ServeNotice notice, Petition petition, FormalCase formal, Facts facts) {
    return switch (notice.kind()) {
      case RECEIPT -> receipt(notice, petition, formal, facts);
      case EXTENSION -> extension(notice, petition, facts);
      case ANSWER -> answer(notice, petition, formal, facts);
    };
  }

  private static Decision<PetitionEvent> receipt(
      ServeNotice notice, Petition petition, FormalCase formal, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!facts.actor().holds(petition)) {
      return refuse("not-the-holder");
    }
    if (formal.noticed()) {
      return refuse("already-noticed");
    }
    Optional<Refusal> flaw =
        notice.impossible() == null
            ? flaw(notice, petition.filed().submittedAt(), facts)
            : Optional.empty();
    if (flaw.isPresent()) {
      return refuse(flaw.get());
    }
    Instant by = petition.time().deadlines().noticeBy();
    boolean inTime = by == null || !facts.now().isAfter(by);
    return accept(served(notice, petition, inTime, petition.time().deadlines(), facts));
  }

  private static Decision<PetitionEvent> extension(
      ServeNotice notice, Petition petition, Facts facts) {
    if (!facts.actor().holds(petition)) {
      return refuse("not-the-holder");
    }
    if (petition.time().extensions() == 0) {
      return refuse("nothing-to-tell");
    }
    Optional<Refusal> flaw = flaw(notice, petition.filed().submittedAt(), facts);
    return flaw.isPresent()
        ? refuse(flaw.get())
        : accept(served(notice, petition, true, petition.time().deadlines(), facts));
  }

  private static Decision<PetitionEvent> answer(
      ServeNotice notice, Petition petition, FormalCase formal, Facts facts) {
    Unit author = formal.answeredBy();
    Instant writtenAt = writtenAt(formal);
    if (author == null || writtenAt == null || petition.isOpen()) {
      return refuse("no-written-answer");
    }
    if (!isOf(author, facts.actor()) && !facts.actor().holds(petition)) {
      return refuse("not-the-holder");
    }
    if (formal.answerServed()) {
      return refuse("already-noticed");
    }
    if (notice.receivedAt() == null) {
      return refuse("received-at-missing");
    }
    Optional<Refusal> flaw = flaw(notice, writtenAt, facts);
    if (flaw.isPresent()) {
      return refuse(flaw.get());
    }
    Deadlines deadlines = petition.time().deadlines();
    if (petition.status() != Status.TERMINATED) {
      deadlines =
          Reviewing.until(
              deadlines,
              facts.calendar().due(notice.receivedAt(), REVIEW_WINDOW),
              formal.nextStage());
    }
    return accept(served(notice, petition, true, deadlines, facts));
  }

  private static @Nullable Instant writtenAt(FormalCase formal) {
    Review review = formal.review();
    if (review != null) {
      return review.decidedAt();
    }
    Opinion opinion = formal.opinion();
    return opinion == null ? null : opinion.at();
  }

  private static boolean isOf(Unit author, Actor actor) {
    return actor.unit() != null && !actor.desk() && Actor.isSameBody(actor.unit(), author);
  }

  private static Optional<Refusal> flaw(ServeNotice notice, Instant writtenAt, Facts facts) {
    Instant receivedAt = notice.receivedAt();
    if (notice.way() == null) {
      return Optional.of(Refusal.of("notice-way-missing"));
    }
    if (receivedAt != null && receivedAt.isAfter(facts.now())) {
      return Optional.of(Refusal.of("received-in-the-future"));
    }
    return receivedAt != null && receivedAt.isBefore(writtenAt)
        ? Optional.of(Refusal.of("received-before-written", "written", writtenAt.toString()))
        : Optional.empty();
  }

  private static NoticeServed served(
      ServeNotice notice, Petition petition, boolean inTime, Deadlines deadlines, Facts facts) {
    Unit unit = facts.actor().unit();
    boolean impossible = notice.impossible() != null;
    return new NoticeServed(
        notice.kind(),
        unit == null ? petition.unit() : unit,
        impossible ? null : notice.way(),
        impossible ? null : notice.receivedAt(),
        notice.impossible(),
        inTime,
        deadlines);
  }
}
