package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.DisputeEvent.DisputeAccepted;
import cn.linli.events.mediation.DisputeEvent.MediationBegun;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.DisputeCommand.Accept;
import cn.linli.mediation.domain.DisputeCommand.Refuse;
import cn.linli.platform.decide.Decision;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/** A committee takes a case, or says why it does not and who does. */
final class Taking {

  private Taking() {}

  /** The committee it was proposed to, or one that stands no lower and whose place it is. */
  static Decision<MediationEvent> accept(Accept ask, Dispute dispute, Facts facts) {
    if (dispute.status() != Status.REGISTERED) {
      return refuse(dispute.isOpen() ? "already-accepted" : "already-ended");
    }
    Bench bench = Objects.requireNonNullElse(ask.bench(), dispute.bench());
    if (!facts.actor().serves(bench)) {
      return refuse("not-the-mediators");
    }
    if (bench.level().compareTo(dispute.level()) < 0) {
      return refuse("level-too-low");
    }
    if (!Area.meet(bench.division(), dispute.filed().division())) {
      return refuse("out-of-area");
    }
    if (bench.level() != DisputeLevel.BUILDING && ask.number() == null) {
      throw new IllegalStateException("a committee numbers its cases");
    }
    var events = new ArrayList<MediationEvent>();
    boolean consented = dispute.isConsented();
    events.add(
        new DisputeAccepted(
            bench, ask.number(), consented ? null : facts.due(facts.settings().consentWithin())));
    if (consented) {
      events.add(new MediationBegun(dispute.present().size()));
    }
    return Decision.accept(events);
  }

  static Decision<MediationEvent> turnAway(Refuse ask, Dispute dispute, Facts facts) {
    if (dispute.status() != Status.REGISTERED && dispute.status() != Status.CONSENTING) {
      return refuse(dispute.isOpen() ? "already-mediating" : "already-ended");
    }
    if (!facts.actor().handles(dispute)) {
      return refuse("not-the-mediators");
    }
    Optional<NotForMediation> ground = NotForMediation.ofWire(ask.code());
    return ground.isEmpty()
        ? refuse("unknown-ground")
        : Decision.accept(
            Ending.refused(dispute, ground.get().wire(), ground.get().channel(), facts));
  }
}
