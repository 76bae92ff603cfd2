package cn.linli.mediation.domain;

import cn.linli.events.mediation.Support;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a claim by itself. */
public sealed interface AssessmentCommand extends DisputeCommand {

  /** {@code plan} only for a claim that finds no support; null there: the usual one. */
  record Assess(String claim, Support supported, String reasonRef, @Nullable Plan plan)
      implements AssessmentCommand {}

  /** What is explained, by whom ({@code planRef}) and when. */
  record Plan(String planRef, Instant at) {}

  record PlanExplanation(String claim, Plan plan) implements AssessmentCommand {}

  /** {@code understood} null: who raised it did not say. */
  record Explain(String claim, String noteRef, @Nullable Boolean understood)
      implements AssessmentCommand {}

  record WithdrawClaim(Voice voice, String claim) implements AssessmentCommand, PartyAct {}
}
