package cn.linli.petition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Regime;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A life that somebody tries things in, whatever they are. Time falls due before each of them. */
final class Life {

  /**
   * @param start where in the circle of all deeds by everybody
   * @param eager goes on from there to the first that is allowed; else takes what comes
   */
  record Try(int start, boolean eager, int hours) {}

  /** The state before and after each event. */
  record Moment(Petition before, PetitionEvent event, Petition after) {}

  private record Move(Actor actor, Deed deed) {}

  private static final Instant START = Scene.instant("2026-01-05T10:00");

  /** What ends a life comes up less often, or most of them would be short. */
  private static final Set<String> ENDINGS = Set.of("reject", "withdraw", "merge", "erase");

  private static final int OTHERS_TIMES = 4;
  private static final List<Move> CIRCLE = circle();

  private final List<Moment> moments = new ArrayList<>();
  private Petition state = Petition.NONE;
  private Instant now = START;

  private Life() {}

  static List<Moment> of(List<Try> tries) {
    var life = new Life();
    life.begin(tries.isEmpty() ? 0 : tries.getFirst().start());
    tries.forEach(life::go);
    return life.moments;
  }

  static int moves() {
    return CIRCLE.size();
  }

  private static List<Move> circle() {
    var actors =
        List.of(
            Scene.RESIDENT,
            Scene.GRID,
            Scene.COMMUNITY,
            Scene.STREET,
            Scene.DISTRICT,
            Scene.CITY,
            Scene.DESK,
            Scene.HEATING,
            Scene.WATER);
    var moves = new ArrayList<Move>();
    for (Actor actor : actors) {
      for (Deed deed : Deed.ALL) {
        int times = ENDINGS.contains(deed.path()) ? 1 : OTHERS_TIMES;
        moves.addAll(Collections.nCopies(times, new Move(actor, deed)));
      }
    }
    Collections.shuffle(moves, new Random(42)); // neighbours in the circle have nothing in common
    return moves;
  }

  /** A hotline request, a formal petition, or an item of a batch. */
  private void begin(int which) {
    var formal = new Scene.Draft().kind(Kind.APPEAL, Regime.FORMAL).submit();
    var item =
        new BatchCommand.SubmitItem(
            Scene.submit("noise"), null, "batch", START.plus(Duration.ofDays(20)));
    switch (Math.floorMod(which, 3)) {
      case 0 -> decide(item, Scene.COMMUNITY);
      case 1 -> decide(formal, Scene.RESIDENT);
      default -> decide(Scene.submit("noise"), Scene.RESIDENT);
    }
    assertThat(state.exists()).isTrue();
  }

  private void go(Try one) {
    now = now.plus(Duration.ofHours(one.hours()));
    fallDue();
    int tries = one.eager() ? CIRCLE.size() : 1;
    for (int i = 0; i < tries; i++) {
      Move move = CIRCLE.get((one.start() + i) % CIRCLE.size());
      if (apply(move.deed().act().decide(state, facts(move.actor())), move.actor())) {
        return;
      }
    }
  }

  private void fallDue() {
    Instant due = Timers.due(state);
    if (due != null && !due.isAfter(now)) {
      apply(Timers.fallDue(state, facts(Scene.CLOCK)), Scene.CLOCK);
      Instant next = Timers.due(state);
      assertThat(next == null || next.isAfter(now)).as("what fell due moves").isTrue();
    }
  }

  private void decide(PetitionCommand command, Actor actor) {
    apply(PetitionRules.decide(command, state, facts(actor)), actor);
  }

  private Facts facts(Actor actor) {
    return new Facts(
        now, actor, TestRulebook.DEFAULT, WorkCalendar.national(), Scene::mark, Scene::path);
  }

  private boolean apply(Decision<PetitionEvent> decision, Actor actor) {
    if (!(decision instanceof Decision.Accepted<PetitionEvent>(var events))) {
      return false;
    }
    for (PetitionEvent event : events) {
      Petition after = Evolution.evolve(state, event, now, actor.ref());
      moments.add(new Moment(state, event, after));
      state = after;
    }
    return true;
  }
}
