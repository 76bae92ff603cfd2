package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralEvent.ReferralBroken;
import cn.linli.events.petition.ReferralEvent.ReferralReturned;
import cn.linli.events.petition.ReferralEvent.ReferralSettled;
import cn.linli.events.petition.ReferralEvent.ReferralTaken;
import cn.linli.petition.domain.PetitionCommand.Reopen;
import cn.linli.petition.domain.Referral.State;
import cn.linli.petition.domain.ReferralCommand.*;
import cn.linli.platform.calendar.Due;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;

/**
 * What becomes of a referral (design §5): settled → resolved; refused, failed, withdrawn, declined,
 * cancelled or silent → back to handling at its former level; broken after that → reopened.
 */
final class ComingBack {

  /** How long after its own end the other side may keep silent: project decision. */
  static final Term SILENCE = Term.workingDays(2);

  static final String SILENT = "silence";

  /** Agreed, and the holder has to put it into the written opinion. */
  static final String OPINION_OWED = "opinion-owed";

  private ComingBack() {}

  static Decision<PetitionEvent> decide(News news, Petition petition, Facts facts) {
    Referral referral = petition.proceedings().referral();
    if (referral == null || !referral.id().equals(news.referral())) {
      return refuse("unknown-referral");
    }
    return switch (news) {
      case Taken taken -> taken(taken, referral, facts);
      case Returned returned ->
          referral.state().waits()
              ? accept(returned(returned.cause(), referral, petition, facts))
              : refuse("referral-over");
      case Settled settled -> settled(settled, referral, petition, facts);
      case Broken broken -> broken(broken, referral, petition, facts);
    };
  }

  /** Taken, or the other side has longer than it thought: then it is waited for as long. */
  private static Decision<PetitionEvent> taken(Taken taken, Referral referral, Facts facts) {
    Instant until = facts.calendar().due(taken.endsAt().minusMillis(1), SILENCE).at();
    boolean longer =
        referral.state() == State.TAKEN
            && taken.counterpart().equals(referral.counterpart())
            && until.isAfter(referral.until());
    return referral.state() == State.OFFERED || longer
        ? accept(new ReferralTaken(referral.id(), taken.counterpart(), until))
        : refuse("referral-over");
  }

  static ReferralReturned returned(
      String cause, Referral referral, Petition petition, Facts facts) {
    return new ReferralReturned(
        referral.id(), referral.way(), cause, limitsAfter(referral, petition, facts));
  }

  /**
   * The rung's clock starts anew. A limit that had followed the mediation comes nearer again: what
   * is left is what would have been left after it, and never less than without the referral.
   */
  private static Deadlines limitsAfter(Referral referral, Petition petition, Facts facts) {
    Deadlines now = Limits.onRung(petition, petition.unit(), facts);
    Instant moved = now.answerBy();
    Instant before = referral.before().answerBy();
    if (!referral.movedDue() || moved == null || before == null || petition.time().overdue()) {
      return now;
    }
    Due due = facts.calendar().due(facts.now(), Referring.AFTER_MEDIATION);
    if (!due.at().isBefore(moved)) {
      return now;
    }
    return due.at().isAfter(before)
        ? now.withAnswerBy(due.at(), due.rawDate(), due.provisional())
        : now.withAnswerBy(before, referral.before().rawDate(), referral.before().provisional())
            .withBasis(referral.before().basis());
  }

  private static Decision<PetitionEvent> settled(
      Settled settled, Referral referral, Petition petition, Facts facts) {
    if (!referral.state().waits()) {
      return refuse("referral-over");
    }
    if (Opining.isOwed(petition)) { // 信访工作条例 §32: an appeal ends with a written opinion only
      return accept(returned(OPINION_OWED, referral, petition, facts));
    }
    var events = new ArrayList<PetitionEvent>();
    events.add(new ReferralSettled(referral.id(), referral.way(), settled.counterpart()));
    events.addAll(Handling.resolved(settled.outcome(), null, petition, facts));
    return accept(events);
  }

  /** Only what that settlement answered, in the round it answered; no window bounds it. */
  private static Decision<PetitionEvent> broken(
      Broken broken, Referral referral, Petition petition, Facts facts) {
    boolean answered = petition.status() == Status.RESOLVED || petition.status() == Status.CLOSED;
    if (!answered
        || referral.state() != State.SETTLED
        || referral.round() != petition.round().number()) {
      return refuse("referral-over");
    }
    if (petition.filed().erasedAt() != null) {
      return refuse("erased");
    }
    var events = new ArrayList<PetitionEvent>();
    events.add(new ReferralBroken(referral.id(), broken.counterpart()));
    events.addAll(Closing.reopened(new Reopen(null), petition, facts));
    return accept(events);
  }
}
