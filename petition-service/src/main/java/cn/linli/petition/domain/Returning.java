package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Escalated;
import cn.linli.events.petition.PetitionEvent.ReturnAsked;
import cn.linli.events.petition.PetitionEvent.ReturnGranted;
import cn.linli.events.petition.PetitionEvent.ReturnRefused;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.PetitionCommand.AskReturn;
import cn.linli.petition.domain.PetitionCommand.DecideReturn;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;

/**
 * "Not mine" (退单): within its limit, with a reason, decided by the dispatcher, never after a
 * designation. The third one goes to the tier above the dispatcher. Source: domain rules §4.4.
 */
final class Returning {

  private Returning() {}

  static Decision<PetitionEvent> ask(AskReturn ask, Petition petition, Facts facts) {
    Holding held = petition.held();
    Unit dispatcher = held.dispatchedBy();
    Instant dispatchedAt = held.dispatchedAt();
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!facts.actor().holds(petition)) {
      return refuse("not-the-holder");
    }
    if (dispatcher == null || dispatchedAt == null) {
      return refuse("not-dispatched");
    }
    if (held.designated()) {
      return refuse("designated");
    }
    if (held.returnAskedBy() != null) {
      return refuse("already-asked");
    }
    boolean formal = petition.filed().facets().regime() == Regime.FORMAL;
    Instant limit = facts.calendar().due(dispatchedAt, within(petition, facts)).at();
    if (facts.now().isAfter(limit)) {
      return formal
          ? refuse("objection-window-over", "limit", limit.toString())
          : refuse("return-window-over", "limit", limit.toString());
    }
    if (formal && !ask.detailed()) {
      return refuse("reasons-too-short");
    }
    int times = held.returns() + 1;
    var asked = new ReturnAsked(held.unit(), ask.reasonRef(), times);
    if (times < Dispatching.RETURNS_UNTIL_DESIGNATION) {
      return accept(asked);
    }
    Unit judge = Ladder.above(dispatcher).orElse(dispatcher);
    return accept(
        asked,
        new Escalated(
            held.unit(),
            judge,
            false,
            ask.reasonRef(),
            Transferring.handedTo(judge, petition, facts)));
  }

  private static Term within(Petition petition, Facts facts) {
    Rulebook.Habits habits = facts.rulebook().habits();
    return petition.filed().facets().regime() == Regime.FORMAL
        ? habits.formalReturnWithin()
        : habits.returnWithin();
  }

  static Decision<PetitionEvent> decide(DecideReturn decision, Petition petition, Facts facts) {
    Holding held = petition.held();
    Unit dispatcher = held.dispatchedBy();
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (held.returnAskedBy() == null || dispatcher == null) {
      return refuse("nothing-asked");
    }
    if (!maySay(petition, dispatcher, facts.actor())) {
      return refuse("not-the-dispatcher");
    }
    if (!decision.granted()) {
      return accept(
          new ReturnRefused(held.unit(), decision.stays() || decision.designate() != null));
    }
    var granted = new ReturnGranted(dispatcher, Transferring.handedTo(dispatcher, petition, facts));
    if (decision.designate() == null) {
      return accept(granted);
    }
    Petition back = Evolution.evolve(petition, granted, facts.now(), facts.actor().ref());
    return switch (Dispatching.send(decision.designate(), null, true, back, facts)) {
      case Decision.Refused<PetitionEvent> refused -> refused;
      case Decision.Accepted<PetitionEvent>(var sent) -> {
        var events = new ArrayList<PetitionEvent>();
        events.add(granted);
        events.addAll(sent);
        yield accept(events);
      }
    };
  }

  private static boolean maySay(Petition petition, Unit dispatcher, Actor actor) {
    Unit unit = actor.unit();
    boolean noneOfTheirs = // 信访工作条例 §23 asks for the sender's consent, not for the hotline's
        petition.proceedings().formal() != null && actor.desk();
    return unit != null
        && !noneOfTheirs
        && !actor.holds(petition)
        && (Actor.isSameBody(unit, dispatcher)
            || Actor.isAbove(unit, dispatcher)
            || actor.desk() && actor.covers(petition.filed().division()));
  }
}
