package cn.linli.mediation.documents;

import cn.linli.events.mediation.HearingEvent.Attended;
import cn.linli.events.mediation.PanelSeat;
import cn.linli.mediation.domain.Accords;
import cn.linli.mediation.domain.Agreement;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Dossier;
import cn.linli.mediation.domain.Hearings;
import cn.linli.mediation.domain.Panel;
import cn.linli.mediation.domain.Session;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Mediators that papers name: who sits, came to a session, signed; and by the reference they acted
 * with who took the case, wrote something down, visited, closed the file.
 */
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
          ids.add(session.protocol().recordedBy());
        }
      }
    }
    Dossier dossier = Dossier.of(dispute);
    dossier.identities().forEach(it -> ids.add(it.by()));
    dossier.inquiries().forEach(it -> ids.add(it.by()));
    Stream.of(dispute.conducted().acceptedBy(), dispute.conducted().closedBy())
        .flatMap(Stream::ofNullable)
        .forEach(ids::add);
    for (Agreement agreement : Accords.of(dispute).agreements()) {
      ids.add(agreement.draftedBy());
      agreement.visits().forEach(it -> ids.add(it.by()));
      for (Agreement.Signature signature : agreement.signatures()) {
        if (signature.mediator() != null) {
          ids.add(signature.mediator());
        }
      }
    }
    return List.copyOf(ids);
  }
}
