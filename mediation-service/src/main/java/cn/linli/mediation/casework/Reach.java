package cn.linli.mediation.casework;

import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import java.util.Optional;

/**
 * Who may see which dispute: its parties, whoever filed it, who mediates it, and who guides the
 * committees of the place. What is said in mediation is not for other offices.
 */
public final class Reach {

  /** What somebody is told about a dispute that is there. */
  public enum View {
    OPEN,
    /** It is there and not for them: 403. */
    OUT_OF_SCOPE,
    /** Nobody may learn that it is there: 404. */
    HIDDEN
  }

  private Reach() {}

  public static View of(Dispute dispute, Caller caller) {
    Actor actor = Actors.of(caller);
    boolean inCase =
        caller.by().equals(dispute.filed().by())
            || dispute.parties().stream().anyMatch(actor::speaksFor)
            || actor.handles(dispute);
    if (inCase || looksAfter(dispute, caller, actor)) {
      return View.OPEN;
    }
    return caller.is(Role.RESIDENT) ? View.HIDDEN : View.OUT_OF_SCOPE;
  }

  /** Committees above see what they may be asked to take over. */
  private static boolean looksAfter(Dispute dispute, Caller caller, Actor actor) {
    return actor.covers(dispute.filed().division())
        && caller.is(
            Role.JUSTICE_OFFICER, Role.COMMITTEE_HEAD, Role.MEDIATOR, Role.ADMIN, Role.AUDITOR);
  }

  /** The dispute if it may be read; empty: it is not there for the caller; 403: not for them. */
  public static <D extends CaseStates.Stored<Dispute>> Optional<D> open(
      Optional<D> stored, Caller caller) {
    return stored.filter(it ->
        switch (of(it.state(), caller)) {
          case HIDDEN -> false;
          case OUT_OF_SCOPE -> throw AccessException.outOfScope();
          case OPEN -> true;
        });
  }
}
