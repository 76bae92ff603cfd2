package cn.linli.mediation.domain;

import java.util.List;

/** Who sits on the panel, as sessions need it. */
final class Bar {

  private Bar() {}

  /** Ids of the mediators; empty where nobody was appointed, as at building level. */
  static List<String> of(Dispute dispute) {
    return List.of();
  }

  static boolean isOn(Dispute dispute, String mediator) {
    return of(dispute).contains(mediator);
  }

  /** Time of the paid is work, not a gift: no time bank posts it. */
  static boolean isPaid(Dispute dispute, String mediator) {
    return true;
  }
}
