package cn.linli.mediation.domain.roster;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.MediatorEvent;
import cn.linli.events.mediation.MediatorEvent.*;
import cn.linli.mediation.domain.roster.Mediator.Standing;
import cn.linli.mediation.domain.roster.MediatorCommand.*;
import cn.linli.platform.decide.Decision;
import org.jspecify.annotations.Nullable;

/** The roster (人民调解法 §13–15). */
public final class MediatorRules {

  /** Complaints that are counted; more would say nothing new. */
  static final int COMPLAINTS_MAX = 10_000;

  private MediatorRules() {}

  /**
   * @param body the committee, studio or team that the command names; null: it names none, or there
   *     is none of that id
   */
  public static Decision<MediatorEvent> decide(
      MediatorCommand command, Mediator mediator, @Nullable Committee body) {
    if (command instanceof Register register) {
      return register(register, mediator, body);
    }
    if (!mediator.exists()) {
      return refuse("not-found");
    }
    if (mediator.standing() == Standing.REMOVED) {
      return refuse("mediator-removed");
    }
    if (mediator.standing() == Standing.RESIGNED && !(command instanceof Complain)) {
      return refuse("mediator-resigned");
    }
    return switch (command) {
      case Register _ -> throw new IllegalStateException("decided above");
      case ChangeProfile(var profile) -> accept(new MediatorProfileChanged(profile));
      case Join(var id) -> join(id, mediator, body);
      case Leave(var id) ->
          mediator.bodies().contains(id)
              ? accept(new MediatorLeftBody(id))
              : refuse("not-in-this-body");
      case DeclareInterests(var kin, var organisations) ->
          accept(new MediatorInterestsDeclared(kin, organisations));
      case Complain(var ground, var contentRef) ->
          mediator.complaints() < COMPLAINTS_MAX
              ? accept(new MediatorComplainedOf(ground, contentRef))
              : refuse("too-many-complaints", "limit", COMPLAINTS_MAX);
      case Warn(var ground, var reasonRef) -> accept(new MediatorWarned(ground, reasonRef));
      case Remove(var ground, var reasonRef) -> accept(new MediatorRemoved(ground, reasonRef));
      case Pause _ ->
          mediator.isActive() ? accept(new MediatorPaused()) : refuse("mediator-paused");
      case Resume _ ->
          mediator.isActive() ? refuse("mediator-active") : accept(new MediatorResumed());
      case Resign _ -> accept(new MediatorResigned());
    };
  }

  private static Decision<MediatorEvent> register(
      Register it, Mediator mediator, @Nullable Committee body) {
    if (mediator.standing() == Standing.REMOVED) {
      return refuse("mediator-removed");
    }
    if (mediator.exists() && mediator.standing() != Standing.RESIGNED) {
      return refuse("mediator-known");
    }
    if (!it.adult()) {
      return refuse("mediator-not-adult");
    }
    if (body == null || !body.exists()) {
      return refuse("unknown-committee");
    }
    if (!body.filed().kind().isCommittee()) {
      return refuse("parent-no-committee");
    }
    if (!body.isActive()) {
      return refuse("committee-not-active");
    }
    String home = it.filing().profile().divisions().getFirst();
    String seat = body.filed().division();
    return home.startsWith(seat) || seat.startsWith(home)
        ? accept(new MediatorRegistered(it.filing()))
        : refuse("parent-elsewhere");
  }

  private static Decision<MediatorEvent> join(
      String id, Mediator mediator, @Nullable Committee body) {
    if (body == null || !body.exists()) {
      return refuse("unknown-committee");
    }
    if (!body.isActive()) {
      return refuse("committee-not-active");
    }
    if (mediator.worksIn(id)) {
      return refuse("in-this-body-already");
    }
    return mediator.bodies().size() < Mediator.BODIES_MAX
        ? accept(new MediatorJoinedBody(id))
        : refuse("too-many-bodies", "limit", Mediator.BODIES_MAX);
  }
}
