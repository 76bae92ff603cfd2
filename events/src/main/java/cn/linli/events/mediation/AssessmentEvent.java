package cn.linli.events.mediation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each claim by itself (R5-17). A claim that finds no support gets an explanation,
 * never a file on who raised it.
 */
public sealed interface AssessmentEvent extends MediationEvent {

  /**
   * Judged by somebody who has no claim in the case.
   *
   * @param claim {@code c1}…
   * @param times how often it was assessed, this time included
   * @param reviewer pseudonymous reference of who judged
   */
  record ClaimAssessed(
      String claim, Support supported, int times, String reasonRef, String reviewer)
      implements AssessmentEvent {}

  /**
   * How it is explained to who raised it.
   *
   * @param planRef what is explained and by whom; null: the reason given, by who judged
   * @param at by when
   */
  record ExplanationPlanned(String claim, @Nullable String planRef, Instant at)
      implements AssessmentEvent {}

  /**
   * It was explained.
   *
   * @param understood whether who raised it leaves it at that; null: they did not say
   */
  record ExplanationGiven(String claim, String noteRef, @Nullable Boolean understood)
      implements AssessmentEvent {}

  /** Who raised it takes it back. */
  record ClaimWithdrawn(String claim) implements AssessmentEvent {}
}
