package cn.linli.events.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What only happens to a formal petition (信访事项). Registration, transfer, acceptance, objection,
 * extension and the answer itself are events that requests of both regimes share.
 *
 * <p>Source: 信访工作条例 (2022); the articles stand at each event.
 */
public sealed interface FormalEvent extends PetitionEvent
    permits FormalEvent.NoticeServed,
        FormalEvent.OpinionIssued,
        FormalEvent.ReviewRequested,
        FormalEvent.HearingBegun,
        FormalEvent.HearingEnded,
        FormalEvent.ReviewDecided,
        FormalEvent.BecameFinal,
        FormalEvent.Terminated,
        FormalEvent.Recused {

  /**
   * A notice that the act prescribes was given in writing, or could not be (§23, §34, §35).
   *
   * @param by the unit that owed it
   * @param way null where it was impossible
   * @param receivedAt when the petitioner had it in hand: windows run from there
   * @param impossible {@code name-unclear} or {@code address-unclear}; null where it was served
   * @param inTime within the limit of a notice of receipt; true where the act sets none
   * @param deadlines {@code reviewBy}: until when a review may be requested
   */
  record NoticeServed(
      NoticeKind kind,
      Unit by,
      @Nullable NoticeWay way,
      @Nullable Instant receivedAt,
      @Nullable String impossible,
      boolean inTime,
      Deadlines deadlines)
      implements FormalEvent {}

  /**
   * The written opinion (信访处理意见书, §32): claims, facts and reasons, opinion, legal basis.
   *
   * @param number from 1; each one is a document of its own
   */
  record OpinionIssued(
      Facets facets,
      Unit unit,
      int number,
      Verdict result,
      Settlement settlement,
      String claimsRef,
      String factsRef,
      String opinionRef,
      String basisRef)
      implements FormalEvent, Faceted {}

  /**
   * @param answeredBy whose answer it is asked about
   * @param body the next higher body, which decides (§35, §36)
   * @param deadlines {@code reviewBy}: until when it decides
   */
  record ReviewRequested(
      Facets facets,
      ReviewStage stage,
      Unit answeredBy,
      Unit body,
      @Nullable String reasonRef,
      Deadlines deadlines)
      implements FormalEvent, Faceted {}

  record HearingBegun(ReviewStage stage) implements FormalEvent {}

  /**
   * @param days calendar days of the hearing, first and last included
   * @param deadlines of a re-review: moved on by these days (§36)
   */
  record HearingEnded(ReviewStage stage, int days, Deadlines deadlines) implements FormalEvent {}

  /**
   * @param opinionRef the reviewing body's own words; null where it upholds without any
   * @param inTime within 30 days of the request, hearings of a re-review left out
   */
  record ReviewDecided(
      Facets facets,
      ReviewStage stage,
      Unit body,
      ReviewResult result,
      @Nullable String opinionRef,
      boolean inTime,
      Deadlines deadlines)
      implements FormalEvent, Faceted {}

  /**
   * The window passed and nobody asked for a review.
   *
   * @param after the review whose answer stands; null: the opinion stands
   */
  record BecameFinal(Facets facets, @Nullable ReviewStage after) implements FormalEvent, Faceted {}

  /** After a re-review nobody takes up the same facts and reasons again (§36). */
  record Terminated(Facets facets) implements FormalEvent, Faceted {}

  /** Who acted withdraws over a conflict of interest (§28); the journal says who. */
  record Recused(Unit unit, @Nullable String reasonRef) implements FormalEvent {}
}
