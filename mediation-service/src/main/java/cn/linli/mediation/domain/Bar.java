package cn.linli.mediation.domain;

import cn.linli.events.mediation.PanelSeat;
import java.util.List;

/** Who sits on the panel, as sessions need it. */
final class Bar {

  private Bar() {}

  /** Ids of the mediators; empty where nobody was appointed, as at building level. */
  static List<String> of(Dispute dispute) {
    return Panel.of(dispute).seats().stream().map(PanelSeat::mediator).toList();
  }

  static boolean isOn(Dispute dispute, String mediator) {
    return of(dispute).contains(mediator);
  }

  /** Time of the paid is work, not a gift: no time bank posts it. */
  static boolean isPaid(Dispute dispute, String mediator) {
    return !Panel.of(dispute).seatOf(mediator).map(PanelSeat::volunteer).orElse(false);
  }
}
