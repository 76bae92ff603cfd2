package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeEvent.PartyLeft;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PartyCause;
import cn.linli.events.mediation.PartyRole;
import cn.linli.mediation.domain.DisputeCommand.Leave;
import cn.linli.platform.decide.Decision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A party leaves with its claims; the case ends when no claim has both sides left (domain rules
 * §0.4; 人民调解法 §23: a party may stop at any time).
 */
final class Leaving {

  static final String PARTY_REFUSED = "party-refused";
  static final String PARTY_SILENT = "party-silent";
  static final String PARTY_LEFT = "party-left";

  private Leaving() {}

  static Decision<MediationEvent> leave(Leave ask, Party party, Dispute dispute, Facts facts) {
    return dispute.isOpen()
        ? accept(without(party, PartyCause.LEFT, ask.reasonRef(), dispute, facts))
        : refuse("already-ended");
  }

  static Decision<MediationEvent> withdraw(Party party, Dispute dispute, Facts facts) {
    if (!dispute.isOpen()) {
      return refuse("already-ended");
    }
    return party.role() == PartyRole.APPLICANT
        ? accept(without(party, PartyCause.WITHDREW, null, dispute, facts))
        : refuse("not-the-applicant");
  }

  /** The party's leave, and what follows from it: the end, or the beginning of mediation. */
  static List<MediationEvent> without(
      Party party, PartyCause cause, @Nullable String reasonRef, Dispute dispute, Facts facts) {
    var left = new PartyLeft(party.no(), cause, reasonRef, claimsOf(party, dispute));
    Dispute rest = Evolution.evolve(dispute, left, facts.now(), facts.actor().ref());
    var events = new ArrayList<MediationEvent>();
    events.add(left);
    events.addAll(
        rest.contested().isEmpty() ? end(cause, rest, facts) : Consenting.begunIfAllConsent(rest));
    return events;
  }

  /** Its own, and those against nobody else who is there. */
  private static List<String> claimsOf(Party party, Dispute dispute) {
    return dispute.contested().stream()
        .filter(claim ->
            claim.by().equals(party.no())
                || claim.against().stream().filter(dispute::isPresent).allMatch(party.no()::equals))
        .map(Claim::no)
        .toList();
  }

  private static List<MediationEvent> end(PartyCause cause, Dispute rest, Facts facts) {
    return switch (cause) {
      case REFUSED -> Ending.refused(rest, PARTY_REFUSED, null, facts);
      case SILENT -> Ending.refused(rest, PARTY_SILENT, null, facts);
      case WITHDREW -> Ending.withdrawn(rest, facts);
      case LEFT ->
          rest.status() == Status.MEDIATING
              ? Ending.failed(rest, PARTY_LEFT, facts)
              : Ending.refused(rest, PARTY_REFUSED, null, facts);
    };
  }
}
