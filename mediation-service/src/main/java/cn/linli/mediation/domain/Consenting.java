package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeEvent.ConsentGiven;
import cn.linli.events.mediation.DisputeEvent.MediationBegun;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PartyCause;
import cn.linli.mediation.domain.DisputeCommand.Answer;
import cn.linli.platform.decide.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * Nobody is mediated against their will (人民调解法 §3, §17): every party that stays consents; one that
 * refuses leaves with its claims (domain rules §0.4).
 */
final class Consenting {

  private Consenting() {}

  static Decision<MediationEvent> answer(Answer ask, Party party, Dispute dispute, Facts facts) {
    if (dispute.status() != Status.REGISTERED && dispute.status() != Status.CONSENTING) {
      return refuse(dispute.isOpen() ? "already-mediating" : "already-ended");
    }
    if (!ask.given()) {
      return accept(Leaving.without(party, PartyCause.REFUSED, null, dispute, facts));
    }
    if (party.consent() == Party.Consent.GIVEN) {
      return refuse("already-consented");
    }
    var given = new ConsentGiven(party.no());
    var events = new ArrayList<MediationEvent>();
    events.add(given);
    events.addAll(
        begunIfAllConsent(Evolution.evolve(dispute, given, facts.now(), facts.actor().ref())));
    return accept(events);
  }

  /** Mediation begins with the last consent. */
  static List<MediationEvent> begunIfAllConsent(Dispute dispute) {
    return dispute.status() == Status.CONSENTING && dispute.isConsented()
        ? List.of(new MediationBegun(dispute.present().size()))
        : List.of();
  }

  /** Whoever never answered can't be mediated with either. */
  static List<MediationEvent> silent(Dispute dispute, Facts facts) {
    var events = new ArrayList<MediationEvent>();
    Dispute state = dispute;
    for (Party party : dispute.present()) {
      if (state.isOpen() && party.consent() == Party.Consent.ASKED) {
        for (var event : Leaving.without(party, PartyCause.SILENT, null, state, facts)) {
          events.add(event);
          state = Evolution.evolve(state, event, facts.now(), facts.actor().ref());
        }
      }
    }
    return events;
  }
}
