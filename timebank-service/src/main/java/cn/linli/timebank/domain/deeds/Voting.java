package cn.linli.timebank.domain.deeds;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.CouncilRound;
import cn.linli.events.timebank.DeedEvent;
import cn.linli.events.timebank.DeedEvent.*;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;

/**
 * The council: as soon as enough have voted and more than half of the votes say the same, it is
 * decided.
 */
final class Voting {

  private Voting() {}

  static Decision<DeedEvent> cast(
      Deed deed, Passbook passbook, Speaker by, boolean approve, Instant now) {
    CouncilRound round = deed.round();
    if (round == null) {
      return refuse("deed-decided");
    }
    if (deed.isDeduction() && deed.hearingRef() == null) {
      return refuse("hearing-missing");
    }
    String barred = DeedRules.barred(deed, passbook, by, round);
    if (barred != null) {
      return refuse(barred);
    }
    var events = new ArrayList<DeedEvent>();
    events.add(new VoteCast(by.mark(), round, approve));
    int votes = deed.votes().size() + 1;
    int approvals =
        (int) deed.votes().stream().filter(Deed.Vote::approve).count() + (approve ? 1 : 0);
    if (votes >= Math.max(DeedRules.QUORUM_MIN, deed.agreed().quorum()) && approvals * 2 != votes) {
      decided(events, deed, round, approvals, votes, now);
    }
    return accept(events);
  }

  private static void decided(
      ArrayList<DeedEvent> events,
      Deed deed,
      CouncilRound round,
      int approvals,
      int votes,
      Instant now) {
    boolean approved = approvals * 2 > votes;
    switch (round) {
      case MATTER ->
          events.add(
              approved
                  ? new CouncilApproved(approvals, votes, noticeUntil(deed, now))
                  : new CouncilRejected(approvals, votes));
      case OBJECTION ->
          events.add(
              approved
                  ? new ObjectionUpheld(approvals, votes)
                  : new ObjectionDismissed(approvals, votes, rest(deed, now)));
      case APPEAL -> {
        events.add(
            approved ? new AppealUpheld(approvals, votes) : new AppealDismissed(approvals, votes));
        if (!approved) {
          events.add(new NoticeEnded(deed.points()));
        }
      }
    }
  }

  /** Whole days after the day of the decision. */
  private static Instant noticeUntil(Deed deed, Instant now) {
    int days = deed.agreed().noticeDays();
    return days == 0 ? now : WorkCalendar.startOfDay(WorkCalendar.dayOf(now).plusDays(days + 1L));
  }

  /** The notice runs on where it was stopped; what is over is over. */
  private static Instant rest(Deed deed, Instant now) {
    Instant until = Objects.requireNonNull(deed.noticeUntil());
    return until.isAfter(now) ? until : now;
  }
}
