package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Closed;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.PetitionEvent.Submitted;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Span;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.domain.PetitionCommand.Import;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.List;

/** Imported history keeps the source's instants and wakes no timer. */
final class History {

  private History() {}

  static Decision<PetitionEvent> take(Import row, Facts facts) {
    Instant repliedAt = row.repliedAt();
    if (repliedAt != null && repliedAt.isBefore(row.submittedAt())) {
      return refuse("replied-before-submitted");
    }
    if (row.submittedAt().isAfter(facts.now())
        || repliedAt != null && repliedAt.isAfter(facts.now())) {
      return refuse("in-the-future");
    }
    var facets = new Facets(row.kind(), Regime.HOTLINE, row.category(), row.channel(), true);
    Unit unit = unitOf(row, facets, facts);
    Deadlines deadlines =
        Limits.of(facets, Urgency.NORMAL, unit, false, row.submittedAt(), facts).withRungBy(null);
    var submitted =
        new Submitted(
            facets,
            Urgency.NORMAL,
            row.division(),
            unit,
            deadlines,
            row.submittedAt(),
            row.dateOnly(),
            false,
            false,
            false,
            1,
            row.contentRef(),
            null,
            null,
            null,
            null,
            row.externalMark(),
            row.sketch(),
            List.of());
    if (repliedAt == null) {
      return accept(submitted);
    }
    Span span = Limits.span(row.submittedAt(), deadlines.answerBy(), repliedAt, 0, facts);
    return accept(
        submitted,
        new Resolved(
            facets,
            unit,
            row.level(),
            Outcome.EXPLAINED,
            row.resultRef(),
            span,
            false,
            1,
            repliedAt),
        new Closed(facets, row.level(), span, false, 1, null, repliedAt));
  }

  private static Unit unitOf(Import row, Facets facets, Facts facts) {
    Level level = row.level();
    if (level != null && row.division().length() >= level.digits()) {
      return Ladder.bodyAt(level, row.division()).orElseThrow();
    }
    return Intake.firstUnit(facets, row.division(), null, facts)
        .orElseGet(() -> new Unit(Level.CITY, row.division(), null));
  }
}
