package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Extended;
import cn.linli.events.petition.PetitionEvent.ExtensionAsked;
import cn.linli.events.petition.PetitionEvent.ExtensionRefused;
import cn.linli.petition.domain.PetitionCommand.AskExtension;
import cn.linli.petition.domain.PetitionCommand.DecideExtension;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;

/**
 * More time (延期): asked before it is due, with a reason, allowed by somebody else, one time.
 * Source: domain rules §4.4, 信访工作条例 §34.
 */
final class Extending {

  private Extending() {}

  static Decision<PetitionEvent> ask(AskExtension ask, Petition petition, Facts facts) {
    Clock clock = petition.time();
    Instant due = clock.deadlines().answerBy();
    Rulebook.Limits row = Limits.row(petition, facts);
    Term longest = row.extension();
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!facts.actor().holds(petition)) {
      return refuse("not-the-holder");
    }
    if (due == null || longest == null) {
      return refuse("no-extension");
    }
    if (clock.extensions() >= row.extensions()) {
      return refuse("already-extended");
    }
    if (clock.extensionAsked() != null) {
      return refuse("already-asked");
    }
    if (facts.now().isAfter(due)) {
      return refuse("already-overdue");
    }
    if (!ask.until().isAfter(due)) {
      return refuse("until-not-later", "due", due.toString());
    }
    Instant limit = latest(due, longest, facts);
    return ask.until().isAfter(limit)
        ? refuse("extension-too-long", "limit", limit.toString())
        : accept(new ExtensionAsked(ask.until(), ask.reasonRef()));
  }

  /** Days are counted from the last day in time: an instant of 24:00 belongs to the day it ends. */
  private static Instant latest(Instant due, Term longest, Facts facts) {
    return switch (longest.unit()) {
      case MINUTES, HOURS -> facts.calendar().due(due, longest).at();
      case SAME_DAY, WORKING_DAYS, CALENDAR_DAYS ->
          facts.calendar().due(due.minus(Duration.ofSeconds(1)), longest).at();
    };
  }

  /** 信访工作条例 §34: the head of the unit that has it, or of a body above; never the hotline. */
  private static boolean isHead(Petition petition, Actor actor) {
    return actor.holds(petition) || !actor.desk() && actor.standsAbove(petition);
  }

  static Decision<PetitionEvent> decide(DecideExtension decision, Petition petition, Facts facts) {
    Clock clock = petition.time();
    Clock.Wish wish = clock.extensionAsked();
    Instant due = clock.deadlines().answerBy();
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (wish == null || due == null) {
      return refuse("nothing-asked");
    }
    if (wish.by().equals(facts.actor().ref())) {
      return refuse("same-person");
    }
    FormalCase formal = petition.proceedings().formal();
    if (formal != null && !isHead(petition, facts.actor())) {
      return refuse("not-the-head");
    }
    if (formal == null && !Urging.isAbove(petition, facts.actor())) {
      return refuse("not-above");
    }
    if (!decision.granted()) {
      return accept(new ExtensionRefused());
    }
    if (!wish.until().isAfter(facts.now())) {
      return refuse("until-not-later");
    }
    return accept(
        new Extended(
            petition.filed().facets(),
            due,
            wish.until(),
            clock.overdue(),
            clock
                .deadlines()
                .withAnswerBy(
                    wish.until(), clock.deadlines().rawDate(), clock.deadlines().provisional())));
  }
}
