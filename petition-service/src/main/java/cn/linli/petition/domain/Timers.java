package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Escalated;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.Unit;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from time alone: each limit is told once when it passes unmet. */
public final class Timers {

  /**
   * A limit that somebody still has to meet.
   *
   * @param limit the last instant that is in time
   * @param ring what follows when it passes unmet
   */
  record Alarm(Instant limit, BiFunction<Petition, Facts, List<PetitionEvent>> ring) {
    Instant ringsAt() {
      return limit.plusMillis(1);
    }
  }

  private Timers() {}

  /** When a request wants to be looked at next; null: never. */
  public static @Nullable Instant due(Petition petition) {
    return next(petition).map(Alarm::ringsAt).orElse(null);
  }

  /** Everything that had fallen due at {@code facts.now()}, earliest first. */
  public static Decision<PetitionEvent> fallDue(Petition petition, Facts facts) {
    var events = new ArrayList<PetitionEvent>();
    Petition state = petition;
    for (Optional<Alarm> next = next(state);
        next.isPresent() && !next.get().ringsAt().isAfter(facts.now());
        next = next(state)) {
      for (PetitionEvent event : next.get().ring().apply(state, facts)) {
        events.add(event);
        state = Evolution.evolve(state, event, facts.now(), facts.actor().ref());
      }
    }
    return accept(events);
  }

  static Optional<Alarm> next(Petition petition) {
    return petition.exists()
        ? Stream.of(
                ownLimits(petition),
                reinspection(petition),
                checkIns(petition),
                FormalTimers.alarms(petition),
                silence(petition))
            .flatMap(alarms -> alarms)
            .min(Comparator.comparing(Alarm::limit))
        : Optional.empty();
  }

  /** Those of the request itself; imported history has none. */
  private static Stream<Alarm> ownLimits(Petition petition) {
    if (!petition.isOpen() || !petition.isLive()) {
      return Stream.empty();
    }
    Clock clock = petition.time();
    return Stream.concat(
        clock.isSuspended() ? resume(clock) : running(clock), supervision(petition));
  }

  /** An answered item of a batch still has to be looked at. */
  private static Stream<Alarm> reinspection(Petition petition) {
    BatchItem item = petition.proceedings().batchItem();
    boolean waits =
        item != null
            && petition.isLive()
            && (petition.isOpen() || petition.status() == Status.RESOLVED)
            && !item.isVerified(petition.round());
    return alarm(DueKind.REINSPECTION, waits ? item.reinspectAt() : null, petition.time());
  }

  /** Whoever was called to help is expected, suspended or not. */
  private static Stream<Alarm> checkIns(Petition petition) {
    return (petition.isOpen() ? CheckingIn.nextLimit(petition) : Optional.<Instant>empty())
        .stream()
            .map(limit -> new Alarm(limit, (state, facts) -> CheckingIn.fellDue(limit, state)));
  }

  /** Mediators or volunteers who say nothing give a request back. */
  private static Stream<Alarm> silence(Petition petition) {
    Referral referral = petition.proceedings().referral();
    return referral == null || !petition.isOpen() || !referral.state().waits()
        ? Stream.empty()
        : Stream.of(
            new Alarm(
                referral.until(),
                (state, facts) ->
                    List.of(ComingBack.returned(ComingBack.SILENT, referral, state, facts))));
  }

  private static Stream<Alarm> resume(Clock clock) {
    return Stream.ofNullable(clock.suspendedUntil())
        .filter(_ -> !clock.fallen().contains(DueKind.RESUME))
        .map(at -> new Alarm(at, (state, facts) -> List.of(Pausing.resumed(state, at, true))));
  }

  private static Stream<Alarm> running(Clock clock) {
    Deadlines deadlines = clock.deadlines();
    return Stream.of(
            alarm(DueKind.TRANSFER, clock.moved() ? null : deadlines.transferBy(), clock),
            alarm(DueKind.DISPATCH, clock.moved() ? null : deadlines.dispatchBy(), clock),
            alarm(DueKind.CONTACT, clock.contacted() ? null : deadlines.contactBy(), clock),
            alarm(DueKind.ANSWER, deadlines.answerBy(), clock),
            alarm(DueKind.RUNG, deadlines.rungBy(), clock))
        .flatMap(alarm -> alarm);
  }

  private static Stream<Alarm> supervision(Petition petition) {
    Care.Supervision order = petition.care().supervision();
    return alarm(DueKind.SUPERVISION, order == null ? null : order.due(), petition.time());
  }

  /** Each is told once. */
  static Stream<Alarm> alarm(DueKind which, @Nullable Instant at, Clock clock) {
    return Stream.ofNullable(at)
        .filter(_ -> !clock.fallen().contains(which))
        .map(limit -> new Alarm(limit, (state, facts) -> told(which, limit, state, facts)));
  }

  private static List<PetitionEvent> told(
      DueKind which, Instant limit, Petition petition, Facts facts) {
    var told =
        new FellDue(
            petition.filed().facets(),
            which,
            limit,
            FormalTimers.owner(petition),
            which == DueKind.ANSWER);
    return switch (which) {
      case ANSWER ->
          petition.care().supervision() == null
              ? List.of(told, Urging.automatic("routine", facts))
              : List.of(told);
      case RUNG -> List.of(told, climb(petition, facts));
      case REVIEW -> FormalTimers.ring(told, petition);
      default -> List.of(told);
    };
  }

  private static PetitionEvent climb(Petition petition, Facts facts) {
    Unit above = Ladder.above(petition.unit()).orElseThrow();
    return new Escalated(petition.unit(), above, true, null, Limits.onRung(petition, above, facts));
  }
}
