package cn.linli.mediation.documents;

import cn.linli.events.mediation.HearingEvent.Attended;
import cn.linli.events.mediation.PanelSeat;
import cn.linli.mediation.domain.Accords;
import cn.linli.mediation.domain.Agreement;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Hearings;
import cn.linli.mediation.domain.Panel;
import cn.linli.mediation.domain.Session;
import java.util.LinkedHashSet;
import java.util.List;

/** Mediators that papers name: who sits, who came to a session, who signed. */
final class MediatorIds {

  private MediatorIds() {}

  static List<String> of(Dispute dispute) {
    var ids = new LinkedHashSet<String>();
    Panel.of(dispute).seats().stream().map(PanelSeat::mediator).forEach(ids::add);
    Hearings hearings = dispute.proceedings().hearings();
    if (hearings != null) {
      for (Session session : hearings.sessions()) {
        if (session.protocol() != null) {
          session.protocol().mediators().stream().map(Attended::mediator).forEach(ids::add);
        }
      }
    }
    for (Agreement agreement : Accords.of(dispute).agreements()) {
      for (Agreement.Signature signature : agreement.signatures()) {
        if (signature.mediator() != null) {
          ids.add(signature.mediator());
        }
      }
    }
    return List.copyOf(ids);
  }
}
