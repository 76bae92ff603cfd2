package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.WhistleEvent.*;
import cn.linli.petition.domain.Whistle.Called;
import cn.linli.petition.domain.Whistle.State;
import cn.linli.petition.domain.WhistleCommand.*;
import cn.linli.platform.decide.Decision;
import java.util.Optional;

/** The joint end of a whistle, and what both sides think of each other (双向评价). */
final class JointClosing {

  private JointClosing() {}

  /** Only the street that whistled, and only when nothing is expected of any department. */
  static Decision<PetitionEvent> close(CloseWhistle close, Petition petition, Facts facts) {
    Optional<Whistle> found = Whistles.of(petition).find(close.whistle());
    if (found.isEmpty()) {
      return refuse("unknown-whistle");
    }
    Whistle whistle = found.get();
    if (!Whistling.isBody(whistle.street(), facts)) {
      return refuse("not-the-street");
    }
    if (whistle.closedAt() != null) {
      return refuse("whistle-closed");
    }
    if (!whistle.departments().stream().allMatch(it -> it.state().ended())) {
      return refuse("reports-missing");
    }
    return accept(
        new WhistleClosed(
            whistle.id(),
            Whistling.minutesSince(whistle.blownAt(), facts),
            number(whistle, State.REPORTED),
            number(whistle, State.DECLINED)));
  }

  private static int number(Whistle whistle, State state) {
    return (int) whistle.departments().stream().filter(it -> it.state() == state).count();
  }

  static Decision<PetitionEvent> score(Score score, Petition petition, Facts facts) {
    Optional<Whistle> found = Whistles.of(petition).find(score.whistle());
    if (found.isEmpty()) {
      return refuse("unknown-whistle");
    }
    if ((score.department() == null) == (score.street() == null)) {
      return refuse("score-for-whom");
    }
    return score.department() == null
        ? byDepartment(score, found.get(), facts)
        : byStreet(score, found.get(), petition, facts);
  }

  private static Decision<PetitionEvent> byStreet(
      Score score, Whistle whistle, Petition petition, Facts facts) {
    if (!Whistling.isBody(whistle.street(), facts)) {
      return refuse("not-the-street");
    }
    return Target.of(score.department(), petition.filed().division())
        .flatMap(whistle::of)
        .map(called -> scored(whistle, called, true, score.score()))
        .orElseGet(() -> refuse("not-called"));
  }

  private static Decision<PetitionEvent> byDepartment(Score score, Whistle whistle, Facts facts) {
    Optional<Called> called = whistle.of(facts.actor().unit());
    if (called.isEmpty()) {
      return refuse("not-called");
    }
    return whistle.street().division().equals(score.street())
        ? scored(whistle, called.get(), false, score.score())
        : refuse("not-the-street");
  }

  private static Decision<PetitionEvent> scored(
      Whistle whistle, Called called, boolean byStreet, int score) {
    if (called.state() != State.REPORTED) {
      return refuse("not-reported");
    }
    return (byStreet ? called.score() : called.streetScore()) == null
        ? accept(new WhistleScored(whistle.id(), called.unit(), byStreet, score))
        : refuse("already-scored");
  }
}
