package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;

import cn.linli.events.mediation.DisputeDue;
import cn.linli.events.mediation.DisputeEvent.DisputeFellDue;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from time alone. A capability adds its stream of alarms to {@code next}. */
public final class Timers {

  /** No committee ever said whether it takes the case. */
  static final String NOT_TAKEN = "not-taken";

  /**
   * A limit that somebody still has to meet.
   *
   * @param limit the last instant that is in time
   * @param ring what follows when it passes unmet: at least one event, and the limit is gone
   */
  record Alarm(Instant limit, BiFunction<Dispute, Facts, List<MediationEvent>> ring) {
    Instant ringsAt() {
      return limit.plusMillis(1);
    }
  }

  private Timers() {}

  /** When a dispute wants to be looked at next; null: never. */
  public static @Nullable Instant due(Dispute dispute) {
    return next(dispute).map(Alarm::ringsAt).orElse(null);
  }

  /** Everything that had fallen due at {@code facts.now()}, earliest first. */
  public static Decision<MediationEvent> fallDue(Dispute dispute, Facts facts) {
    var events = new ArrayList<MediationEvent>();
    Dispute state = dispute;
    for (Optional<Alarm> next = next(state);
        next.isPresent() && !next.get().ringsAt().isAfter(facts.now());
        next = next(state)) {
      for (MediationEvent event :
          Consequences.of(next.get().ring().apply(state, facts), state, facts)) {
        events.add(event);
        state = Evolution.evolve(state, event, facts.now(), facts.actor().ref());
      }
    }
    return accept(events);
  }

  private static Optional<Alarm> next(Dispute dispute) {
    return dispute.exists()
        ? Stream.of(
                waits(dispute),
                Pacing.alarms(dispute),
                Risking.alarms(dispute),
                Following.alarms(dispute))
            .flatMap(alarms -> alarms)
            .min(Comparator.comparing(Alarm::limit))
        : Optional.empty();
  }

  private static Stream<Alarm> waits(Dispute dispute) {
    Waits waits = dispute.proceedings().waits();
    return waits == null || !dispute.isOpen()
        ? Stream.empty()
        : Stream.of(
                alarm(waits.acceptBy(), Timers::unanswered),
                alarm(
                    waits.giveUpAt(),
                    (state, facts) -> Ending.refused(state, NOT_TAKEN, null, facts)),
                alarm(waits.consentBy(), Timers::withoutConsent))
            .flatMap(alarm -> alarm);
  }

  private static List<MediationEvent> unanswered(Dispute dispute, Facts facts) {
    Instant limit =
        Optional.ofNullable(dispute.proceedings().waits()).map(Waits::acceptBy).orElseThrow();
    return List.of(
        new DisputeFellDue(
            DisputeDue.ACCEPTANCE,
            limit,
            facts.calendar().due(limit.minusMillis(1), facts.settings().giveUpAfter()).at()));
  }

  private static List<MediationEvent> withoutConsent(Dispute dispute, Facts facts) {
    Instant limit =
        Optional.ofNullable(dispute.proceedings().waits()).map(Waits::consentBy).orElseThrow();
    var events = new ArrayList<MediationEvent>();
    events.add(new DisputeFellDue(DisputeDue.CONSENT, limit, null));
    events.addAll(Consenting.silent(dispute, facts));
    return events;
  }

  static Stream<Alarm> alarm(
      @Nullable Instant limit, BiFunction<Dispute, Facts, List<MediationEvent>> ring) {
    return Stream.ofNullable(limit).map(it -> new Alarm(it, ring));
  }
}
