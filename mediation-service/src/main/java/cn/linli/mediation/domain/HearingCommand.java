package cn.linli.mediation.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked between acceptance and agreement. */
public sealed interface HearingCommand extends DisputeCommand {

  /** Calls a session. */
  record Schedule(Instant at, String venueRef, boolean open) implements HearingCommand {}

  /** Another time or place. {@code venueRef} or {@code open} null: as before. */
  record Reschedule(
      int session, Instant at, @Nullable String venueRef, @Nullable Boolean open, String reasonRef)
      implements HearingCommand {}

  /** A mediator who was called knows of it. {@code mediator}: id. */
  record NoticeAsMediator(int session, String mediator) implements HearingCommand {}

  /** A party that was called knows of it. */
  record NoticeAsParty(Voice voice, int session) implements HearingCommand, PartyAct {}

  /**
   * Writes down what took place.
   *
   * @param began null: nobody said, and nobody gets minutes for it
   * @param parties who of the parties that are in the case was there
   * @param helpers numbers of helpers
   * @param listeners how many others
   */
  record RecordSession(
      int session,
      @Nullable Instant began,
      @Nullable Instant ended,
      List<PartyThere> parties,
      List<MediatorThere> mediators,
      List<Integer> helpers,
      int listeners,
      String courseRef,
      String resultRef)
      implements HearingCommand {
    public RecordSession {
      parties = List.copyOf(parties);
      mediators = List.copyOf(mediators);
      helpers = List.copyOf(helpers);
    }
  }

  /** {@code representative}: not the party itself was there. */
  record PartyThere(String party, boolean representative) {}

  /** {@code minutes} null: the whole session. */
  record MediatorThere(String mediator, @Nullable Integer minutes) {}

  record ProposeHelper(String relation, String nameRef) implements HearingCommand {}

  /** A party asks for a helper, and thereby agrees with that one. */
  record BringHelper(Voice voice, String relation, String nameRef)
      implements HearingCommand, PartyAct {}

  record AnswerHelper(Voice voice, int helper, boolean given) implements HearingCommand, PartyAct {}

  /** A mediator's note of a talk with one side. */
  record HoldCaucus(String party, String noteRef) implements HearingCommand {}

  /** The mediators' own proposal. */
  record Propose(Offered offered) implements HearingCommand {}

  /** A party's offer. */
  record MakeOffer(Voice voice, Offered offered) implements HearingCommand, PartyAct {}

  /**
   * @param replyTo number of the offer it answers
   * @param revises number of the maker's own offer that it replaces
   */
  record Offered(@Nullable Integer replyTo, @Nullable Integer revises, String contentRef) {}

  record DraftUndisputedFacts(String contentRef) implements HearingCommand {}

  record AnswerUndisputedFacts(Voice voice, boolean given) implements HearingCommand, PartyAct {}
}
