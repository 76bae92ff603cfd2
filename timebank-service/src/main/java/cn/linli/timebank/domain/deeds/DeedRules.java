package cn.linli.timebank.domain.deeds;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.CouncilRound;
import cn.linli.events.timebank.DeedEvent;
import cn.linli.events.timebank.DeedEvent.*;
import cn.linli.events.timebank.DeedSource;
import cn.linli.platform.access.Role;
import cn.linli.platform.config.tables.DeedTable;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.deeds.Deed.Status;
import cn.linli.timebank.domain.deeds.DeedCommand.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The moral bank: report, evidence, the council's vote, public notice, points. Points are never
 * taken for what people have a right to. Source: domain rules §6.3.
 */
public final class DeedRules {

  /** Fewer reviewers decide nothing, whatever a scheme says. */
  public static final int QUORUM_MIN = 3;

  /** How long the council may take for each round; project decision. */
  static final Duration VOTING = Duration.ofDays(30);

  /** Objections to one deed; more would be about something else. */
  static final int OBJECTIONS_MAX = 20;

  /** A passbook that does not take the points is tried so often, once a day. */
  static final int TRIES_MAX = 30;

  private static final Duration AGAIN = Duration.ofDays(1);

  private DeedRules() {}

  public static Decision<DeedEvent> decide(
      DeedCommand command, Deed deed, Passbook passbook, Speaker by, Instant now) {
    if (!by.belongsTo(passbook.division())) {
      return refuse("foreign-community");
    }
    return switch (command) {
      case Report report -> report(report, passbook, by);
      case Deduct deduct -> deduct(deduct, passbook, by);
      case Hear(var attended, var recordRef) -> hear(deed, by, attended, recordRef);
      case Recuse(var ground) -> recuse(deed, by, ground);
      case CastVote(var approve) -> Voting.cast(deed, passbook, by, approve, now);
      case DeedCommand.Object(var reasonRef) -> object(deed, by, reasonRef);
      case Appeal(var reasonRef) -> appeal(deed, passbook, by, reasonRef);
    };
  }

  private static Decision<DeedEvent> report(Report it, Passbook passbook, Speaker by) {
    if (!passbook.open()) {
      return refuse("no-passbook-of-points");
    }
    DeedSource source =
        passbook.isSpokenForBy(by.mark())
            ? DeedSource.SELF
            : by.role() == Role.RESIDENT ? DeedSource.HELPED : DeedSource.COMMUNITY;
    return accept(
        new DeedReported(
            passbook.account(),
            passbook.division(),
            it.deed(),
            it.points(),
            source,
            by.mark(),
            it.evidenceRef(),
            it.attachments(),
            it.terms()));
  }

  private static Decision<DeedEvent> deduct(Deduct it, Passbook passbook, Speaker by) {
    if (DeedTable.isProtected(it.breach())) {
      return refuse("not-deductible");
    }
    if (!it.allowed()) {
      return refuse("deductions-off");
    }
    if (it.points() <= 0) {
      return refuse("unknown-breach");
    }
    if (!passbook.open()) {
      return refuse("no-passbook-of-points");
    }
    return accept(
        new DeductionProposed(
            passbook.account(),
            passbook.division(),
            it.breach(),
            it.points(),
            by.mark(),
            it.evidenceRef(),
            it.attachments(),
            it.terms()));
  }

  private static Decision<DeedEvent> hear(
      Deed deed, Speaker by, boolean attended, String recordRef) {
    if (!deed.isDeduction() || deed.hearingRef() != null) {
      return refuse("no-hearing-due");
    }
    if (deed.status() != Status.VOTING) {
      return refuse("deed-decided");
    }
    return by.mark().equals(deed.reportedBy())
        ? refuse("self-vote")
        : accept(new HearingHeld(attended, recordRef));
  }

  private static Decision<DeedEvent> recuse(Deed deed, Speaker by, String ground) {
    if (deed.recused().contains(by.mark())) {
      return refuse("member-recused");
    }
    return deed.round() == null && deed.status() != Status.NOTICE
        ? refuse("deed-decided")
        : accept(new MemberRecused(by.mark(), ground));
  }

  private static Decision<DeedEvent> object(Deed deed, Speaker by, String reasonRef) {
    if (deed.isDeduction() || deed.status() != Status.NOTICE) {
      return refuse("no-notice-running");
    }
    if (deed.objectors().contains(by.mark())) {
      return refuse("already-objected");
    }
    return deed.objectors().size() < OBJECTIONS_MAX
        ? accept(new ObjectionRaised(by.mark(), reasonRef))
        : refuse("too-many-objections", "limit", OBJECTIONS_MAX);
  }

  private static Decision<DeedEvent> appeal(
      Deed deed, Passbook passbook, Speaker by, String reasonRef) {
    if (!passbook.isSpokenForBy(by.mark())) {
      return refuse("not-the-passbook-holder");
    }
    if (deed.appealed()) {
      return refuse("already-appealed");
    }
    return deed.isDeduction() && deed.status() == Status.NOTICE
        ? accept(new AppealLodged(reasonRef))
        : refuse("no-notice-running");
  }

  /** Time alone: the notice ends, the council was silent, the passbook is tried again. */
  public static Decision<DeedEvent> fallDue(Deed deed) {
    return switch (Objects.requireNonNull(deed.status())) {
      case NOTICE, BOOKING -> accept(new NoticeEnded(deed.points()));
      case OBJECTED -> // nobody was for it in time: an objection alone takes nothing away
          accept(
              new ObjectionDismissed(0, 0, Objects.requireNonNull(deed.due())),
              new NoticeEnded(deed.points()));
      case APPEALED -> accept(new AppealUpheld(0, 0)); // silence never costs points
      default -> accept(new DeedLapsed());
    };
  }

  public static Decision<DeedEvent> notBooked(Deed deed, String code, Instant at) {
    return accept(new DeedNotBooked(code, deed.tries() < TRIES_MAX ? at.plus(AGAIN) : null));
  }

  /** Who may not vote in a round, with the code; null: they may. */
  static @Nullable String barred(Deed deed, Passbook passbook, Speaker by, CouncilRound round) {
    String mark = by.mark();
    if (passbook.isSpokenForBy(mark) || mark.equals(deed.reportedBy())) {
      return "self-vote";
    }
    if (passbook.kin().contains(mark)) {
      return "kin-vote";
    }
    if (deed.recused().contains(mark)
        || round == CouncilRound.OBJECTION && deed.objectors().contains(mark)) {
      return "member-recused";
    }
    return deed.votes().stream().anyMatch(vote -> vote.member().equals(mark))
        ? "member-voted"
        : null;
  }
}
