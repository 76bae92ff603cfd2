package cn.linli.events.timebank;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A good deed, or a breach of the covenant, on its way to the passbook of points (道德银行): streams
 * {@code d:<id>}.
 */
public sealed interface DeedEvent extends TimebankEvent {

  /**
   * @param account passbook it is to be booked on
   * @param division community whose council decides
   * @param deed code of the published catalogue
   * @param points what the catalogue gave for it that day
   * @param reportedBy keyed mark
   */
  record DeedReported(
      String account,
      String division,
      String deed,
      int points,
      DeedSource source,
      String reportedBy,
      String evidenceRef,
      List<String> attachments,
      CouncilTerms terms)
      implements DeedEvent {
    public DeedReported {
      attachments = List.copyOf(attachments);
    }
  }

  /** Points are to be taken for a breach on the published list. */
  record DeductionProposed(
      String account,
      String division,
      String breach,
      int points,
      String reportedBy,
      String evidenceRef,
      List<String> attachments,
      CouncilTerms terms)
      implements DeedEvent {
    public DeductionProposed {
      attachments = List.copyOf(attachments);
    }
  }

  /** Whoever is to lose points was heard, or did not come. */
  record HearingHeld(boolean attended, String recordRef) implements DeedEvent {}

  /** A member of the council has no vote on it. {@code member}: keyed mark. */
  record MemberRecused(String member, String ground) implements DeedEvent {}

  /** {@code member}: keyed mark. */
  record VoteCast(String member, CouncilRound round, boolean approve) implements DeedEvent {}

  /** Enough have voted and most of them for it. {@code until}: how long anybody may object. */
  record CouncilApproved(int approvals, int votes, Instant until) implements DeedEvent {}

  record CouncilRejected(int approvals, int votes) implements DeedEvent {}

  /** {@code objector}: keyed mark. */
  record ObjectionRaised(String objector, String reasonRef) implements DeedEvent {}

  record ObjectionUpheld(int approvals, int votes) implements DeedEvent {}

  record ObjectionDismissed(int approvals, int votes, Instant until) implements DeedEvent {}

  /** Whoever is to lose points asks the council to look again. */
  record AppealLodged(String reasonRef) implements DeedEvent {}

  record AppealUpheld(int approvals, int votes) implements DeedEvent {}

  record AppealDismissed(int approvals, int votes) implements DeedEvent {}

  /** Nobody objected, or nobody was right to: the points are to be booked. */
  record NoticeEnded(int points) implements DeedEvent {}

  /**
   * @param points booked, below zero for a deduction; less than decided where there was less
   * @param entry line of the passbook; absent where there was nothing to take
   */
  record DeedBooked(int points, @Nullable String entry) implements DeedEvent {}

  /** The passbook did not take it. {@code again}: absent where it was given up. */
  record DeedNotBooked(String code, @Nullable Instant again) implements DeedEvent {}

  /** The council said nothing in time. */
  record DeedLapsed() implements DeedEvent {}

  /**
   * What the scheme said when it began.
   *
   * @param quorum votes at least
   * @param noticeDays calendar days
   */
  record CouncilTerms(int quorum, int noticeDays) {}
}
