package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralEvent.PetitionOfferedToVolunteers;
import cn.linli.events.petition.ReferralEvent.PetitionReferredToMediation;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.PetitionCommand.*;
import cn.linli.petition.domain.ReferralCommand.*;
import cn.linli.platform.calendar.Due;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends a request to mediators (访调对接) or volunteers. Sources: domain rules §0.3, §0.5, §4.2; design
 * §5. The holder stays; the rung's clock rests until it comes back.
 *
 * <p>What no mediator gets, an administrative dispute (行政争议), is known by what was filed: an
 * accusation; whatever accuses the government of the place; a category that {@link
 * Rulebook#isAdministrative} names. A dispute with a company is a civil one.
 */
final class Referring {

  /** Of one request, over its life. */
  static final int REFERRALS_MAX = 5;

  /** 人民调解: 30 days (domain rules §0.5). */
  static final Term MEDIATION = Term.calendarDays(30);

  /** Left for the answer once a mediation is over (domain rules §0.3). */
  static final Term AFTER_MEDIATION = Term.workingDays(5);

  /** A formal petition with less left is not referred (domain rules §0.3). */
  static final int FORMAL_WORKING_DAYS_MIN = 10;

  /** How long the other side may take to say that it has it: project decision. */
  static final Term TAKING = Term.workingDays(3);

  static final String BASIS = "调解期限（30 日）届满后 5 个工作日 (Linli, domain rules §0.3)";

  private Referring() {}

  static Decision<PetitionEvent> decide(ReferralCommand command, Petition petition, Facts facts) {
    return switch (command) {
      case ReferToMediation refer -> toMediation(refer, petition, facts);
      case OfferToVolunteers offer -> toVolunteers(offer, petition, facts);
      case News news -> ComingBack.decide(news, petition, facts);
    };
  }

  private static Decision<PetitionEvent> toMediation(
      ReferToMediation refer, Petition petition, Facts facts) {
    Optional<Refusal> objection = objection(petition, facts);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    if (isAdministrative(petition, facts)) {
      return refuse("administrative-dispute");
    }
    if (refer.parties() < 2) {
      return refuse("parties-missing");
    }
    if (!refer.consented()) {
      return refuse("consents-missing");
    }
    return isTooLate(petition, facts)
        ? refuse("too-late-to-refer", "days", FORMAL_WORKING_DAYS_MIN)
        : Taking.lead(petition, facts, taken -> List.of(referred(refer, taken, facts)));
  }

  private static PetitionEvent referred(ReferToMediation refer, Petition taken, Facts facts) {
    Filing filing = taken.filed();
    Instant mediateBy = facts.calendar().due(facts.now(), MEDIATION).at();
    Deadlines resting = taken.time().deadlines().withRungBy(null);
    Due later = facts.calendar().due(mediateBy.minusMillis(1), AFTER_MEDIATION);
    Instant answerBy = resting.answerBy();
    boolean movesDue =
        filing.facets().regime() == Regime.HOTLINE
            && !taken.time().overdue()
            && answerBy != null
            && later.at().isAfter(answerBy);
    return new PetitionReferredToMediation(
        filing.facets(),
        refer.id(),
        filing.division(),
        taken.unit(),
        refer.parties(),
        filing.contentRef(),
        refer.partiesRef(),
        mediateBy,
        facts.calendar().due(facts.now(), TAKING).at(),
        movesDue,
        movesDue
            ? resting
                .withAnswerBy(later.at(), later.rawDate(), later.provisional())
                .withBasis(BASIS)
            : resting);
  }

  private static Decision<PetitionEvent> toVolunteers(
      OfferToVolunteers offer, Petition petition, Facts facts) {
    Optional<Refusal> objection = objection(petition, facts);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    Filing filing = petition.filed();
    return filing.facets().regime() == Regime.FORMAL
            || filing.facets().kind() == Kind.ACCUSATION
            || filing.accusedMark() != null
        ? refuse("not-for-volunteers")
        : Taking.lead(petition, facts, taken -> List.of(offered(offer, taken, facts)));
  }

  private static PetitionEvent offered(OfferToVolunteers offer, Petition taken, Facts facts) {
    return new PetitionOfferedToVolunteers(
        taken.filed().facets(),
        offer.id(),
        taken.filed().division(),
        taken.unit(),
        offer.service(),
        offer.minutes(),
        offer.needed(),
        taken.filed().contentRef(),
        facts.calendar().due(facts.now(), TAKING).at(),
        taken.time().deadlines().withRungBy(null));
  }

  private static Optional<Refusal> objection(Petition petition, Facts facts) {
    if (!petition.isOpen()) {
      return Optional.of(Refusal.of("already-closed"));
    }
    if (!Taking.mayLead(petition, facts.actor())) {
      return Optional.of(Refusal.of("not-the-holder"));
    }
    if (petition.time().isSuspended()) {
      return Optional.of(Refusal.of("already-suspended"));
    }
    return Referral.timesBefore(petition.proceedings().referral()) >= REFERRALS_MAX
        ? Optional.of(Refusal.of("too-many-referrals", "limit", REFERRALS_MAX))
        : Optional.empty();
  }

  private static boolean isAdministrative(Petition petition, Facts facts) {
    Filing filing = petition.filed();
    return filing.facets().kind() == Kind.ACCUSATION
        || accusesGovernment(filing, facts)
        || facts.rulebook().isAdministrative(filing.facets().category());
  }

  /** Of the place, street and above; a company or a residents' committee is none. */
  private static boolean accusesGovernment(Filing filing, Facts facts) {
    return filing.accusedMark() != null
        && facts.paths().of(filing.division()).stream()
            .filter(code -> code.length() <= Level.STREET.digits())
            .anyMatch(code -> facts.marks().of(code).equals(filing.accusedMark()));
  }

  private static boolean isTooLate(Petition petition, Facts facts) {
    Instant answerBy = petition.time().deadlines().answerBy();
    return petition.filed().facets().regime() == Regime.FORMAL
        && answerBy != null
        && facts
                .calendar()
                .workingDaysBetween(facts.today(), WorkCalendar.dayOf(answerBy.minusMillis(1)))
            < FORMAL_WORKING_DAYS_MIN;
  }

  /** Nobody moves or answers what mediators or volunteers have; looking after it goes on. */
  static Optional<Refusal> objectionWhileAway(
      PetitionCommand command, Petition petition, Facts facts) {
    boolean away =
        petition.status() == Status.MEDIATING || petition.status() == Status.VOLUNTEERING;
    return away && moves(command, petition, facts)
        ? Optional.of(Refusal.of("referred-away"))
        : Optional.empty();
  }

  private static boolean moves(PetitionCommand command, Petition petition, Facts facts) {
    return switch (command) {
      case Accept _,
          Reject _,
          Dispatch _,
          AskReturn _,
          DecideReturn _,
          Escalate _,
          SendBack _,
          Resolve _,
          AskSuspension _,
          DecideSuspension _,
          ReferToMediation _,
          OfferToVolunteers _,
          FormalCommand.Transfer _,
          FormalCommand.IssueOpinion _,
          WhistleCommand.AnswerCall _,
          DeliberationCommand _ ->
          true;
      case Contact _, Progress _ ->
          !facts.actor().holds(petition) && !facts.actor().helps(petition);
      default -> false;
    };
  }
}
