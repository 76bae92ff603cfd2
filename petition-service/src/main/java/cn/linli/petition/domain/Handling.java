package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Contacted;
import cn.linli.events.petition.PetitionEvent.Progressed;
import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.Span;
import cn.linli.petition.domain.PetitionCommand.Contact;
import cn.linli.petition.domain.PetitionCommand.Progress;
import cn.linli.petition.domain.PetitionCommand.Reject;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accept or reject, speak to the petitioner, work, answer. */
final class Handling {

  private Handling() {}

  static Decision<PetitionEvent> accept(Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!Taking.mayLead(petition, facts.actor())) {
      return refuse("not-the-holder");
    }
    return Taking.taking(petition, facts)
        .map(taking -> Decision.<PetitionEvent>accept(taking))
        .orElseGet(() -> refuse("already-accepted"));
  }

  static Decision<PetitionEvent> reject(Reject reject, Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!petition.status().isWaiting()) {
      return refuse("already-accepted");
    }
    if (!Dispatching.mayDispose(petition, facts.actor())) {
      return refuse("not-the-holder");
    }
    if (Merging.hasMerged(petition)) {
      return refuse("has-merged");
    }
    return Decision.accept(
        new Rejected(
            petition.filed().facets(),
            reject.code(),
            reject.rightChannel(),
            reject.reasonRef(),
            petition.time().overdue()));
  }

  static Decision<PetitionEvent> contact(Contact contact, Petition petition, Facts facts) {
    Instant by = petition.time().deadlines().contactBy();
    boolean inTime = by == null || !facts.now().isAfter(by);
    return Taking.leadOrHelp(petition, facts, taken -> new Contacted(contact.noteRef(), inTime));
  }

  static Decision<PetitionEvent> progress(Progress progress, Petition petition, Facts facts) {
    return Taking.leadOrHelp(
        petition, facts, taken -> new Progressed(progress.entry(), progress.noteRef()));
  }

  static Decision<PetitionEvent> resolve(Resolve resolve, Petition petition, Facts facts) {
    if (Opining.isOwed(petition)) {
      return refuse("opinion-needed");
    }
    if (petition.isOpen()
        && !Taking.mayLead(petition, facts.actor())
        && facts.actor().helps(petition)) {
      return refuse("only-the-lead-resolves");
    }
    return Taking.lead(petition, facts, taken -> resolved(resolve, taken, facts));
  }

  static List<PetitionEvent> resolved(Resolve resolve, Petition taken, Facts facts) {
    return resolved(resolve.outcome(), resolve.resultRef(), taken, facts);
  }

  /** The answer, whoever found it. */
  static List<PetitionEvent> resolved(
      Outcome outcome, @Nullable String resultRef, Petition taken, Facts facts) {
    var events = new ArrayList<PetitionEvent>();
    Petition running = taken;
    if (taken.time().isSuspended()) {
      PetitionEvent resumed = Pausing.resumed(taken, facts.now(), false);
      events.add(resumed);
      running = Evolution.evolve(taken, resumed, facts.now(), facts.actor().ref());
    }
    Clock clock = running.time();
    Span span =
        Limits.span(
            clock.startedAt(),
            clock.deadlines().answerBy(),
            facts.now(),
            clock.pausedMinutes(),
            facts);
    events.add(
        new Resolved(
            running.filed().facets(),
            running.unit(),
            running.level(),
            outcome,
            resultRef,
            Referral.limitFollowsMediation(running) ? span.followingMediation() : span,
            clock.overdue(),
            running.round().number(),
            null));
    return events;
  }
}
