package cn.linli.timebank.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.*;
import cn.linli.events.timebank.MatchSide;
import cn.linli.platform.access.Role;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.clearing.Clearing;
import cn.linli.timebank.domain.clearing.Pair;
import cn.linli.timebank.domain.exchange.MatchCommand.*;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Room between two communities: whatever becomes of matches, and however often they are told that
 * their time is over, what is reserved is what those hold that have not ended.
 */
class RoomTest {

  private static final String HERE = "370602003006";
  private static final String THERE = "370602003007";
  private static final long LIMIT = 300;
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Volunteer GIVER = person("giver", THERE);
  private static final Volunteer ELDER = person("elder", HERE);
  private static final Actor GIVES = actor("giver", THERE);
  private static final Actor NEEDS = actor("elder", HERE);

  /** Matches there may be at once. */
  private static final int MATCHES = 6;

  private final List<Match> matches = new ArrayList<>();
  private Pair pair = Pair.NONE;
  private long paid;

  private static Volunteer person(String name, String division) {
    return new Volunteer(
        "account-" + name, true, true, name, null, division, false, false, false, Set.of());
  }

  private static Actor actor(String name, String division) {
    return new Actor("resident@" + division + "#" + name, Role.RESIDENT, division, null);
  }

  /**
   * @param what 0 agree, 1 deliver, 2 confirm, 3 cancel, 4 its time comes, 5 it is told of that
   */
  record Step(int what, int match, int minutes) {}

  @Property(tries = 500)
  void room_never_leaks(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 6 * MATCHES * 60 - 1) Integer> dice) {
    for (int i = 0; i < MATCHES; i++) {
      matches.add(proposed(i));
    }
    for (int die : dice) {
      take(new Step(die % 6, die / 6 % MATCHES, 1 + die / 6 / MATCHES));
      holds();
    }
    for (int i = 0; i < MATCHES; i++) {
      take(new Step(4, i, 0));
      take(new Step(5, i, 0));
      holds();
    }
    assertThat(pair.reservedFor(HERE)).as("after all their time").isZero();
    assertThat(pair.exposure(HERE)).isEqualTo(paid);
  }

  private void holds() {
    long held =
        matches.stream()
            .filter(it -> it.holds() || it.status() == Match.Status.LAPSED)
            .mapToLong(it -> it.what().minutes())
            .sum();
    assertThat(pair.reservedFor(HERE)).isEqualTo(held);
    assertThat(pair.spentBy(HERE)).isEqualTo(paid);
    assertThat(pair.exposure(HERE)).isLessThanOrEqualTo(LIMIT);
  }

  private static Match proposed(int number) {
    return Match.evolve(
        Match.NONE,
        new MatchProposed(
            "m" + number,
            "n" + number,
            null,
            GIVER.account(),
            ELDER.account(),
            HERE,
            "help",
            60 + 10 * number,
            false,
            MatchSide.PROVIDER,
            NOW.plus(Duration.ofDays(33))),
        NOW);
  }

  private void take(Step step) {
    Match match = matches.get(step.match());
    Decision<ExchangeEvent> decided =
        switch (step.what()) {
          case 0 -> MatchRules.decide(new Agree(GIVER, ELDER, false), match, NEEDS, NOW);
          case 1 ->
              MatchRules.decide(
                  new Deliver(GIVER, ELDER, NOW.minus(Duration.ofHours(2)), NOW),
                  match,
                  GIVES,
                  NOW);
          case 2 -> MatchRules.decide(new Confirm(GIVER, ELDER, step.minutes()), match, NEEDS, NOW);
          case 3 -> MatchRules.decide(new Cancel(GIVER, ELDER), match, NEEDS, NOW);
          case 4 -> match.due() == null ? Decision.refuse("not-due") : MatchRules.fallDue(match);
          default -> MatchRules.giveBack(match);
        };
    if (decided instanceof Decision.Accepted<ExchangeEvent>(var events)) {
      happens(step.match(), events.getFirst());
    }
  }

  /** What the service commits together. */
  private void happens(int number, ExchangeEvent event) {
    Match match = matches.get(number);
    var leg =
        new Clearing.Leg(
            HERE, THERE, "m" + number, match.what().minutes(), ELDER.account(), GIVER.account());
    switch (event) {
      case MatchAgreed _ -> {
        if (!(Clearing.reserve(pair, leg, LIMIT)
            instanceof Decision.Accepted<ClearingEvent>(var kept))) {
          return;
        }
        pair = pair.evolve(kept.getFirst(), NOW);
      }
      case MatchCancelled _, MatchGivenBack _ ->
          pair = pair.evolve(Clearing.release(pair, leg), NOW);
      case DeliveryConfirmed it -> {
        pair = pair.evolve(Clearing.settle(pair, leg, it.minutes()), NOW);
        paid += it.minutes();
      }
      default -> {}
    }
    matches.set(number, Match.evolve(match, event, NOW));
  }
}
