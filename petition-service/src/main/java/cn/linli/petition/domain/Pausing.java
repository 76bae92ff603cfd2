package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Resumed;
import cn.linli.events.petition.PetitionEvent.Suspended;
import cn.linli.events.petition.PetitionEvent.SuspensionAsked;
import cn.linli.events.petition.PetitionEvent.SuspensionRefused;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.PetitionCommand.AskSuspension;
import cn.linli.petition.domain.PetitionCommand.DecideSuspension;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;

/**
 * What can't be done now (挂起): reason, plan, date, somebody else's approval; goes on by itself at
 * the date. A formal petition's clock never stops. Source: domain rules §4.4, 济南市12345条例 §24(3).
 */
final class Pausing {

  private Pausing() {}

  static Decision<PetitionEvent> ask(AskSuspension ask, Petition petition, Facts facts) {
    Rulebook.Habits habits = facts.rulebook().habits();
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!facts.actor().holds(petition)) {
      return refuse("not-the-holder");
    }
    if (petition.filed().facets().regime() == Regime.FORMAL) {
      return refuse("formal-clock-never-stops");
    }
    if (!habits.pauses()) {
      return refuse("suspension-off");
    }
    if (petition.time().isSuspended()) {
      return refuse("already-suspended");
    }
    if (petition.time().suspensionAsked() != null) {
      return refuse("already-asked");
    }
    if (!ask.until().isAfter(facts.now())) {
      return refuse("until-not-later");
    }
    return ask.until().isAfter(facts.now().plus(Duration.ofDays(habits.pauseDaysMax())))
        ? refuse("suspension-too-long", "days", habits.pauseDaysMax())
        : accept(new SuspensionAsked(ask.until(), ask.reasonRef(), ask.planRef()));
  }

  static Decision<PetitionEvent> decide(DecideSuspension decision, Petition petition, Facts facts) {
    Clock.Wish wish = petition.time().suspensionAsked();
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (wish == null) {
      return refuse("nothing-asked");
    }
    if (wish.by().equals(facts.actor().ref())) {
      return refuse("same-person");
    }
    if (!Urging.isAbove(petition, facts.actor())) {
      return refuse("not-above");
    }
    if (!decision.granted()) {
      return accept(new SuspensionRefused());
    }
    return wish.until().isAfter(facts.now())
        ? accept(new Suspended(wish.until()))
        : refuse("until-not-later");
  }

  static Decision<PetitionEvent> resume(Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!petition.time().isSuspended()) {
      return refuse("not-suspended");
    }
    if (!Dispatching.mayDispose(petition, facts.actor())) {
      return refuse("not-the-holder");
    }
    return accept(resumed(petition, facts.now(), false));
  }

  /** Every limit that was still ahead moves on by the time that was paused, which is reported. */
  static Resumed resumed(Petition petition, Instant end, boolean byTimer) {
    Clock clock = petition.time();
    Instant start = clock.suspendedAt();
    if (start == null) {
      throw new IllegalStateException("not suspended");
    }
    var pause = Duration.between(start, end);
    return new Resumed(byTimer, pause.toMinutes(), clock.deadlines().laterBy(pause, start));
  }
}
