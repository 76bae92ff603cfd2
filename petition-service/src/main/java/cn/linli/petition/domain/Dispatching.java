package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.CoHandlersAdded;
import cn.linli.events.petition.PetitionEvent.Dispatched;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.PetitionCommand.AddCoHandlers;
import cn.linli.petition.domain.PetitionCommand.Dispatch;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands a matter to the body responsible, which leads from then on (首接负责); others help. */
final class Dispatching {

  /** A third return is decided by naming one body for good. */
  static final int RETURNS_UNTIL_DESIGNATION = 3;

  private Dispatching() {}

  /** The holder, who dispatched it there, whoever stands above, or a desk for that place. */
  static boolean mayDispose(Petition petition, Actor actor) {
    return actor.holds(petition) || Urging.isAbove(petition, actor);
  }

  static Decision<PetitionEvent> dispatch(Dispatch dispatch, Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!mayDispose(petition, facts.actor())) {
      return refuse("not-the-holder");
    }
    boolean designated = petition.held().returns() >= RETURNS_UNTIL_DESIGNATION;
    Next send = as -> send(dispatch.organisation(), dispatch.due(), designated, as, facts);
    return dispatch.complex() ? Complex.choose(petition, facts, send) : send.decide(petition);
  }

  /** What is decided on the request as it is by then. */
  @FunctionalInterface
  interface Next {
    Decision<PetitionEvent> decide(Petition petition);
  }

  static Decision<PetitionEvent> send(
      @Nullable String organisation,
      @Nullable Instant due,
      boolean designated,
      Petition petition,
      Facts facts) {
    Unit from = facts.actor().unit();
    Optional<Unit> target = Target.of(organisation, petition.filed().division());
    if (from == null || target.isEmpty()) {
      return refuse("unknown-organisation", "organisation", String.valueOf(organisation));
    }
    Unit to = target.get();
    Optional<Refusal> objection = objection(to, petition, facts);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    Deadlines deadlines = Transferring.handedTo(to, petition, facts);
    if (due != null) {
      if (!due.isAfter(facts.now())) {
        return refuse("due-in-the-past");
      }
      Instant limit = deadlines.answerBy();
      if (limit != null && due.isAfter(limit)) {
        return refuse("due-after-limit", "limit", limit.toString());
      }
      deadlines = deadlines.withAnswerBy(due, deadlines.rawDate(), deadlines.provisional());
    }
    return accept(new Dispatched(from, to, designated, copyTo(from, to), deadlines));
  }

  private static Optional<Refusal> objection(Unit to, Petition petition, Facts facts) {
    Filing filing = petition.filed();
    if (to.equals(petition.unit())) {
      return Optional.of(Refusal.of("already-there"));
    }
    if (to.organisation() == null && !facts.actor().covers(to.division())) {
      return Optional.of(Refusal.of("out-of-scope"));
    }
    if (filing.facets().regime() == Regime.FORMAL && to.level().compareTo(Level.STREET) < 0) {
      return Optional.of(Refusal.of("formal-not-below-street"));
    }
    if (Accusation.reaches(to, filing.accusedMark(), facts.marks())) {
      return Optional.of(Refusal.of("accused-body"));
    }
    return Admission.objection(to, filing.facets().category(), facts);
  }

  /** 北京市接诉即办工作条例 §12: what goes straight to a street is copied to its district. */
  private static @Nullable String copyTo(Unit from, Unit to) {
    return from.level() == Level.CITY && to.level() == Level.STREET && to.organisation() == null
        ? to.division().substring(0, Level.DISTRICT.digits())
        : null;
  }

  static Decision<PetitionEvent> addCoHandlers(AddCoHandlers more, Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (!mayDispose(petition, facts.actor())) {
      return refuse("not-the-holder");
    }
    List<String> added =
        more.organisations().stream()
            .distinct()
            .filter(code -> !petition.held().coHandlers().contains(code))
            .toList();
    if (added.isEmpty()) {
      return refuse("already-there");
    }
    for (String code : added) {
      Optional<Refusal> objection = coHandlerObjection(code, petition, facts);
      if (objection.isPresent()) {
        return refuse(objection.get());
      }
    }
    var events = new ArrayList<PetitionEvent>();
    events.add(new CoHandlersAdded(added));
    events.addAll(Complex.byCoHandlers(petition, facts));
    return accept(events);
  }

  private static Optional<Refusal> coHandlerObjection(String code, Petition petition, Facts facts) {
    Filing filing = petition.filed();
    Optional<Unit> unit = Target.of(code, filing.division());
    if (unit.isEmpty()) {
      return Optional.of(Refusal.of("unknown-organisation", "organisation", code));
    }
    if (Accusation.reaches(unit.get(), filing.accusedMark(), facts.marks())) {
      return Optional.of(Refusal.of("accused-body"));
    }
    return Admission.objectionToHelp(unit.get(), filing.facets().category(), facts);
  }
}
