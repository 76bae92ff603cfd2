package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.MediatorEvent;
import cn.linli.events.mediation.MediatorEvent.*;
import cn.linli.mediation.domain.roster.Mediator.Standing;
import java.time.Instant;
import java.util.List;

/** From events to the state of a mediator. */
public final class MediatorEvolution {

  private MediatorEvolution() {}

  public static Mediator evolve(Mediator now, MediatorEvent event, Instant at) {
    return switch (event) {
      case MediatorRegistered(var filing) ->
          new Mediator(
              Standing.ACTIVE,
              filing,
              List.of(),
              now.kin(),
              now.interests(),
              now.complaints(),
              now.warnings(),
              null,
              at);
      case MediatorProfileChanged(var profile) -> now.with(profile);
      case MediatorJoinedBody(var body) -> now.joined(body);
      case MediatorLeftBody(var body) -> now.left(body);
      case MediatorInterestsDeclared(var kin, var organisations) ->
          now.declaring(kin, organisations);
      case MediatorComplainedOf _ -> now.counting(1, 0);
      case MediatorWarned _ -> now.counting(0, 1);
      case MediatorRemoved(var ground, _) -> now.removedFor(ground);
      case MediatorPaused _ -> now.in(Standing.PAUSED);
      case MediatorResumed _ -> now.in(Standing.ACTIVE);
      case MediatorResigned _ -> now.in(Standing.RESIGNED);
    };
  }
}
