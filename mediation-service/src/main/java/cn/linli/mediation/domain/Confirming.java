package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.AgreementEvent.AgreementConfirmed;
import cn.linli.events.mediation.AgreementEvent.ConfirmationApplied;
import cn.linli.events.mediation.AgreementEvent.ConfirmationJoined;
import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.Determination;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.AgreementCommand.DecideConfirmation;
import cn.linli.mediation.domain.AgreementCommand.JoinConfirmation;
import cn.linli.platform.access.Role;
import cn.linli.platform.calendar.Term;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/**
 * A court's confirmation makes an agreement enforceable. All parties apply together, within 30 days
 * of its effect, the last day rolled off a rest day (人民调解法 §33; 民法典 §203), and only for what a
 * court may confirm (民诉法解释 §355).
 */
public final class Confirming {

  private static final Term WINDOW = Term.calendarDays(30);

  private Confirming() {}

  /** The first instant at which nobody can apply any more. */
  public static Instant until(Instant effectiveAt, WorkCalendar calendar) {
    return calendar.due(effectiveAt, WINDOW).at();
  }

  static Decision<MediationEvent> join(
      JoinConfirmation join, Party party, Dispute dispute, Facts facts) {
    Agreement agreement = Accords.of(dispute).find(join.agreement()).orElse(null);
    if (agreement == null) {
      return refuse("unknown-agreement");
    }
    Optional<Refusal> objection =
        AgreementGate.unbinding(agreement, dispute).or(() -> unconfirmable(agreement));
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    Instant until = until(Objects.requireNonNull(agreement.effectiveAt()), facts.calendar());
    if (!facts.now().isBefore(until)) {
      return refuse("confirmation-window-over", "until", until.toString());
    }
    if (!agreement.binds().contains(party.no())) {
      return refuse("not-bound");
    }
    Confirmation before = agreement.confirmation();
    if (before != null) {
      if (before.state() != Confirmation.State.JOINING) {
        return refuse("already-applied");
      }
      if (before.joined().contains(party.no())) {
        return refuse("already-joined");
      }
      if (!before.courtMark().equals(join.courtMark())) {
        return refuse("another-court");
      }
    }
    var events = new ArrayList<MediationEvent>();
    events.add(
        new ConfirmationJoined(agreement.id(), party.no(), join.courtRef(), join.courtMark()));
    int joined = (before == null ? 0 : before.joined().size()) + 1;
    if (joined == agreement.binds().size()) {
      events.add(new ConfirmationApplied(agreement.id()));
    }
    return accept(events);
  }

  /** Whether a court may confirm what it says. */
  public static boolean isConfirmable(Agreement agreement) {
    return unconfirmable(agreement).isEmpty();
  }

  /** What no court confirms, each kind with its code. */
  private static Optional<Refusal> unconfirmable(Agreement agreement) {
    if (agreement.form() == AgreementForm.ORAL) {
      return Optional.of(Refusal.of("oral-not-confirmable"));
    }
    return agreement.determines().stream().findFirst().map(Confirming::code).map(Refusal::of);
  }

  static String code(Determination determination) {
    return switch (determination) {
      case MARRIAGE, KINSHIP, ADOPTION -> "status-not-confirmable";
      case RIGHT_IN_REM -> "right-in-rem-not-confirmable";
      case INTELLECTUAL_PROPERTY -> "intellectual-property-not-confirmable";
      case OUTSIDE_COURT -> "outside-court-not-confirmable";
    };
  }

  /** The committee keeps the court's ruling (司法确认材料). */
  static Decision<MediationEvent> decide(
      DecideConfirmation decision, Dispute dispute, Facts facts) {
    Agreement agreement = Accords.of(dispute).find(decision.agreement()).orElse(null);
    if (agreement == null) {
      return refuse("unknown-agreement");
    }
    if (!Mediators.conducts(facts.actor(), dispute)
        && !(facts.actor().is(Role.JUSTICE_OFFICER)
            && facts.actor().covers(dispute.filed().division()))) {
      return refuse("not-the-mediators");
    }
    Confirmation confirmation = agreement.confirmation();
    if (confirmation == null || confirmation.state() == Confirmation.State.JOINING) {
      return refuse("not-jointly-applied");
    }
    if (confirmation.state() != Confirmation.State.APPLIED) {
      return refuse("already-decided");
    }
    return accept(
        new AgreementConfirmed(
            Ending.facets(dispute),
            agreement.id(),
            decision.confirmed(),
            decision.caseRef(),
            decision.reasonRef()));
  }
}
