package cn.linli.petition.casework;

import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.Accusation;
import cn.linli.petition.domain.Actor;
import cn.linli.petition.domain.InternalFiles;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Whistles;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.division.DivisionCode;
import java.util.List;

/** Who may see which request. */
public final class Reach {

  /** What somebody is told about a request that is there. */
  public enum View {
    OPEN,
    /** It is there and outside their divisions: 403. */
    OUT_OF_SCOPE,
    /** Nobody may learn that it is there: 404. */
    HIDDEN
  }

  private final FactsBook facts;

  public Reach(FactsBook facts) {
    this.facts = facts;
  }

  public View of(Petition petition, Caller caller) {
    Actor actor = Actors.of(caller);
    if (isAccused(petition, actor)) {
      return View.HIDDEN;
    }
    if (caller.by().equals(petition.filed().by())) {
      return View.OPEN;
    }
    if (actor.unit() == null) {
      return caller.is(Role.ADMIN, Role.AUDITOR) && covers(caller, petition)
          ? View.OPEN
          : View.HIDDEN;
    }
    boolean inHand =
        actor.holds(petition)
            || actor.helps(petition)
            || reads(petition, actor)
            || Whistles.of(petition).concern(actor.unit());
    boolean inScope = actor.unit().organisation() == null && covers(caller, petition);
    return inHand || inScope ? View.OPEN : View.OUT_OF_SCOPE;
  }

  /** Whether who may see a request is shown one of its files. */
  public static boolean shows(Petition petition, String attachment, Caller caller) {
    return !caller.is(Role.RESIDENT) || !InternalFiles.of(petition).contains(attachment);
  }

  private boolean isAccused(Petition petition, Actor actor) {
    return actor.unit() != null
        && petition.filed().accusedMark() != null
        && Accusation.reaches(actor.unit(), petition.filed().accusedMark(), facts::mark);
  }

  /** Marks of every code the caller answers to: lists leave out what accuses one of them. */
  public List<String> marks(Caller caller) {
    Unit unit = Actors.of(caller).unit();
    return unit == null ? List.of() : Accusation.codesOf(unit).stream().map(facts::mark).toList();
  }

  private static boolean reads(Petition petition, Actor actor) {
    return actor.unit() != null
        && actor.unit().organisation() == null
        && petition.held().copies().contains(actor.unit().division());
  }

  /** A city's own staff look after what nobody could place. */
  private static boolean covers(Caller caller, Petition petition) {
    String division = petition.filed().division();
    return division.equals(Petition.UNKNOWN_DIVISION)
        ? caller.is(Role.CITY_OFFICER, Role.HOTLINE_OPERATOR, Role.ADMIN, Role.AUDITOR)
        : caller.covers(DivisionCode.of(division))
            || caller.covers(DivisionCode.of(petition.unit().division()));
  }
}
