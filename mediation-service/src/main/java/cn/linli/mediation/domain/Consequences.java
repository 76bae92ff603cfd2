package cn.linli.mediation.domain;

import cn.linli.events.mediation.DisputeEvent.DisputeAccepted;
import cn.linli.events.mediation.MediationEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from what happened, whoever did it, in the same commit: the clock of who took the
 * case, more time once nobody is left who did not agree to it, the grade of risk.
 */
final class Consequences {

  private Consequences() {}

  static List<MediationEvent> of(List<MediationEvent> events, Dispute before, Facts facts) {
    var all = new ArrayList<MediationEvent>();
    Dispute now = before;
    for (MediationEvent event : events) {
      if (event instanceof DisputeAccepted) {
        var started = Pacing.started(now, facts);
        now = happen(now, event, all, facts);
        if (started.isPresent()) {
          now = happen(now, started.get(), all, facts);
        }
      } else {
        now = happen(now, event, all, facts);
      }
    }
    if (!now.exists()) {
      return all;
    }
    var longer = Pacing.extended(now, facts);
    if (longer.isPresent()) {
      now = happen(now, longer.get(), all, facts);
    }
    Risking.regraded(now, facts.now()).ifPresent(all::add);
    return all;
  }

  private static Dispute happen(
      Dispute now, MediationEvent event, List<MediationEvent> all, Facts facts) {
    all.add(event);
    return Evolution.evolve(now, event, facts.now(), facts.actor().ref());
  }
}
