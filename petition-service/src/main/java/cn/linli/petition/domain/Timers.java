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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from time alone: each limit is told once when it passes unmet. */
public final class Timers {

  /**
   * A limit that somebody still has to meet.
   *
   * @param limit the last instant that is in time
   */
  record Alarm(DueKind which, Instant limit) {
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
      for (PetitionEvent event : ring(next.get(), state, facts)) {
        events.add(event);
        state = Evolution.evolve(state, event, facts.now(), facts.actor().ref());
      }
    }
    return accept(events);
  }

  static Optional<Alarm> next(Petition petition) {
    if (!petition.exists() || !petition.isLive()) {
      return Optional.empty();
    }
    Clock clock = petition.time();
    return Stream.concat(open(petition), reinspection(petition))
        .filter(alarm -> !clock.fallen().contains(alarm.which()))
        .min(Comparator.comparing(Alarm::limit));
  }

  private static Stream<Alarm> open(Petition petition) {
    Clock clock = petition.time();
    return petition.isOpen()
        ? Stream.concat(
            clock.isSuspended() ? resume(clock).stream() : running(clock), supervision(petition))
        : Stream.empty();
  }

  /** An answered item of a batch still has to be looked at. */
  private static Stream<Alarm> reinspection(Petition petition) {
    BatchItem item = petition.proceedings().batchItem();
    boolean waits =
        item != null
            && (petition.isOpen() || petition.status() == Status.RESOLVED)
            && !item.isVerified(petition.round());
    return alarm(DueKind.REINSPECTION, waits ? item.reinspectAt() : null).stream();
  }

  private static Optional<Alarm> resume(Clock clock) {
    return Optional.ofNullable(clock.suspendedUntil()).map(at -> new Alarm(DueKind.RESUME, at));
  }

  private static Stream<Alarm> running(Clock clock) {
    Deadlines deadlines = clock.deadlines();
    return Stream.of(
            alarm(DueKind.TRANSFER, clock.moved() ? null : deadlines.transferBy()),
            alarm(DueKind.DISPATCH, clock.moved() ? null : deadlines.dispatchBy()),
            alarm(DueKind.CONTACT, clock.contacted() ? null : deadlines.contactBy()),
            alarm(DueKind.ANSWER, deadlines.answerBy()),
            alarm(DueKind.RUNG, deadlines.rungBy()))
        .flatMap(Optional::stream);
  }

  private static Stream<Alarm> supervision(Petition petition) {
    Care.Supervision order = petition.care().supervision();
    return alarm(DueKind.SUPERVISION, order == null ? null : order.due()).stream();
  }

  private static Optional<Alarm> alarm(DueKind which, @Nullable Instant at) {
    return Optional.ofNullable(at).map(instant -> new Alarm(which, instant));
  }

  private static List<PetitionEvent> ring(Alarm alarm, Petition petition, Facts facts) {
    if (alarm.which() == DueKind.RESUME) {
      return List.of(Pausing.resumed(petition, alarm.limit(), true));
    }
    var told =
        new FellDue(
            petition.filed().facets(),
            alarm.which(),
            alarm.limit(),
            petition.unit(),
            alarm.which() == DueKind.ANSWER);
    return switch (alarm.which()) {
      case ANSWER ->
          petition.care().supervision() == null
              ? List.of(told, Urging.automatic("routine", facts))
              : List.of(told);
      case RUNG -> List.of(told, climb(petition, facts));
      default -> List.of(told);
    };
  }

  private static PetitionEvent climb(Petition petition, Facts facts) {
    Unit above = Ladder.above(petition.unit()).orElseThrow();
    return new Escalated(petition.unit(), above, true, null, Limits.onRung(petition, above, facts));
  }
}
