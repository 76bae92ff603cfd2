package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeEvent.PartyDescribed;
import cn.linli.events.mediation.DisputeEvent.PartyInvited;
import cn.linli.events.mediation.DisputeEvent.PartyJoined;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.DisputeCommand.Describe;
import cn.linli.mediation.domain.DisputeCommand.Invite;
import cn.linli.mediation.domain.DisputeCommand.Join;
import cn.linli.platform.access.Role;
import cn.linli.platform.decide.Decision;
import java.util.Optional;

/**
 * A party named by somebody else takes its own seat with a code that a mediator hands over. A code
 * works once, and a new one voids the one before.
 */
final class Joining {

  private Joining() {}

  static Decision<MediationEvent> invite(Invite ask, Dispute dispute, Facts facts) {
    if (!facts.actor().handles(dispute)) {
      return refuse("not-the-mediators");
    }
    Optional<Party> party = dispute.party(ask.party());
    if (party.isEmpty()) {
      return refuse("unknown-party");
    }
    if (!party.get().isPresent()) {
      return refuse("party-left");
    }
    return party.get().speaker() == null
        ? accept(new PartyInvited(ask.party(), ask.codeMark()))
        : refuse("already-joined");
  }

  static Decision<MediationEvent> describe(Describe ask, Dispute dispute, Facts facts) {
    if (!facts.actor().handles(dispute)) {
      return refuse("not-the-mediators");
    }
    if (!dispute.isOpen()) {
      return refuse("already-ended");
    }
    return dispute.party(ask.party()).isEmpty()
        ? refuse("unknown-party")
        : accept(
            new PartyDescribed(
                ask.party(),
                ask.type(),
                ask.nameRef(),
                ask.organisation(),
                ask.represented(),
                ask.phoneMark()));
  }

  static Decision<MediationEvent> join(Join ask, Dispute dispute, Facts facts) {
    if (!facts.actor().is(Role.RESIDENT)) {
      return refuse("residents-only");
    }
    Optional<Party> party =
        dispute.present().stream().filter(it -> ask.codeMark().equals(it.codeMark())).findFirst();
    if (party.isEmpty()) {
      return refuse("code-unknown");
    }
    return dispute.parties().stream().anyMatch(facts.actor()::speaksFor)
        ? refuse("already-joined")
        : accept(new PartyJoined(party.get().no()));
  }
}
