package cn.linli.mediation.domain;

import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.PanelSeat;
import cn.linli.platform.access.Role;
import java.util.List;
import java.util.Optional;

/** Who mediates a dispute and who seals for the committee. */
final class Mediators {

  private Mediators() {}

  /** Ids of those who sit on the panel; empty where none was appointed. */
  static List<String> of(Dispute dispute) {
    return Panel.of(dispute).seats().stream().map(PanelSeat::mediator).toList();
  }

  /** Has the case in hand. */
  static boolean conducts(Actor actor, Dispute dispute) {
    return actor.handles(dispute);
  }

  /** As whom the actor signs; where no panel was appointed, whoever handles the case. */
  static Optional<String> own(Actor actor, Dispute dispute) {
    if (of(dispute).isEmpty()) {
      return actor.handles(dispute) && actor.is(Role.MEDIATOR, Role.BUILDING_LEAD)
          ? Optional.of(actor.ref())
          : Optional.empty();
    }
    return Panel.of(dispute).seatOf(actor).map(PanelSeat::mediator);
  }

  /** Where no panel was appointed, nobody can be named but who signs. */
  static boolean sits(String mediator, Actor actor, Dispute dispute) {
    return of(dispute).contains(mediator)
        || own(actor, dispute).filter(mediator::equals).isPresent();
  }

  /** The seal is the committee's; peacemakers of a building use their community's. */
  static boolean heads(Actor actor, Dispute dispute) {
    return actor.is(Role.COMMITTEE_HEAD)
        && (actor.serves(dispute.bench())
            || dispute.level() == DisputeLevel.BUILDING
                && actor.organisation() == null
                && actor.covers(dispute.bench().division()));
  }
}
