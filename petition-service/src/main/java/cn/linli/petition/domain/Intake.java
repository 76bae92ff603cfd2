package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Relocated;
import cn.linli.events.petition.PetitionEvent.Submitted;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.PetitionCommand.Relocate;
import cn.linli.petition.domain.PetitionCommand.Submit;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request comes in: kinds × regimes, and which unit has it first. */
final class Intake {

  /** 信访工作条例 §20. */
  private static final int REPRESENTATIVES_MAX = 5;

  private Intake() {}

  static Decision<PetitionEvent> submit(Submit submit, Facts facts) {
    Optional<Refusal> refusal = inadmissible(submit);
    if (refusal.isPresent()) {
      return refuse(refusal.get());
    }
    if (Level.of(submit.division()).isEmpty()) {
      return refuse("division-too-coarse", "division", submit.division());
    }
    var facets =
        new Facets(submit.kind(), submit.regime(), submit.category(), submit.channel(), false);
    String accusedMark = submit.accused() == null ? null : facts.marks().of(submit.accused());
    Optional<Unit> unit = firstUnit(facets, submit.division(), accusedMark, facts);
    if (unit.isEmpty()) {
      return refuse("right-channel", "rightChannel", "discipline-inspection");
    }
    boolean contactable = submit.contactRef() != null;
    return accept(
        new Submitted(
            facets,
            submit.urgency(),
            submit.division(),
            unit.get(),
            Limits.of(facets, submit.urgency(), unit.get(), contactable, facts.now(), facts),
            facts.now(),
            false,
            submit.anonymous(),
            submit.confidential(),
            submit.onBehalf(),
            submit.affectedHouseholds(),
            submit.contentRef(),
            submit.contactRef(),
            accusedMark,
            submit.previousMatter(),
            submit.refusedBy(),
            submit.externalMark(),
            submit.sketch(),
            submit.attachments()));
  }

  private static Optional<Refusal> inadmissible(Submit submit) {
    boolean formal = submit.regime() == Regime.FORMAL;
    boolean accusation = submit.kind() == Kind.ACCUSATION;
    if (formal && (submit.kind() == Kind.CONSULTATION || submit.kind() == Kind.HAZARD)) {
      return Optional.of(Refusal.of("hotline-only", "kind", submit.kind().wire()));
    }
    if (accusation && submit.accused() == null) {
      return Optional.of(Refusal.of("accused-missing"));
    }
    if (accusation && !formal && submit.accusesBody()) {
      return Optional.of(Refusal.of("right-channel", "rightChannel", "formal-petition"));
    }
    if (submit.previousFormal() == FormalPast.OVER) {
      return Optional.of(Refusal.of("terminated", "id", String.valueOf(submit.previousMatter())));
    }
    if (formal && submit.previousFormal() == FormalPast.PENDING) {
      return Optional.of(
          Refusal.of("same-matter-pending", "id", String.valueOf(submit.previousMatter())));
    }
    if (!formal && submit.previousFormal() == FormalPast.PENDING) {
      return Optional.of(Refusal.of("right-channel", "rightChannel", "formal-petition"));
    }
    if (submit.onBehalf() && !submit.consented()) {
      return Optional.of(Refusal.of("consent-missing"));
    }
    if (submit.representatives() > REPRESENTATIVES_MAX) {
      return Optional.of(Refusal.of("too-many-representatives", "limit", REPRESENTATIVES_MAX));
    }
    if (submit.channel() == Channel.CANNOT_GET_IT_DONE_WINDOW
        && (submit.previousMatter() == null || submit.refusedBy() == null)) {
      return Optional.of(Refusal.of("previous-matter-missing"));
    }
    return Optional.empty();
  }

  /**
   * The unit that has a new request: the routing table's rung, never finer than the place given,
   * never a community for what is not on its list, never below the street for a formal petition,
   * the district where the body is not known, and never the accused or anybody below it. Empty if
   * the accused is the city itself.
   */
  static Optional<Unit> firstUnit(
      Facets facets, String division, @Nullable String accusedMark, Facts facts) {
    Level finest = Level.of(division).orElse(Level.CITY);
    Rulebook.Start route =
        facts
            .rulebook()
            .start(facets.category())
            .orElseGet(() -> new Rulebook.Start(Level.DISTRICT, null));
    Level start =
        facets.regime() == Regime.FORMAL ? coarser(route.level(), Level.STREET) : route.level();
    Optional<Unit> unit =
        Ladder.bodyAt(coarser(start, finest), division)
            .map(body -> new Unit(body.level(), body.division(), route.organisation()));
    while (unit.isPresent()
        && (!Admission.mayLead(unit.get(), facets.category(), facts)
            || Accusation.reaches(unit.get(), accusedMark, facts.marks()))) {
      unit = Ladder.above(unit.get());
    }
    return unit;
  }

  private static Level coarser(Level one, Level other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static Decision<PetitionEvent> relocate(Relocate relocate, Petition petition, Facts facts) {
    Filing filing = petition.filed();
    if (filing.division().equals(relocate.division())) {
      return refuse("already-there", "division", relocate.division());
    }
    return firstUnit(filing.facets(), relocate.division(), filing.accusedMark(), facts)
        .map(unit ->
            Decision.<PetitionEvent>accept(
                new Relocated(
                    filing.facets(),
                    filing.division(),
                    facts.paths().of(filing.division()),
                    relocate.division(),
                    petition.standing(),
                    unit)))
        .orElseGet(() -> refuse("division-too-coarse", "division", relocate.division()));
  }
}
