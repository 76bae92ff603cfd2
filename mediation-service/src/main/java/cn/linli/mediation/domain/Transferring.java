package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeEvent.DisputeTransferred;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.DisputeCommand.Transfer;
import cn.linli.platform.decide.Decision;

/**
 * To another committee: from the building's peacemakers to the community, street or district, and
 * down again (domain rules R1-08, R5-21). Consents stay; the committee numbers the case anew.
 */
final class Transferring {

  /** More would be sending people round in circles: project decision. */
  static final int TRANSFERS_MAX = 6;

  private Transferring() {}

  static Decision<MediationEvent> transfer(Transfer ask, Dispute dispute, Facts facts) {
    if (!dispute.isOpen()) {
      return refuse("already-ended");
    }
    if (!facts.actor().handles(dispute) && !facts.actor().guides(dispute)) {
      return refuse("not-the-mediators");
    }
    if (ask.to().equals(dispute.bench())) {
      return refuse("same-committee");
    }
    if (!Area.meet(ask.to().division(), dispute.filed().division())) {
      return refuse("out-of-area");
    }
    return dispute.conducted().transfers() >= TRANSFERS_MAX
        ? refuse("too-many-transfers", "limit", TRANSFERS_MAX)
        : accept(
            new DisputeTransferred(
                ask.to(),
                dispute.bench(),
                ask.reasonRef(),
                facts.due(facts.settings().acceptWithin())));
  }
}
