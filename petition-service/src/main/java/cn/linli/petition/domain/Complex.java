package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.LimitEvent.FoundComplex;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.platform.calendar.Due;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A matter for several bodies (复杂诉求), which has longer for its answer. Source: domain rules §4.3,
 * 北京市地标 12345市民服务热线服务与管理规范: 15 days. Project decisions: what is an emergency or water, power, gas
 * and heat never becomes slower, a formal petition has its own law, what is overdue stays so; and a
 * holder gives nobody more time by calling in help, only who stands above, dispatched it, or sits
 * at a desk.
 */
public record Complex(Instant since) {

  static boolean is(Petition petition) {
    return petition.proceedings().complex() != null;
  }

  /** Its row of the limit table; empty where it may not become one. */
  static Optional<Rulebook.Limits> row(Petition petition, Facts facts) {
    var facets = petition.filed().facets();
    return facts
        .rulebook()
        .complex(facets.regime(), facets.kind(), petition.filed().urgency(), facets.category());
  }

  /** More bodies were called in: what that changes beside. */
  static List<PetitionEvent> byCoHandlers(Petition petition, Facts facts) {
    if (is(petition) || petition.time().overdue() || facts.actor().holds(petition)) {
      return List.of();
    }
    return row(petition, facts)
        .<List<PetitionEvent>>map(row -> List.of(found(false, row, petition, facts)))
        .orElse(List.of());
  }

  /** A dispatcher says so, and dispatches it as such. */
  static Decision<PetitionEvent> choose(
      Petition petition, Facts facts, Dispatching.Next dispatching) {
    if (is(petition)) {
      return dispatching.decide(petition);
    }
    Optional<Rulebook.Limits> row = row(petition, facts);
    if (row.isEmpty()) {
      return refuse("never-complex");
    }
    if (petition.time().overdue()) {
      return refuse("already-overdue");
    }
    PetitionEvent found = found(true, row.get(), petition, facts);
    var next = Evolution.evolve(petition, found, facts.now(), facts.actor().ref());
    return switch (dispatching.decide(next)) {
      case Decision.Refused<PetitionEvent> refused -> refused;
      case Decision.Accepted<PetitionEvent>(var events) -> {
        var all = new ArrayList<PetitionEvent>();
        all.add(found);
        all.addAll(events);
        yield Decision.accept(all);
      }
    };
  }

  /**
   * Counted from the start of the round like any answer, pauses added; never earlier than it was.
   */
  private static FoundComplex found(
      boolean chosen, Rulebook.Limits row, Petition petition, Facts facts) {
    Clock clock = petition.time();
    Deadlines now = clock.deadlines();
    Due answer = facts.calendar().due(clock.startedAt(), Objects.requireNonNull(row.answer()));
    Instant by = answer.at().plus(Duration.ofMinutes(clock.pausedMinutes()));
    Instant before = now.answerBy();
    boolean later = before == null || by.isAfter(before);
    return new FoundComplex(
        chosen,
        new Deadlines(
            now.transferBy(),
            now.noticeBy(),
            now.dispatchBy(),
            now.contactBy(),
            later ? by : before,
            now.reviewBy(),
            now.rungBy(),
            later ? answer.rawDate() : now.rawDate(),
            row.basis(),
            later ? answer.provisional() : now.provisional()));
  }
}
