package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Accepted;
import cn.linli.events.petition.Unit;
import cn.linli.platform.calendar.Due;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who may lead. The holder's first act takes the matter in hand; the first act of a unit above
 * takes it over.
 */
final class Taking {

  private Taking() {}

  /** Runs a handling act as the lead, after taking the matter in hand or over where needed. */
  static Decision<PetitionEvent> lead(
      Petition petition, Facts facts, Function<Petition, List<PetitionEvent>> act) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!mayLead(petition, facts.actor())) {
      return refuse("not-the-holder");
    }
    var events = new ArrayList<PetitionEvent>();
    Petition taken = petition;
    Optional<PetitionEvent> taking = taking(petition, facts);
    if (taking.isPresent()) {
      events.add(taking.get());
      taken = Evolution.evolve(petition, taking.get(), facts.now(), facts.actor().ref());
    }
    events.addAll(act.apply(taken));
    return accept(events);
  }

  /** The lead acts, or a co-handler helps without leading. */
  static Decision<PetitionEvent> leadOrHelp(
      Petition petition, Facts facts, Function<Petition, PetitionEvent> act) {
    if (petition.isOpen() && !facts.actor().holds(petition) && facts.actor().helps(petition)) {
      return accept(act.apply(petition));
    }
    return lead(petition, facts, taken -> List.of(act.apply(taken)));
  }

  static boolean mayLead(Petition petition, Actor actor) {
    return actor.holds(petition) || !actor.desk() && actor.standsAbove(petition);
  }

  /** Empty where the actor already has it in hand. */
  static Optional<PetitionEvent> taking(Petition petition, Facts facts) {
    Unit taker = facts.actor().unit();
    boolean tookOver = !facts.actor().holds(petition);
    if (taker == null || !tookOver && !petition.status().isWaiting()) {
      return Optional.empty();
    }
    return Optional.of(new Accepted(taker, tookOver, deadlines(petition, taker, facts)));
  }

  private static Deadlines deadlines(Petition petition, Unit taker, Facts facts) {
    Deadlines now = petition.time().deadlines();
    if (!taker.equals(petition.unit())) {
      now = Limits.onRung(petition, taker, facts);
    }
    FormalCase formal = petition.proceedings().formal();
    return formal != null && petition.status().isWaiting()
        ? fromAcceptance(now, petition.filed(), formal, facts)
        : now;
  }

  /**
   * 信访工作条例 §34: the days run from acceptance, the first one; a sender's own limit stands where it
   * is shorter (交办).
   */
  private static Deadlines fromAcceptance(
      Deadlines now, Filing filing, FormalCase formal, Facts facts) {
    Term within = Limits.row(filing.facets(), filing.urgency(), facts).answer();
    if (within == null || formal.acceptedAt() != null) {
      return now;
    }
    Due answer = facts.calendar().due(facts.now(), within);
    Instant assigned = formal.assignedBy();
    return assigned != null && assigned.isBefore(answer.at())
        ? now
        : now.withAnswerBy(answer.at(), answer.rawDate(), answer.provisional());
  }
}
