package cn.linli.mediation.domain;

import cn.linli.events.mediation.AgreementEvent.AgreementEffective;
import cn.linli.events.mediation.MediationEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * From when an agreement binds: a written one from the last of all signatures and the seal, an oral
 * one from the mediator's record (人民调解法 §29–30). With the last open claim mediation ends.
 */
final class Effect {

  private Effect() {}

  /** After a signature or a seal; nothing while something is missing. */
  static List<MediationEvent> ofName(String agreement, Dispute dispute, Facts facts) {
    Agreement found = Accords.of(dispute).find(agreement).orElseThrow();
    return found.effectiveAt() == null && AgreementGate.missing(found, dispute).isEmpty()
        ? effective(found, dispute, facts)
        : List.of();
  }

  /** After the words: only an oral one binds at once. */
  static List<MediationEvent> ofWords(String agreement, Dispute dispute, Facts facts) {
    Agreement found = Accords.of(dispute).find(agreement).orElseThrow();
    return Agreeing.isOral(found) ? effective(found, dispute, facts) : List.of();
  }

  private static List<MediationEvent> effective(Agreement agreement, Dispute dispute, Facts facts) {
    boolean leavesSome =
        dispute.contested().stream().anyMatch(it -> !agreement.claims().contains(it.no()));
    var effective =
        new AgreementEffective(
            dispute.filed().id(),
            dispute.filed().origin(),
            leavesSome,
            agreement.id(),
            agreement.form(),
            agreement.amount());
    var events = new ArrayList<MediationEvent>();
    events.add(effective);
    Dispute after = Evolution.all(dispute, events, facts);
    if (after.contested().isEmpty() && after.conducted().concludedAt() == null) {
      events.add(Ending.agreed(after, null, facts));
    }
    return events;
  }
}
