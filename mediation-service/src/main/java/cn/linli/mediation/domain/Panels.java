package cn.linli.mediation.domain;

import cn.linli.events.mediation.PanelEvent;
import cn.linli.events.mediation.PanelEvent.*;
import cn.linli.events.mediation.SeatCause;
import cn.linli.mediation.domain.roster.Matter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What events make of a panel, and what of a dispute matters for who may sit in it. */
public final class Panels {

  private Panels() {}

  static Dispute apply(Dispute now, PanelEvent event) {
    Panel panel = Panel.of(now);
    return now.with(
        now.proceedings()
            .with(
                switch (event) {
                  case MediatorsChosen(var party, var mediators) ->
                      panel.choosing(party, mediators);
                  case MediatorRefused(var party, var mediator, _) ->
                      panel.refusing(party, mediator);
                  case PanelAppointed(var mechanism, var seats) ->
                      panel.appointed(mechanism, seats);
                  case SeatVacated vacated ->
                      vacated.cause() == SeatCause.RECUSED
                          ? panel.recusing(vacated.mediator()).vacating(vacated.mediator())
                          : panel.vacating(vacated.mediator());
                  case SeatFilled(var left, var seat) -> panel.filling(left, seat);
                }));
  }

  /**
   * @param body committee, studio or team that is asked for; null: the one that has the case
   */
  public static Matter matter(Dispute dispute, @Nullable String body, Set<String> languages) {
    Panel panel = Panel.of(dispute);
    List<Matter.Side> sides = dispute.present().stream().map(party -> side(party, panel)).toList();
    return new Matter(
        dispute.filed().id(),
        dispute.filed().kind(),
        dispute.level(),
        dispute.filed().division(),
        body == null ? dispute.bench().committee() : body,
        languages,
        sides,
        Set.copyOf(panel.recused()));
  }

  private static Matter.Side side(Party party, Panel panel) {
    return new Matter.Side(
        party.no(),
        party.marks(),
        party.organisation(),
        Set.copyOf(panel.chosen().getOrDefault(party.no(), List.of())),
        panel.refusedBy(party.no()));
  }
}
