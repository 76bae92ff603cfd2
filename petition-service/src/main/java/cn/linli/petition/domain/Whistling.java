package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.CallAnswer;
import cn.linli.events.petition.CalledDepartment;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.WhistleEvent.*;
import cn.linli.petition.domain.WhistleCommand.*;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The community calls, the street answers or whistles. A whistle leaves the request where it is and
 * its answer's clock alone. Source: 北京市接诉即办工作条例 §33, domain rules §4.4, report R4-22.
 */
final class Whistling {

  /** Of one request, over its life. */
  static final int WHISTLES_MAX = 10;

  static final Duration WITHIN_MIN = Duration.ofMinutes(1);
  static final Duration WITHIN_MAX = Duration.ofDays(30);

  /** What a limit that the street sets itself rests on. */
  static final String SET_BY_STREET = "吹哨街道指定的报到时限 (set by the street that whistled)";

  private Whistling() {}

  static Decision<PetitionEvent> decide(WhistleCommand command, Petition petition, Facts facts) {
    return switch (command) {
      case CallStreet call -> call(call, petition, facts);
      case AnswerCall answer -> answer(answer, petition, facts);
      case Blow blow -> blow(blow, petition, facts);
      case CheckIn checkIn -> CheckingIn.checkIn(checkIn, petition, facts);
      case DeclineWhistle decline -> CheckingIn.decline(decline, petition, facts);
      case Report report -> CheckingIn.report(report, petition, facts);
      case Score score -> JointClosing.score(score, petition, facts);
      case CloseWhistle close -> JointClosing.close(close, petition, facts);
    };
  }

  private static Decision<PetitionEvent> call(CallStreet call, Petition petition, Facts facts) {
    Unit by = facts.actor().unit();
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (by == null || !actsFor(Level.COMMUNITY, petition, facts)) {
      return refuse("not-the-community");
    }
    if (Whistles.of(petition).call() != null) {
      return refuse("already-called");
    }
    Unit street = Ladder.above(by).orElseThrow();
    return Accusation.reaches(street, petition.filed().accusedMark(), facts.marks())
        ? refuse("accused-body")
        : accept(new CommunityCalled(by, street, call.reasonRef()));
  }

  private static Decision<PetitionEvent> answer(AnswerCall answer, Petition petition, Facts facts) {
    Whistles.Call call = Whistles.of(petition).call();
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (call == null) {
      return refuse("nothing-asked");
    }
    if (!isBody(call.street(), facts)) {
      return refuse("not-the-street");
    }
    var answered =
        new CallAnswered(answer.answer(), minutesSince(call.at(), facts), answer.reasonRef());
    if (answer.answer() != CallAnswer.HANDLE) {
      return accept(answered);
    }
    if (!Taking.mayLead(petition, facts.actor())) {
      return refuse("not-the-holder");
    }
    var events = new ArrayList<PetitionEvent>();
    events.add(answered);
    Taking.taking(petition, facts).ifPresent(events::add);
    return accept(events);
  }

  private static Decision<PetitionEvent> blow(Blow blow, Petition petition, Facts facts) {
    Unit street = facts.actor().unit();
    Whistles whistles = Whistles.of(petition);
    if (!petition.isOpen()) {
      return refuse("already-closed");
    }
    if (street == null || !actsFor(Level.STREET, petition, facts)) {
      return refuse("not-the-street");
    }
    if (whistles.all().size() >= WHISTLES_MAX) {
      return refuse("too-many-whistles", "limit", WHISTLES_MAX);
    }
    var departments = new ArrayList<CalledDepartment>();
    for (Wanted wanted : blow.departments()) {
      Optional<Refusal> objection = objection(wanted, departments, petition, facts);
      if (objection.isPresent()) {
        return refuse(objection.get());
      }
      departments.add(called(wanted, blow, petition, facts));
    }
    Optional<Unit> lead =
        Target.of(blow.lead(), petition.filed().division())
            .filter(unit -> isAmong(unit, departments));
    if (lead.isEmpty()) {
      return refuse("lead-not-called");
    }
    var events = new ArrayList<PetitionEvent>();
    if (whistles.call() != null) {
      events.add(
          new CallAnswered(CallAnswer.WHISTLE, minutesSince(whistles.call().at(), facts), null));
    }
    events.add(
        new Whistled(
            petition.filed().facets(),
            blow.id(),
            street,
            blow.why(),
            lead.get(),
            blow.reasonRef(),
            departments));
    return accept(events);
  }

  private static Optional<Refusal> objection(
      Wanted wanted, List<CalledDepartment> before, Petition petition, Facts facts) {
    Optional<Unit> unit = Target.of(wanted.department(), petition.filed().division());
    if (unit.isEmpty() || unit.get().organisation() == null) {
      return Optional.of(Refusal.of("not-a-department", "department", wanted.department()));
    }
    if (Accusation.reaches(unit.get(), petition.filed().accusedMark(), facts.marks())) {
      return Optional.of(Refusal.of("accused-body"));
    }
    if (isAmong(unit.get(), before)) {
      return Optional.of(Refusal.of("called-twice", "department", wanted.department()));
    }
    Duration within = wanted.within();
    return within != null && (within.compareTo(WITHIN_MIN) < 0 || within.compareTo(WITHIN_MAX) > 0)
        ? Optional.of(Refusal.of("check-in-limit-out-of-range"))
        : Optional.empty();
  }

  private static CalledDepartment called(Wanted wanted, Blow blow, Petition petition, Facts facts) {
    Unit unit = Target.of(wanted.department(), petition.filed().division()).orElseThrow();
    Duration within = wanted.within();
    if (within != null) {
      return new CalledDepartment(unit, facts.now().plus(within), SET_BY_STREET);
    }
    Rulebook.CheckInLimit limit = facts.rulebook().checkIn(blow.why());
    return new CalledDepartment(
        unit, facts.calendar().due(facts.now(), limit.within()).at(), limit.basis());
  }

  private static boolean isAmong(Unit unit, List<CalledDepartment> departments) {
    return departments.stream().anyMatch(it -> Actor.isSameBody(unit, it.unit()));
  }

  /** The body of that level in whose place the request lies. */
  private static boolean actsFor(Level level, Petition petition, Facts facts) {
    Unit unit = facts.actor().unit();
    return unit != null
        && !facts.actor().desk()
        && unit.organisation() == null
        && unit.level() == level
        && facts.actor().covers(petition.filed().division());
  }

  static boolean isBody(Unit body, Facts facts) {
    Unit unit = facts.actor().unit();
    return unit != null && !facts.actor().desk() && Actor.isSameBody(unit, body);
  }

  /** Whole clock minutes, begun ones left out. */
  static long minutesSince(Instant start, Facts facts) {
    return Duration.between(start, facts.now()).toMinutes();
  }
}
