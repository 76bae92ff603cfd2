package cn.linli.mediation.handover;

import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Evolution;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;

/** A dispute at an earlier version, from its journal. */
final class AsItWas {

  private final History history;

  AsItWas(History history) {
    this.history = history;
  }

  Dispute at(StreamId stream, long version) {
    Dispute dispute = Dispute.NONE;
    for (long after = 0; after < version; after += History.PAGE_MAX) {
      int page = (int) Math.min(History.PAGE_MAX, version - after);
      for (var each : history.events(stream, MediationEvent.class, after, page)) {
        dispute = Evolution.evolve(dispute, each.event(), each.stamp().recordedAt(), each.by());
      }
    }
    return dispute;
  }
}
