package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.WhistleEvent.*;
import cn.linli.petition.domain.Whistle.Called;
import cn.linli.petition.domain.Whistle.State;
import cn.linli.petition.domain.WhistleCommand.*;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a called department does, each for itself and with its own token only (部门报到). */
final class CheckingIn {

  private CheckingIn() {}

  static Decision<PetitionEvent> checkIn(CheckIn checkIn, Petition petition, Facts facts) {
    return asDepartment(
        checkIn.whistle(),
        petition,
        facts,
        (whistle, called) ->
            called.state() != State.CALLED
                ? already(called)
                : accept(
                    new DepartmentCheckedIn(
                        petition.filed().facets(),
                        whistle.id(),
                        called.unit(),
                        called.dueBy(),
                        !called.late(),
                        Whistling.minutesSince(whistle.blownAt(), facts))));
  }

  static Decision<PetitionEvent> decline(DeclineWhistle decline, Petition petition, Facts facts) {
    return asDepartment(
        decline.whistle(),
        petition,
        facts,
        (whistle, called) ->
            called.state() != State.CALLED
                ? already(called)
                : accept(
                    new WhistleDeclined(
                        petition.filed().facets(),
                        whistle.id(),
                        called.unit(),
                        !called.late(),
                        whistle.leadWithout(called.unit()),
                        decline.reasonRef())));
  }

  static Decision<PetitionEvent> report(Report report, Petition petition, Facts facts) {
    return asDepartment(
        report.whistle(),
        petition,
        facts,
        (whistle, called) ->
            switch (called.state()) {
              case CALLED -> refuse("not-checked-in");
              case CHECKED_IN ->
                  accept(
                      new WhistleReported(
                          whistle.id(),
                          called.unit(),
                          Whistling.minutesSince(whistle.blownAt(), facts),
                          report.resultRef()));
              case REPORTED -> refuse("already-reported");
              case DECLINED, RELEASED -> already(called);
            });
  }

  private static Decision<PetitionEvent> already(Called called) {
    return switch (called.state()) {
      case DECLINED -> refuse("already-declined");
      case RELEASED -> refuse("no-longer-called");
      case CALLED, CHECKED_IN, REPORTED -> refuse("already-checked-in");
    };
  }

  private static Decision<PetitionEvent> asDepartment(
      String id,
      Petition petition,
      Facts facts,
      BiFunction<Whistle, Called, Decision<PetitionEvent>> act) {
    Optional<Whistle> found = Whistles.of(petition).find(id);
    if (found.isEmpty()) {
      return refuse("unknown-whistle");
    }
    Whistle whistle = found.get();
    Optional<Called> called = whistle.of(facts.actor().unit());
    if (called.isEmpty()) {
      return refuse("not-called");
    }
    return whistle.closedAt() == null ? act.apply(whistle, called.get()) : refuse("whistle-closed");
  }

  /** When the next department has to be there; late ones have been told. */
  static Optional<Instant> nextLimit(Petition petition) {
    return Whistles.of(petition)
        .waiting(State.CALLED)
        .filter(called -> !called.late())
        .map(Called::dueBy)
        .min(Comparator.naturalOrder());
  }

  /** One event for each department whose limit it was. */
  static List<PetitionEvent> fellDue(Instant limit, Petition petition) {
    var events = new ArrayList<PetitionEvent>();
    for (Whistle whistle : Whistles.of(petition).all()) {
      for (Called called : whistle.departments()) {
        if (whistle.closedAt() == null
            && called.state() == State.CALLED
            && !called.late()
            && called.dueBy().equals(limit)) {
          Unit unit = called.unit();
          events.add(
              new CheckInFellDue(petition.filed().facets(), whistle.id(), unit, called.dueBy()));
        }
      }
    }
    return events;
  }
}
