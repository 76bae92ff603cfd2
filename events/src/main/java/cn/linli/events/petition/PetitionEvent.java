package cn.linli.events.petition;

import cn.linli.events.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a request. Fields that end in {@code Ref} point into the service's
 * vault: free text and contacts stay there.
 *
 * <p>What views count by: {@code round} is 1 for the first handling. {@code wasOverdue} is true
 * where this event ends a state that an earlier {@link FellDue} with {@code overdue} began, and
 * only there; so imported history, for which nothing falls due, says false however late it was
 * answered ({@code span.onTime} tells that). Formulas stand where the figures are defined (gateway,
 * {@code figures}).
 */
public sealed interface PetitionEvent extends Event
    permits PetitionEvent.Submitted,
        PetitionEvent.Accepted,
        PetitionEvent.Rejected,
        PetitionEvent.Dispatched,
        PetitionEvent.CoHandlersAdded,
        PetitionEvent.Contacted,
        PetitionEvent.Progressed,
        PetitionEvent.ReturnAsked,
        PetitionEvent.ReturnGranted,
        PetitionEvent.ReturnRefused,
        PetitionEvent.Escalated,
        PetitionEvent.SentBack,
        PetitionEvent.FellDue,
        PetitionEvent.Resolved,
        PetitionEvent.Voted,
        PetitionEvent.VisitMissed,
        PetitionEvent.Thanked,
        PetitionEvent.Closed,
        PetitionEvent.Reopened,
        PetitionEvent.Withdrawn,
        PetitionEvent.ExtensionAsked,
        PetitionEvent.Extended,
        PetitionEvent.ExtensionRefused,
        PetitionEvent.SuspensionAsked,
        PetitionEvent.Suspended,
        PetitionEvent.SuspensionRefused,
        PetitionEvent.Resumed,
        PetitionEvent.Reminded,
        PetitionEvent.Supervised,
        PetitionEvent.Commented,
        PetitionEvent.AttachmentsAdded,
        PetitionEvent.Relocated,
        KinEvent,
        NoticeEvent,
        PetitionEvent.Noted,
        ErasureEvent,
        EvidenceEvent,
        LimitEvent,
        DeliberationEvent,
        BatchItemEvent,
        WhistleEvent,
        BuildingWhistleEvent,
        FormalEvent,
        ReferralEvent {

  /**
   * @param contentRef title, description, address and coordinates
   * @param contactRef name and phone; null for an anonymous request
   * @param accusedMark keyed hash of the accused body's code; never the code itself
   * @param dateOnly the source gave a bare date, read as 00:00
   * @param sketch keyed sketch of title and description, base 64: answers "may it contain this?"
   */
  record Submitted(
      Facets facets,
      Urgency urgency,
      String division,
      Unit unit,
      Deadlines deadlines,
      Instant submittedAt,
      boolean dateOnly,
      boolean anonymous,
      boolean confidential,
      boolean onBehalf,
      int affectedHouseholds,
      String contentRef,
      @Nullable String contactRef,
      @Nullable String accusedMark,
      @Nullable String previousMatter,
      @Nullable String refusedBy,
      @Nullable String externalMark,
      @Nullable String sketch,
      List<String> attachments)
      implements PetitionEvent, Faceted {
    @Override
    public @Nullable Instant happenedAt() {
      return facets.imported() ? submittedAt : null;
    }
  }

  /** A unit takes the matter in hand; {@code tookOver} when it stood below. */
  record Accepted(Unit unit, boolean tookOver, Deadlines deadlines) implements PetitionEvent {}

  record Rejected(
      Facets facets, String code, String rightChannel, String reasonRef, boolean wasOverdue)
      implements PetitionEvent, Faceted {}

  /**
   * {@code designated}: named after a dispute over competence, so it can't be returned any more.
   */
  record Dispatched(
      Unit from, Unit to, boolean designated, @Nullable String copyTo, Deadlines deadlines)
      implements PetitionEvent {}

  record CoHandlersAdded(List<String> organisations) implements PetitionEvent {}

  record Contacted(String noteRef, boolean inTime) implements PetitionEvent {}

  record Progressed(Entry entry, String noteRef) implements PetitionEvent {}

  record ReturnAsked(Unit by, String reasonRef, int times) implements PetitionEvent {}

  record ReturnGranted(Unit to, Deadlines deadlines) implements PetitionEvent {}

  record ReturnRefused(Unit stays, boolean designated) implements PetitionEvent {}

  /** {@code reasonRef} is null where a deadline moved it. */
  record Escalated(
      Unit from, Unit to, boolean byDeadline, @Nullable String reasonRef, Deadlines deadlines)
      implements PetitionEvent {}

  record SentBack(Unit from, Unit to, String reasonRef, int times, Deadlines deadlines)
      implements PetitionEvent {}

  /**
   * A limit passed and nobody had done what it asks for. {@code overdue}: this made the request
   * overdue.
   */
  record FellDue(Facets facets, DueKind which, Instant due, Unit holder, boolean overdue)
      implements PetitionEvent, Faceted {
    @Override
    public Instant happenedAt() {
      return due;
    }
  }

  record Resolved(
      Facets facets,
      Unit unit,
      @Nullable Level level,
      Outcome outcome,
      @Nullable String resultRef,
      Span span,
      boolean wasOverdue,
      int round,
      @Nullable Instant resolvedAt)
      implements PetitionEvent, Faceted {
    @Override
    public @Nullable Instant happenedAt() {
      return resolvedAt;
    }
  }

  /**
   * A visit or a rating that counts. {@code replaces}: the vote of the same round it takes the
   * place of.
   */
  record Voted(
      Facets facets, boolean byVisit, Vote vote, @Nullable Vote replaces, @Nullable String noteRef)
      implements PetitionEvent, Faceted {}

  /** A visit that reached nobody; {@code last}: three tries on two days are through. */
  record VisitMissed(Facets facets, int tries, int days, boolean last)
      implements PetitionEvent, Faceted {}

  record Thanked(String form) implements PetitionEvent {}

  /**
   * @param level the level that resolved it; null for imported history without one, and for a
   *     matter that left the city (outcome {@code referred}), which level shares list apart
   */
  record Closed(
      Facets facets,
      @Nullable Level level,
      Span span,
      boolean wasOverdue,
      int round,
      @Nullable String reasonRef,
      @Nullable Instant closedAt)
      implements PetitionEvent, Faceted {
    @Override
    public @Nullable Instant happenedAt() {
      return closedAt;
    }
  }

  /**
   * @param closedDay the day whose closing is taken back; null if it was only resolved
   * @param level the level of that closing, as {@link Closed} said it
   * @param voided the vote of the round before, taken back on its day
   * @param firstReopen true once per request: what the reopen rate counts
   */
  record Reopened(
      Facets facets,
      int round,
      @Nullable String reasonRef,
      @Nullable LocalDate closedDay,
      @Nullable Level level,
      @Nullable Vote voided,
      boolean firstReopen,
      Unit unit,
      Deadlines deadlines)
      implements PetitionEvent, Faceted {}

  /** {@code voided}: what was said before it was taken back, and counts no more. */
  record Withdrawn(Facets facets, boolean wasOverdue, @Nullable Vote voided)
      implements PetitionEvent, Faceted {}

  record ExtensionAsked(Instant until, String reasonRef) implements PetitionEvent {}

  /** {@code wasOverdue}: granted after the old limit had passed; the request is overdue no more. */
  record Extended(
      Facets facets, Instant oldDue, Instant newDue, boolean wasOverdue, Deadlines deadlines)
      implements PetitionEvent, Faceted {}

  record ExtensionRefused() implements PetitionEvent {}

  record SuspensionAsked(Instant until, String reasonRef, String planRef)
      implements PetitionEvent {}

  record Suspended(Instant until) implements PetitionEvent {}

  record SuspensionRefused() implements PetitionEvent {}

  record Resumed(boolean byTimer, long pausedMinutes, Deadlines deadlines)
      implements PetitionEvent {}

  record Reminded(boolean byResident) implements PetitionEvent {}

  /** {@code form}: routine · listed · interview · on-site; {@code automatic}: a rule ordered it. */
  record Supervised(String form, Instant due, boolean automatic) implements PetitionEvent {}

  record Commented(boolean byResident, String noteRef) implements PetitionEvent {}

  record AttachmentsAdded(List<String> attachments) implements PetitionEvent {}

  /**
   * Released from quarantine, or a code changed: all that {@code standing} lists moves from one
   * path to the other, each on its own day.
   */
  record Relocated(
      Facets facets,
      String fromDivision,
      List<String> fromPath,
      String toDivision,
      Standing standing,
      Unit unit)
      implements PetitionEvent, Faceted {}

  /** A command that had nothing to do and was acknowledged. */
  record Noted(String what) implements PetitionEvent {}
}
