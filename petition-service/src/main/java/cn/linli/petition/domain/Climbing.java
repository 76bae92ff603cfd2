package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Escalated;
import cn.linli.events.petition.PetitionEvent.SentBack;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.PetitionCommand.Escalate;
import cn.linli.petition.domain.PetitionCommand.SendBack;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.util.Optional;

/** One rung up or down the ladder grid → community → street → district → city. */
final class Climbing {

  static final int SEND_BACKS_MAX = 2;

  private Climbing() {}

  static Decision<PetitionEvent> escalate(Escalate escalate, Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!facts.actor().holds(petition)) {
      return refuse("not-the-holder");
    }
    return Ladder.above(petition.unit())
        .map(above ->
            Decision.<PetitionEvent>accept(
                new Escalated(
                    petition.unit(),
                    above,
                    false,
                    escalate.reasonRef(),
                    Transferring.handedTo(above, petition, facts))))
        .orElseGet(() -> refuse("top-of-ladder"));
  }

  static Decision<PetitionEvent> sendBack(SendBack sendBack, Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!Taking.mayLead(petition, facts.actor())) {
      return refuse("not-the-holder");
    }
    int times = petition.held().sendBacks() + 1;
    if (times > SEND_BACKS_MAX) {
      return refuse("send-backs-used-up", "limit", SEND_BACKS_MAX);
    }
    Filing filing = petition.filed();
    Optional<Unit> below = Ladder.below(petition.unit(), filing.division());
    if (below.isEmpty()) {
      return refuse("no-rung-below");
    }
    Unit to = below.get();
    if (filing.facets().regime() == Regime.FORMAL && to.level().compareTo(Level.STREET) < 0) {
      return refuse("formal-not-below-street");
    }
    if (Accusation.reaches(to, filing.accusedMark(), facts.marks())) {
      return refuse("accused-body");
    }
    Optional<Refusal> objection = Admission.objection(to, filing.facets().category(), facts);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    return accept(
        new SentBack(
            petition.unit(),
            to,
            sendBack.reasonRef(),
            times,
            Transferring.handedTo(to, petition, facts)));
  }
}
