package cn.linli.mediation.reply;

import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.PanelSeat;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Panel;
import cn.linli.mediation.domain.Party;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who mediates.
 *
 * @param complete nobody left a seat that is still free
 * @param vacant seats that are free
 * @param chosen by party, whom it would like: the reader's own party, or all for who mediates
 * @param refused likewise, whom it does not accept
 */
public record PanelPart(
    @Nullable Mechanism mechanism,
    boolean complete,
    List<Seat> seats,
    List<Seat> vacant,
    Map<String, List<String>> chosen,
    Map<String, List<String>> refused) {

  /**
   * @param mediator id on the roster
   * @param volunteer unpaid
   * @param mine the reader sits here
   */
  public record Seat(String seat, String mediator, boolean lead, boolean volunteer, boolean mine) {}

  static @Nullable PanelPart of(Dispute dispute, Actor actor) {
    Panel panel = dispute.proceedings().panel();
    return panel == null
        ? null
        : new PanelPart(
            panel.mechanism(),
            panel.isComplete(),
            panel.seats().stream().map(it -> seat(it, actor)).toList(),
            panel.vacant().stream().map(it -> seat(it, actor)).toList(),
            readable(panel.chosen(), dispute, actor),
            readable(panel.refused(), dispute, actor));
  }

  private static Seat seat(PanelSeat it, Actor actor) {
    return new Seat(
        it.seat(), it.mediator(), it.lead(), it.volunteer(), actor.mark().equals(it.account()));
  }

  private static Map<String, List<String>> readable(
      Map<String, List<String>> said, Dispute dispute, Actor actor) {
    boolean all = actor.handles(dispute) || actor.guides(dispute);
    var shown = new LinkedHashMap<String, List<String>>();
    for (Party party : dispute.parties()) {
      if (said.containsKey(party.no()) && (all || actor.speaksFor(party))) {
        shown.put(party.no(), said.get(party.no()));
      }
    }
    return shown;
  }
}
