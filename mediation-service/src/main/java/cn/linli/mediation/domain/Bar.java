package cn.linli.mediation.domain;

import cn.linli.events.mediation.PanelSeat;
import java.util.List;

/** Who sits on the panel, as sessions and what is told of them need it. */
public final class Bar {

  private Bar() {}

  /** Ids of the mediators; empty where nobody was appointed, as at building level. */
  static List<String> of(Dispute dispute) {
    return Panel.of(dispute).seats().stream().map(PanelSeat::mediator).toList();
  }

  static boolean isOn(Dispute dispute, String mediator) {
    return Panel.of(dispute).seatOf(mediator).isPresent();
  }

  /** Time of the paid is work, not a gift: no time bank posts it (domain rules decision 8). */
  static boolean isPaid(Dispute dispute, String mediator) {
    return Panel.of(dispute).seatOf(mediator).filter(PanelSeat::volunteer).isEmpty();
  }

  /** Whether who acts is one of the panel. */
  public static boolean sits(Dispute dispute, Actor actor) {
    return Panel.of(dispute).seatOf(actor).isPresent();
  }

  /** Whether who acts may say something for this mediator: their own account, or they have none. */
  static boolean speaksFor(Dispute dispute, String mediator, Actor actor) {
    return Panel.of(dispute)
        .seatOf(mediator)
        .filter(seat -> seat.account() == null || seat.account().equals(actor.mark()))
        .isPresent();
  }
}
