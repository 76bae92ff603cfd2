package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeEvent.DisputeFilesAdded;
import cn.linli.events.mediation.HandOverEvent.HandOverReceipted;
import cn.linli.events.mediation.HandOverEvent.HandedOver;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.Pathway;
import cn.linli.events.mediation.ReceiptState;
import cn.linli.mediation.domain.HandOverCommand.HandOverClaims;
import cn.linli.mediation.domain.HandOverCommand.RecordReceipt;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Claims that mediation does not settle go on elsewhere (多元化解; domain rules R5-19, R5-23). */
final class HandingOver {

  /** 行政复议法 §20: from the day the act became known. */
  private static final Term RECONSIDER_WITHIN = Term.calendarDays(60);

  private HandingOver() {}

  static Decision<MediationEvent> decide(HandOverCommand command, Dispute dispute, Facts facts) {
    return switch (command) {
      case HandOverClaims ask -> handOver(ask, dispute, facts);
      case RecordReceipt ask -> receipt(ask, dispute, facts);
    };
  }

  private static Decision<MediationEvent> handOver(
      HandOverClaims ask, Dispute dispute, Facts facts) {
    Optional<Refusal> objection =
        whoAsks(ask, dispute, facts.actor())
            .or(() -> timing(dispute))
            .or(() -> unknown(ask, dispute))
            .or(() -> again(ask, dispute))
            .or(() -> kind(ask, dispute))
            .or(() -> standing(ask, dispute))
            .or(() -> conditions(ask, dispute, facts));
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    HandOvers before = HandOvers.of(dispute);
    if (before.list().size() >= HandOvers.HAND_OVERS_MAX) {
      return refuse("too-many-hand-overs", "limit", HandOvers.HAND_OVERS_MAX);
    }
    var handedOver =
        new HandedOver(
            Ending.facets(dispute),
            before.nextNo(),
            ask.pathway(),
            ask.body(),
            ask.claims(),
            ask.bundle().asOf(),
            ask.bundle().preparedAt(),
            ask.bundle().manifestSha256(),
            ask.wishRef(),
            ask.bundle().bundleSha256(),
            ask.bundle().surroundingsRef());
    var events = new ArrayList<MediationEvent>();
    events.add(handedOver);
    if (!ask.files().isEmpty()) {
      events.add(new DisputeFilesAdded(ask.files()));
    }
    events.addAll(endIfNothingIsLeft(handedOver, dispute, facts));
    return accept(events);
  }

  /** Nobody is taken to court on another's behalf: a party for its own claims, or on record. */
  private static Optional<Refusal> whoAsks(HandOverClaims ask, Dispute dispute, Actor actor) {
    if (actor.handles(dispute)) {
      return ask.wishRef() == null ? no("consent-missing") : Optional.empty();
    }
    List<String> own = dispute.parties().stream().filter(actor::speaksFor).map(Party::no).toList();
    if (own.isEmpty()) {
      return no("not-a-party");
    }
    boolean all =
        ask.claims().stream()
            .flatMap(no -> dispute.claim(no).stream())
            .allMatch(claim -> own.contains(claim.by()));
    return all ? Optional.empty() : no("not-your-claim");
  }

  private static Optional<Refusal> timing(Dispute dispute) {
    return dispute.status() == Status.REGISTERED || dispute.status() == Status.CONSENTING
        ? no("not-yet-mediated")
        : Optional.empty();
  }

  private static Optional<Refusal> unknown(HandOverClaims ask, Dispute dispute) {
    return ask.claims().stream().allMatch(no -> dispute.claim(no).isPresent())
        ? Optional.empty()
        : no("unknown-claim");
  }

  private static Optional<Refusal> again(HandOverClaims ask, Dispute dispute) {
    return HandOvers.of(dispute).list().stream()
        .filter(it -> !it.isRejected())
        .filter(it -> it.isSame(ask.pathway(), ask.body(), ask.claims()))
        .findFirst()
        .map(it -> Refusal.of("already-handed-over", "handOver", it.no()));
  }

  /** Whoever is refused is told where the dispute may go. */
  private static Optional<Refusal> kind(HandOverClaims ask, Dispute dispute) {
    var kind = dispute.filed().kind();
    return Pathways.objection(ask.pathway(), kind)
        .map(code ->
            Refusal.of(code, "pathways", Pathways.of(kind).stream().map(Pathway::wire).toList()));
  }

  private static Optional<Refusal> standing(HandOverClaims ask, Dispute dispute) {
    boolean notary = ask.pathway() == Pathway.NOTARY;
    for (String no : ask.claims()) {
      Claim claim = dispute.claim(no).orElseThrow();
      boolean may =
          switch (claim.status()) {
            case SETTLED -> notary;
            case OPEN, UNSUPPORTED -> !notary;
            case HANDED_OVER -> !notary && mayGoOn(ask.pathway(), no, dispute);
            case WITHDRAWN -> false;
          };
      if (!may) {
        return Optional.of(
            Refusal.of(notary ? "claim-not-settled" : "claim-not-open", "claim", no));
      }
    }
    return Optional.empty();
  }

  /** From arbitration, adjudication or the government to a court: that way stays open. */
  private static boolean mayGoOn(Pathway pathway, String claim, Dispute dispute) {
    return pathway == Pathway.LITIGATION
        && HandOvers.of(dispute)
            .holding(claim)
            .map(HandOver::pathway)
            .filter(EnumSet.complementOf(EnumSet.of(Pathway.LITIGATION))::contains)
            .isPresent();
  }

  private static Optional<Refusal> conditions(HandOverClaims ask, Dispute dispute, Facts facts) {
    Set<Pathways.Condition> asked = Pathways.conditions(ask.pathway(), dispute.filed().kind());
    for (Pathways.Condition condition : asked) {
      String missing =
          switch (condition) {
            case ARBITRATION_AGREED ->
                ask.arbitrationAgreed() ? null : "arbitration-agreement-missing";
            case AGREEMENT_EFFECTIVE -> null; // its claims are settled, which only that makes them
            case ARBITRATION_BEFORE ->
                ask.claims().stream()
                        .allMatch(no -> HandOvers.of(dispute).wereAt(Pathway.ARBITRATION, no))
                    ? null
                    : "arbitration-first";
            case ACT_KNOWN_WITHIN_60_DAYS -> reviewable(ask, facts);
          };
      if (missing != null) {
        return no(missing);
      }
    }
    return Optional.empty();
  }

  private static @Nullable String reviewable(HandOverClaims ask, Facts facts) {
    if (ask.actKnownOn() == null) {
      return "act-day-missing";
    }
    Instant known =
        Objects.requireNonNull(ask.actKnownOn()).atStartOfDay(WorkCalendar.ZONE).toInstant();
    return facts.now().isAfter(facts.calendar().due(known, RECONSIDER_WITHIN).at())
        ? "reconsideration-too-late"
        : null;
  }

  /** Mediation ends where nothing is left to mediate. */
  private static List<MediationEvent> endIfNothingIsLeft(
      HandedOver event, Dispute dispute, Facts facts) {
    Dispute after = Evolution.evolve(dispute, event, facts.now(), facts.actor().ref());
    return after.isOpen() && after.contested().isEmpty()
        ? Ending.failed(after, "handed-over", facts)
        : List.of();
  }

  private static Decision<MediationEvent> receipt(RecordReceipt ask, Dispute dispute, Facts facts) {
    Optional<HandOver> found = HandOvers.of(dispute).find(ask.handOver());
    Actor actor = facts.actor();
    boolean theirs =
        ask.state() != ReceiptState.SENT && HandOvers.receives(dispute, ask.handOver(), actor);
    if (!actor.handles(dispute) && !theirs) {
      return refuse("not-the-mediators");
    }
    if (found.isEmpty()) {
      return refuse("unknown-hand-over");
    }
    if (ask.manifestSha256() != null
        && !ask.manifestSha256().equals(found.get().manifestSha256())) {
      return refuse("manifest-differs");
    }
    ReceiptState now = found.get().state();
    if (now == ask.state()) {
      return refuse("receipt-recorded", "state", ask.state().wire());
    }
    return mayFollow(now, ask.state())
        ? accept(new HandOverReceipted(ask.handOver(), ask.state(), ask.noteRef()))
        : refuse("receipt-out-of-order", "state", now == null ? "prepared" : now.wire());
  }

  /** Nothing is received that was not sent; an answer is the last word. */
  private static boolean mayFollow(@Nullable ReceiptState now, ReceiptState next) {
    return switch (next) {
      case SENT -> now == null;
      case RECEIVED -> now == ReceiptState.SENT;
      case ACCEPTED -> now == ReceiptState.RECEIVED;
      case REJECTED -> now == ReceiptState.SENT || now == ReceiptState.RECEIVED;
    };
  }

  private static Optional<Refusal> no(String code) {
    return Optional.of(Refusal.of(code));
  }
}
