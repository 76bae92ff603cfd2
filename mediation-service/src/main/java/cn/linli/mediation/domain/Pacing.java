package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PaceEvent.*;
import cn.linli.mediation.domain.Limit.Asked;
import cn.linli.mediation.domain.PaceCommand.*;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mediation's time: it runs from acceptance, or from a court's receipt; only all parties
 * together make it longer; when it is over mediation has failed (domain rules decision 5 and §5.2).
 */
final class Pacing {

  private Pacing() {}

  static @Nullable Limit of(Dispute dispute) {
    return dispute.proceedings().limit();
  }

  static Decision<MediationEvent> decide(PaceCommand command, Dispute dispute, Facts facts) {
    if (!facts.actor().handles(dispute)) {
      return refuse("not-the-mediators");
    }
    boolean unsigned = dispute.status() == Status.AGREED && command instanceof Fail;
    if (!dispute.isOpen() && !unsigned) {
      return refuse("already-ended");
    }
    Limit limit = of(dispute);
    if (limit == null) {
      return refuse("not-accepted-yet");
    }
    return switch (command) {
      case SignCourtReceipt ask -> receipt(ask, dispute, limit, facts);
      case AskLonger ask -> longer(ask.until(), ask.reasonRef(), null, dispute, limit, facts);
      case Fail ask -> fail(ask, dispute, facts);
      case WantLonger _, AnswerLonger _ -> throw new IllegalStateException("an act of a party");
    };
  }

  static Decision<MediationEvent> ofParty(
      PaceCommand command, Party party, Dispute dispute, Facts facts) {
    Limit limit = of(dispute);
    if (!dispute.isOpen()) {
      return refuse("already-ended");
    }
    if (limit == null) {
      return refuse("not-accepted-yet");
    }
    return switch (command) {
      case WantLonger ask -> longer(ask.until(), ask.reasonRef(), party, dispute, limit, facts);
      case AnswerLonger ask -> answer(ask, party, dispute, limit, facts);
      default -> throw new IllegalStateException(command + " is no act of a party");
    };
  }

  /** Days count anew, from the signature: what was extended before is void. */
  private static Decision<MediationEvent> receipt(
      SignCourtReceipt ask, Dispute dispute, Limit limit, Facts facts) {
    if (dispute.filed().source() != DisputeSource.COURT) {
      return refuse("not-from-a-court");
    }
    if (limit.courtRef() != null) {
      return refuse("receipt-already-signed");
    }
    if (ask.receivedAt().isAfter(facts.now())) {
      return refuse("receipt-in-the-future");
    }
    LimitStarted started =
        MediationTerms.started(ask.basis(), ask.receivedAt(), dispute.filed(), facts);
    return started.mediateBy().isBefore(facts.now())
        ? refuse("receipt-too-old")
        : accept(new CourtReceiptSigned(ask.basis(), ask.receivedAt(), ask.courtRef()), started);
  }

  private static Decision<MediationEvent> longer(
      Instant until,
      String reasonRef,
      @Nullable Party by,
      Dispute dispute,
      Limit limit,
      Facts facts) {
    if (limit.asked() != null) {
      return refuse("already-asked");
    }
    if (limit.asks() >= Limit.ASKS_MAX) {
      return refuse("asked-too-often", "limit", Limit.ASKS_MAX);
    }
    if (!until.isAfter(limit.mediateBy())) {
      return refuse("until-not-later", "due", limit.mediateBy().toString());
    }
    Instant latest = MediationTerms.latest(limit, facts);
    if (until.isAfter(latest)) {
      return refuse("extension-too-long", "limit", latest.toString());
    }
    var asked = new LongerAsked(limit.asks() + 1, until, reasonRef);
    if (by == null) {
      return accept(asked);
    }
    var events = new ArrayList<MediationEvent>();
    events.add(asked);
    Dispute next = Evolution.evolve(dispute, asked, facts.now(), facts.actor().ref());
    events.addAll(agreed(by, asked.number(), next, facts));
    return accept(events);
  }

  private static Decision<MediationEvent> answer(
      AnswerLonger ask, Party party, Dispute dispute, Limit limit, Facts facts) {
    Asked asked = limit.asked();
    if (asked == null) {
      return refuse("nothing-asked");
    }
    if (!ask.given()) {
      return accept(new LongerAnswered(asked.number(), party.no(), false));
    }
    return asked.given().contains(party.no())
        ? refuse("already-answered")
        : accept(agreed(party, asked.number(), dispute, facts));
  }

  /** A party's yes; with the last one time is longer. */
  private static List<MediationEvent> agreed(
      Party party, int number, Dispute dispute, Facts facts) {
    var yes = new LongerAnswered(number, party.no(), true);
    Dispute next = Evolution.evolve(dispute, yes, facts.now(), facts.actor().ref());
    return Stream.concat(Stream.of(yes), extended(next, facts).stream()).toList();
  }

  /** Also when the last one that had not answered leaves. */
  static Optional<MediationEvent> extended(Dispute dispute, Facts facts) {
    Limit limit = of(dispute);
    return limit == null || limit.asked() == null || !dispute.isOpen()
        ? Optional.empty()
        : Optional.of(limit.asked())
            .filter(asked -> asked.given().containsAll(Sitting.parties(dispute)))
            .map(asked -> MediationTerms.extended(limit, asked, dispute.filed(), facts));
  }

  private static Decision<MediationEvent> fail(Fail ask, Dispute dispute, Facts facts) {
    if (dispute.status() != Status.MEDIATING && dispute.status() != Status.AGREED) {
      return refuse("not-mediating-yet");
    }
    return ask.reason() == EndReason.TERM_OVER
        ? refuse("only-time-ends-a-term")
        : accept(Ending.failed(dispute, ask.reason().wire(), ask.noteRef(), facts));
  }

  /** The clock of who takes the case; a case that changes hands has one already. */
  static Optional<MediationEvent> started(Dispute before, Facts facts) {
    return of(before) == null
        ? Optional.of(MediationTerms.started(Basis.ORDINARY, facts.now(), before.filed(), facts))
        : Optional.empty();
  }

  /**
   * One committee may hand a case to another without making it longer; what peacemakers of a
   * building tried before does not count.
   */
  static Proceedings transferred(Dispute dispute) {
    return dispute.level() == DisputeLevel.BUILDING
        ? dispute.proceedings().with((@Nullable Limit) null)
        : dispute.proceedings();
  }

  static Stream<Timers.Alarm> alarms(Dispute dispute) {
    Limit limit = of(dispute);
    return limit == null || !dispute.isOpen()
        ? Stream.empty()
        : Stream.concat(
            Timers.alarm(
                limit.reminded() ? null : limit.remindAt(),
                (state, facts) -> List.of(new LimitReminded(limit.mediateBy()))),
            Timers.alarm(limit.mediateBy(), (state, facts) -> over(limit, state, facts)));
  }

  private static List<MediationEvent> over(Limit limit, Dispute dispute, Facts facts) {
    var events = new ArrayList<MediationEvent>();
    events.add(new TermOver(limit.mediateBy()));
    events.addAll(Ending.failed(dispute, EndReason.TERM_OVER.wire(), null, facts));
    return events;
  }
}
