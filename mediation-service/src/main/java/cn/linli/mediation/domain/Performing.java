package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.AgreementEvent.AgreementBreached;
import cn.linli.events.mediation.AgreementEvent.AgreementPerformed;
import cn.linli.events.mediation.AgreementEvent.DisputeClosed;
import cn.linli.events.mediation.AgreementEvent.ObligationMissed;
import cn.linli.events.mediation.AgreementEvent.ObligationPerformed;
import cn.linli.events.mediation.AgreementEvent.ReturnVisited;
import cn.linli.events.mediation.DisputeEvent.DisputeFilesAdded;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PerformanceState;
import cn.linli.mediation.domain.AgreementCommand.CloseFile;
import cn.linli.mediation.domain.AgreementCommand.Miss;
import cn.linli.mediation.domain.AgreementCommand.Perform;
import cn.linli.mediation.domain.AgreementCommand.ReturnVisit;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of obligations; the committee looks after them (人民调解法 §31). */
final class Performing {

  /** Of one dispute. */
  static final int VISITS_MAX = 100;

  private Performing() {}

  static Decision<MediationEvent> perform(Perform perform, Dispute dispute, Facts facts) {
    Agreement agreement = Accords.of(dispute).holding(perform.obligation()).orElse(null);
    Optional<Refusal> objection = objection(agreement, perform.obligation(), dispute, facts);
    if (agreement == null || objection.isPresent()) {
      return refuse(objection.orElseThrow());
    }
    Obligation obligation = agreement.obligation(perform.obligation()).orElseThrow();
    var events = new ArrayList<MediationEvent>();
    if (!perform.attachments().isEmpty()) {
      events.add(new DisputeFilesAdded(perform.attachments()));
    }
    events.addAll(performed(List.of(obligation), agreement, perform.noteRef(), dispute, facts));
    return accept(events);
  }

  static Decision<MediationEvent> miss(Miss miss, Dispute dispute, Facts facts) {
    Agreement agreement = Accords.of(dispute).holding(miss.obligation()).orElse(null);
    Optional<Refusal> objection = objection(agreement, miss.obligation(), dispute, facts);
    if (agreement == null || objection.isPresent()) {
      return refuse(objection.orElseThrow());
    }
    Obligation obligation = agreement.obligation(miss.obligation()).orElseThrow();
    if (obligation.state() == Obligation.State.MISSED) {
      return refuse("already-missed");
    }
    return facts.now().isAfter(obligation.due())
        ? accept(missed(List.of(obligation), agreement, false, miss.noteRef(), dispute))
        : refuse("not-due-yet", "due", obligation.due().toString());
  }

  /** Who it is owed to says so, or the mediators do; who owes it does not. */
  private static Optional<Refusal> objection(
      @Nullable Agreement agreement, String id, Dispute dispute, Facts facts) {
    Obligation obligation = agreement == null ? null : agreement.obligation(id).orElse(null);
    if (agreement == null || obligation == null) {
      return Optional.of(Refusal.of("unknown-obligation"));
    }
    boolean obligee =
        dispute.party(obligation.obligee()).filter(facts.actor()::speaksFor).isPresent();
    if (!obligee && !Mediators.conducts(facts.actor(), dispute)) {
      return Optional.of(Refusal.of("not-the-obligee"));
    }
    if (dispute.status() == Status.CLOSED) {
      return Optional.of(Refusal.of("file-closed"));
    }
    return AgreementGate.unbinding(agreement, dispute)
        .or(() ->
            obligation.isPerformed()
                ? Optional.of(Refusal.of("already-performed"))
                : Optional.empty());
  }

  static Decision<MediationEvent> visit(ReturnVisit visit, Dispute dispute, Facts facts) {
    if (!Mediators.conducts(facts.actor(), dispute)) {
      return refuse("not-the-mediators");
    }
    if (dispute.status() == Status.CLOSED) {
      return refuse("file-closed");
    }
    List<Agreement> binding = Accords.of(dispute).binding().toList();
    if (visit.agreement() == null && binding.size() != 1) {
      return refuse(binding.isEmpty() ? "not-effective" : "agreement-unnamed");
    }
    Agreement agreement =
        visit.agreement() == null
            ? binding.getFirst()
            : Accords.of(dispute).find(visit.agreement()).orElse(null);
    if (agreement == null) {
      return refuse("unknown-agreement");
    }
    Optional<Refusal> objection = AgreementGate.unbinding(agreement, dispute);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    if (Accords.of(dispute).visits() >= VISITS_MAX) {
      return refuse("too-many-visits", "limit", VISITS_MAX);
    }
    String party =
        visit.party() == null ? agreement.obligations().getFirst().obligee() : visit.party();
    return agreement.binds().contains(party)
        ? accept(visited(visit, party, agreement, dispute, facts))
        : refuse("not-bound");
  }

  /** What a party says on what is owed to it stands: done, or not done although it was due. */
  private static List<MediationEvent> visited(
      ReturnVisit visit, String party, Agreement agreement, Dispute dispute, Facts facts) {
    var events = new ArrayList<MediationEvent>();
    events.add(
        new ReturnVisited(
            agreement.id(),
            party,
            visit.performed(),
            visit.satisfied(),
            visit.again(),
            visit.noteRef()));
    List<Obligation> owed =
        agreement.obligations().stream()
            .filter(it -> it.obligee().equals(party) && !it.isPerformed())
            .toList();
    if (visit.performed() == PerformanceState.YES && !owed.isEmpty()) {
      events.addAll(performed(owed, agreement, visit.noteRef(), dispute, facts));
    }
    if (visit.performed() == PerformanceState.NO) {
      List<Obligation> late =
          owed.stream()
              .filter(it -> it.state() == Obligation.State.OPEN && facts.now().isAfter(it.due()))
              .toList();
      if (!late.isEmpty()) {
        events.addAll(missed(late, agreement, true, visit.noteRef(), dispute));
      }
    }
    return events;
  }

  private static List<MediationEvent> performed(
      List<Obligation> done,
      Agreement agreement,
      @Nullable String noteRef,
      Dispute dispute,
      Facts facts) {
    var events = new ArrayList<MediationEvent>();
    for (Obligation obligation : done) {
      events.add(
          new ObligationPerformed(
              Ending.facets(dispute),
              agreement.id(),
              obligation.id(),
              obligation.due(),
              !facts.now().isAfter(obligation.due()),
              noteRef));
    }
    boolean all =
        agreement.obligations().stream()
            .allMatch(
                it -> it.isPerformed() || done.stream().anyMatch(now -> now.id().equals(it.id())));
    if (all) {
      events.add(new AgreementPerformed(agreement.id()));
    }
    return events;
  }

  private static List<MediationEvent> missed(
      List<Obligation> late,
      Agreement agreement,
      boolean byVisit,
      @Nullable String noteRef,
      Dispute dispute) {
    var events = new ArrayList<MediationEvent>();
    for (Obligation obligation : late) {
      events.add(
          new ObligationMissed(
              Ending.facets(dispute),
              agreement.id(),
              obligation.id(),
              obligation.due(),
              byVisit,
              noteRef));
    }
    if (agreement.state() == Agreement.State.EFFECTIVE) {
      events.add(
          new AgreementBreached(dispute.filed().id(), dispute.filed().origin(), agreement.id()));
    }
    return events;
  }

  /**
   * Closed = performed, or nothing more to expect: ended without an agreement, or remedies told.
   */
  static Decision<MediationEvent> close(CloseFile close, Dispute dispute, Facts facts) {
    if (!Mediators.conducts(facts.actor(), dispute)) {
      return refuse("not-the-mediators");
    }
    return switch (dispute.status()) {
      case CLOSED -> refuse("file-closed");
      case REGISTERED, CONSENTING, MEDIATING -> refuse("still-mediating");
      case AGREED -> refuse("not-effective");
      case EFFECTIVE -> refuse("not-performed");
      case BREACHED ->
          isRemedyTold(dispute)
              ? accept(new DisputeClosed(close.noteRef()))
              : refuse("remedy-not-told");
      case PERFORMED, FAILED, WITHDRAWN, REFUSED -> accept(new DisputeClosed(close.noteRef()));
    };
  }

  private static boolean isRemedyTold(Dispute dispute) {
    return Accords.of(dispute)
        .binding()
        .flatMap(it -> it.obligations().stream())
        .filter(it -> !it.isPerformed())
        .allMatch(it -> it.told().contains(Obligation.Step.REMEDY));
  }
}
