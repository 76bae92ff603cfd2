package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.AssessmentEvent;
import cn.linli.events.mediation.AssessmentEvent.*;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.Support;
import cn.linli.mediation.domain.AssessmentCommand.*;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Claims one by one (R5-17): each is judged with a reason by a mediator who has nothing to ask in
 * the case. What finds no support is explained, by a named person at a named time (信访工作条例 §27 asks
 * the same of offices); it may still be settled, or go to court.
 */
final class Assessing {

  /** Where nobody plans otherwise: project decision. */
  static final Term EXPLAIN_WITHIN = Term.workingDays(5);

  private Assessing() {}

  static Decision<MediationEvent> decide(AssessmentCommand command, Dispute dispute, Facts facts) {
    Optional<String> objection = Mediating.objection(dispute, facts);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    return switch (command) {
      case Assess ask -> assess(ask, dispute, facts);
      case PlanExplanation ask -> plan(ask, dispute, facts);
      case Explain ask -> explain(ask, dispute);
      case WithdrawClaim _ -> throw new IllegalStateException("an act of a party");
    };
  }

  private static Decision<MediationEvent> assess(Assess ask, Dispute dispute, Facts facts) {
    Claim claim = dispute.claim(ask.claim()).orElse(null);
    if (claim == null) {
      return refuse("unknown-claim");
    }
    if (dispute.parties().stream().anyMatch(facts.actor()::speaksFor)) {
      return refuse("own-claim");
    }
    if (!claim.status().isLive()) {
      return refuse("claim-is-done", "status", claim.status().wire());
    }
    if (ask.plan() != null && ask.supported() != Support.NO) {
      return refuse("nothing-to-explain");
    }
    if (ask.plan() != null && ask.plan().at().isBefore(facts.now())) {
      return refuse("due-in-the-past");
    }
    Assessment before = claim.assessment();
    int times = before == null ? 1 : before.times() + 1;
    if (times > Assessment.TIMES_MAX) {
      return refuse("assessed-too-often", "limit", Assessment.TIMES_MAX);
    }
    var events = new ArrayList<MediationEvent>();
    events.add(
        new ClaimAssessed(
            claim.no(), ask.supported(), times, ask.reasonRef(), facts.actor().ref()));
    if (ask.supported() == Support.NO) {
      events.add(
          ask.plan() == null
              ? new ExplanationPlanned(claim.no(), null, facts.due(EXPLAIN_WITHIN))
              : new ExplanationPlanned(claim.no(), ask.plan().planRef(), ask.plan().at()));
    }
    return accept(events);
  }

  private static Decision<MediationEvent> plan(PlanExplanation ask, Dispute dispute, Facts facts) {
    Claim claim = dispute.claim(ask.claim()).orElse(null);
    Optional<String> none = unexplained(claim);
    if (claim == null || none.isPresent()) {
      return refuse(none.orElseThrow());
    }
    return ask.plan().at().isBefore(facts.now())
        ? refuse("due-in-the-past")
        : accept(new ExplanationPlanned(claim.no(), ask.plan().planRef(), ask.plan().at()));
  }

  private static Decision<MediationEvent> explain(Explain ask, Dispute dispute) {
    Claim claim = dispute.claim(ask.claim()).orElse(null);
    Optional<String> none = unexplained(claim);
    return claim == null || none.isPresent()
        ? refuse(none.orElseThrow())
        : accept(new ExplanationGiven(claim.no(), ask.noteRef(), ask.understood()));
  }

  /** Why there is nothing to explain; empty: there is. */
  private static Optional<String> unexplained(@Nullable Claim claim) {
    if (claim == null) {
      return Optional.of("unknown-claim");
    }
    Assessment found = claim.assessment();
    if (found == null || found.explanation() == null) {
      return Optional.of("nothing-to-explain");
    }
    return found.explanation().givenAt() == null
        ? Optional.empty()
        : Optional.of("already-explained");
  }

  /** Who asks takes one claim back; mediation ends with the last one nobody settled. */
  static Decision<MediationEvent> withdraw(
      WithdrawClaim ask, Party party, Dispute dispute, Facts facts) {
    if (!dispute.isOpen()) {
      return refuse("already-ended");
    }
    Claim claim = dispute.claim(ask.claim()).orElse(null);
    if (claim == null) {
      return refuse("unknown-claim");
    }
    if (!claim.by().equals(party.no())) {
      return refuse("not-your-claim");
    }
    if (!claim.status().isLive()) {
      return refuse("claim-is-done", "status", claim.status().wire());
    }
    var withdrawn = new ClaimWithdrawn(claim.no());
    var events = new ArrayList<MediationEvent>();
    events.add(withdrawn);
    Dispute rest = Evolution.evolve(dispute, withdrawn, facts.now(), facts.actor().ref());
    if (rest.contested().isEmpty() && nothingSettled(rest)) {
      events.addAll(Ending.withdrawn(rest, facts));
    }
    return accept(events);
  }

  private static boolean nothingSettled(Dispute dispute) {
    return dispute.claims().stream()
        .noneMatch(
            it -> it.status() == Claim.Status.SETTLED || it.status() == Claim.Status.HANDED_OVER);
  }

  static Dispute after(AssessmentEvent event, Dispute now, Instant at) {
    return switch (event) {
      case ClaimAssessed it ->
          now.changeClaim(
              it.claim(),
              claim ->
                  claim
                      .with(Assessment.of(it, at))
                      .with(
                          it.supported() == Support.NO
                              ? Claim.Status.UNSUPPORTED
                              : Claim.Status.OPEN));
      case ExplanationPlanned it -> changed(now, it.claim(), found -> found.planned(it));
      case ExplanationGiven it -> changed(now, it.claim(), found -> found.given(it, at));
      case ClaimWithdrawn it ->
          now.changeClaim(it.claim(), claim -> claim.with(Claim.Status.WITHDRAWN));
    };
  }

  private static Dispute changed(Dispute now, String no, UnaryOperator<Assessment> change) {
    return now.changeClaim(
        no,
        claim -> claim.assessment() == null ? claim : claim.with(change.apply(claim.assessment())));
  }
}
