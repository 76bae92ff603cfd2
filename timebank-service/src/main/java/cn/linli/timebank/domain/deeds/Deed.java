package cn.linli.timebank.domain.deeds;

import cn.linli.events.WireName;
import cn.linli.events.timebank.CouncilRound;
import cn.linli.events.timebank.DeedEvent;
import cn.linli.events.timebank.DeedEvent.*;
import cn.linli.events.timebank.DeedSource;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of a matter of the moral council.
 *
 * @param status null: there is none
 * @param side null: there is none
 * @param what code of the deed or of the breach
 * @param points decided on, above zero
 * @param source null for a deduction
 * @param reportedBy keyed mark
 * @param votes of the round that runs
 * @param recused keyed marks of members who have no vote
 * @param objectors keyed marks
 * @param reasonRefs of objections and of the appeal
 * @param noticeUntil how long anybody may object, or the holder appeal
 * @param due when time alone does something; null: never
 * @param booked points on the passbook in the end, below zero for a deduction
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Deed(
    @Nullable Status status,
    @Nullable Side side,
    @Nullable String account,
    @Nullable String division,
    @Nullable String what,
    int points,
    @Nullable DeedSource source,
    @Nullable String reportedBy,
    @Nullable String evidenceRef,
    List<String> attachments,
    @Nullable CouncilTerms terms,
    @Nullable Boolean attended,
    @Nullable String hearingRef,
    List<Vote> votes,
    List<String> recused,
    List<String> objectors,
    List<String> reasonRefs,
    boolean appealed,
    @Nullable Instant noticeUntil,
    @Nullable Instant due,
    int tries,
    int booked,
    @Nullable String entry,
    @Nullable Instant reportedAt) {

  public static final Deed NONE =
      new Deed(
          null, null, null, null, null, 0, null, null, null, List.of(), null, null, null, List.of(),
          List.of(), List.of(), List.of(), false, null, null, 0, 0, null, null);

  public enum Status implements WireName {
    /** The council votes. */
    VOTING,
    /** Everybody may read it and object; a deduction: its holder may appeal. */
    NOTICE,
    /** The council votes on an objection. */
    OBJECTED,
    /** The council votes on an appeal. */
    APPEALED,
    /** Decided, and on its way to the passbook. */
    BOOKING,
    BOOKED,
    REJECTED,
    /** The council said nothing in time, or the passbook never took it. */
    LAPSED
  }

  public enum Side implements WireName {
    AWARD,
    DEDUCTION
  }

  /** {@code member}: keyed mark. */
  public record Vote(String member, boolean approve) {}

  public Deed {
    attachments = copy(attachments);
    votes = copy(votes);
    recused = copy(recused);
    objectors = copy(objectors);
    reasonRefs = copy(reasonRefs);
  }

  private static <T> List<T> copy(@Nullable List<T> all) {
    return all == null ? List.of() : List.copyOf(all);
  }

  public boolean exists() {
    return status != null;
  }

  public boolean isDeduction() {
    return side == Side.DEDUCTION;
  }

  /** What the council votes on now; null: on nothing. */
  public @Nullable CouncilRound round() {
    return switch (status) {
      case VOTING -> CouncilRound.MATTER;
      case OBJECTED -> CouncilRound.OBJECTION;
      case APPEALED -> CouncilRound.APPEAL;
      case null, default -> null;
    };
  }

  public CouncilTerms agreed() {
    return Objects.requireNonNull(terms);
  }

  public Deed evolve(DeedEvent event, Instant at) {
    var edit = new DeedEdit(this);
    switch (event) {
      case DeedReported it -> {
        edit.begin(Side.AWARD, it.account(), it.division(), it.deed(), it.points(), at);
        edit.source = it.source();
        edit.told(it.reportedBy(), it.evidenceRef(), it.attachments(), it.terms());
      }
      case DeductionProposed it -> {
        edit.begin(Side.DEDUCTION, it.account(), it.division(), it.breach(), it.points(), at);
        edit.told(it.reportedBy(), it.evidenceRef(), it.attachments(), it.terms());
      }
      case HearingHeld(var came, var recordRef) -> {
        edit.attended = came;
        edit.hearingRef = recordRef;
      }
      case MemberRecused(var member, _) -> {
        edit.recused = plus(recused, member);
        edit.votes = votes.stream().filter(vote -> !vote.member().equals(member)).toList();
      }
      case VoteCast(var member, _, var approve) ->
          edit.votes = plus(votes, new Vote(member, approve));
      case CouncilApproved(_, _, var until) -> edit.notice(until);
      case ObjectionDismissed(_, _, var until) -> edit.notice(until);
      case CouncilRejected _ -> edit.end(Status.REJECTED);
      case ObjectionUpheld _ -> edit.end(Status.REJECTED);
      case AppealUpheld _ -> edit.end(Status.REJECTED);
      case ObjectionRaised(var objector, var reasonRef) -> {
        edit.asked(Status.OBJECTED, reasonRef, at);
        edit.objectors = plus(objectors, objector);
      }
      case AppealLodged(var reasonRef) -> {
        edit.asked(Status.APPEALED, reasonRef, at);
        edit.appealed = true;
      }
      case AppealDismissed _ -> edit.end(Status.BOOKING);
      case NoticeEnded _ -> edit.end(Status.BOOKING);
      case DeedBooked(var amount, var line) -> {
        edit.end(Status.BOOKED);
        edit.booked = amount;
        edit.entry = line;
      }
      case DeedNotBooked _ when status != Status.BOOKING -> {} // told too late: nothing reopens
      case DeedNotBooked(_, var again) -> {
        edit.end(again == null ? Status.LAPSED : Status.BOOKING);
        edit.due = again;
        edit.tries = tries + 1;
      }
      case DeedLapsed _ -> edit.end(Status.LAPSED);
    }
    return edit.done();
  }

  private static <T> List<T> plus(List<T> all, T one) {
    var more = new ArrayList<>(all);
    more.add(one);
    return more;
  }
}
