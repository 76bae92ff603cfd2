package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.DeliberationEvent.*;
import cn.linli.events.petition.HeadCount;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.petition.domain.Deliberation.Reviews;
import cn.linli.petition.domain.DeliberationCommand.*;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The five steps, in order only. The lead takes the first four, or a co-handler once it is in hand;
 * residents take the last. The answer's clock runs on.
 */
final class Deliberating {

  private Deliberating() {}

  static Decision<PetitionEvent> decide(
      DeliberationCommand command, Petition petition, Facts facts) {
    return switch (command) {
      case Deliberate raise -> raise(raise, petition, facts);
      case Meet meet -> meet(meet, petition, facts);
      case Consult consult -> consult(consult, petition, facts);
      case Act act -> act(act, petition, facts);
      case Review review -> review(review, petition, facts);
    };
  }

  private static Decision<PetitionEvent> raise(Deliberate it, Petition petition, Facts facts) {
    Deliberation before = petition.proceedings().deliberation();
    int number = before == null ? 1 : before.number() + 1;
    if (it.matter() != null && !facts.rulebook().council().matters().contains(it.matter())) {
      return refuse("unknown-matter", "matter", it.matter());
    }
    if (number > Deliberation.NUMBER_MAX) {
      return refuse("too-many-deliberations", "limit", Deliberation.NUMBER_MAX);
    }
    return step(
        DeliberationStep.DELIBERATE,
        petition,
        facts,
        now ->
            List.of(
                new DeliberationRaised(
                    number, it.matter(), it.topicRef(), it.venueRef(), it.meetingAt())));
  }

  private static Decision<PetitionEvent> meet(Meet it, Petition petition, Facts facts) {
    Rulebook.Council council = facts.rulebook().council();
    int present = it.heads().stream().mapToInt(HeadCount::heads).sum();
    int counted =
        it.heads().stream()
            .filter(group -> council.roles().contains(group.role()))
            .mapToInt(HeadCount::heads)
            .sum();
    Decision<PetitionEvent> decided =
        step(
            DeliberationStep.MEETING,
            petition,
            facts,
            now ->
                List.of(
                    new MeetingHeld(
                        now.filed().facets(),
                        current(now).number(),
                        present,
                        counted,
                        council.quorum(),
                        council.seats(),
                        it.heads(),
                        it.attendeesRef(),
                        it.resolutionRef())));
    return decided instanceof Decision.Accepted && counted < council.quorum()
        ? refuse(
            Refusal.of("no-quorum", "quorum", council.quorum())
                .with("seats", council.seats())
                .with("counted", counted)
                .with("present", present))
        : decided;
  }

  private static Decision<PetitionEvent> consult(Consult it, Petition petition, Facts facts) {
    Terms terms = it.agreement();
    if (terms != null && terms.until().isBefore(terms.from())) {
      return refuse("term-ends-before-it-begins");
    }
    return step(
        DeliberationStep.CONSULT,
        petition,
        facts,
        now -> {
          int number = current(now).number();
          var events = new ArrayList<PetitionEvent>();
          events.add(new PartiesConsulted(number, it.parties(), it.partiesRef(), it.outcomeRef()));
          if (terms != null) {
            events.add(
                new AgreementReached(
                    number,
                    terms.parties(),
                    terms.partiesRef(),
                    terms.objectRef(),
                    terms.from(),
                    terms.until()));
          }
          return events;
        });
  }

  private static Decision<PetitionEvent> act(Act it, Petition petition, Facts facts) {
    if (it.due() != null && !it.due().isAfter(facts.now())) {
      return refuse("due-in-the-past");
    }
    return step(
        DeliberationStep.ACT,
        petition,
        facts,
        now -> List.of(new TaskTaken(current(now).number(), it.unit(), it.taskRef(), it.due())));
  }

  /**
   * Open until the request is taken back: what was done is judged after the answer too. Only staff
   * write down what others said, so a resident has one voice whatever they say of it.
   */
  private static Decision<PetitionEvent> review(Review it, Petition petition, Facts facts) {
    boolean answered = petition.status() == Status.RESOLVED || petition.status() == Status.CLOSED;
    if (!petition.isOpen() && !answered) {
      return refuse("already-closed");
    }
    boolean staff = facts.actor().unit() != null;
    if (staff && !it.recorded()) {
      return refuse("reviewed-by-residents");
    }
    Deliberation now = petition.proceedings().deliberation();
    Optional<Refusal> wrong = outOfOrder(DeliberationStep.REVIEW, now);
    if (now == null || wrong.isPresent()) {
      return refuse(wrong.orElseThrow());
    }
    if (!staff && now.reviews().by().contains(facts.actor().ref())) {
      return refuse("already-reviewed");
    }
    if (now.reviews().count() >= Reviews.COUNT_MAX) {
      return refuse("reviews-full", "limit", Reviews.COUNT_MAX);
    }
    return accept(
        new DeliberationReviewed(
            petition.filed().facets(),
            now.number(),
            it.score(),
            staff,
            !now.isComplete(),
            it.commentRef()));
  }

  private static Decision<PetitionEvent> step(
      DeliberationStep step,
      Petition petition,
      Facts facts,
      Function<Petition, List<PetitionEvent>> act) {
    boolean helps =
        petition.isOpen()
            && !petition.status().isWaiting()
            && !Taking.mayLead(petition, facts.actor())
            && facts.actor().helps(petition);
    if (petition.isOpen() && (helps || Taking.mayLead(petition, facts.actor()))) {
      var wrong = outOfOrder(step, petition.proceedings().deliberation());
      if (wrong.isPresent()) {
        return refuse(wrong.get());
      }
    }
    return helps ? accept(act.apply(petition)) : Taking.lead(petition, facts, act);
  }

  private static Optional<Refusal> outOfOrder(DeliberationStep step, @Nullable Deliberation now) {
    DeliberationStep next = now == null ? DeliberationStep.DELIBERATE : now.next();
    if (step == next || step == DeliberationStep.DELIBERATE && now != null && now.isComplete()) {
      return Optional.empty();
    }
    return Optional.of(
        step.compareTo(next) > 0
            ? Refusal.of("step-skipped", "next", next.wire())
            : Refusal.of("step-done", "next", next.wire()));
  }

  private static Deliberation current(Petition petition) {
    return Objects.requireNonNull(petition.proceedings().deliberation());
  }
}
