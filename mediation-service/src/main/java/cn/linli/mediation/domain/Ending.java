package cn.linli.mediation.domain;

import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.DisputeEvent.DisputeConcluded;
import cn.linli.events.mediation.DisputeEvent.DisputeRefused;
import cn.linli.events.mediation.DisputeEvent.MediationFailed;
import cn.linli.events.mediation.DisputeEvent.MediationWithdrawn;
import cn.linli.events.mediation.DisputeFacets;
import cn.linli.events.mediation.DisputeOutcome;
import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PaceEvent.RemediesTold;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The end of mediation: what the bus is told, and the one event that figures count. */
public final class Ending {

  private Ending() {}

  /**
   * @param channel who is right for it instead; null: every other remedy stays open (人民调解法 §3)
   */
  public static List<MediationEvent> refused(
      Dispute dispute, String code, @Nullable String channel, Facts facts) {
    Filing filed = dispute.filed();
    return List.of(
        new DisputeRefused(filed.id(), filed.origin(), code, channel),
        concluded(dispute, DisputeOutcome.REFUSED, code, false, null, facts),
        told(filed, null));
  }

  public static List<MediationEvent> failed(Dispute dispute, String code, Facts facts) {
    return failed(dispute, code, null, facts);
  }

  /** {@code noteRef}: more about why, in words. */
  static List<MediationEvent> failed(
      Dispute dispute, String code, @Nullable String noteRef, Facts facts) {
    Filing filed = dispute.filed();
    if (isPartlyAgreed(dispute)) {
      return List.of(agreed(dispute, code, facts), told(filed, noteRef));
    }
    return List.of(
        new MediationFailed(filed.id(), filed.origin(), code),
        concluded(dispute, DisputeOutcome.FAILED, code, false, null, facts),
        told(filed, noteRef));
  }

  public static List<MediationEvent> withdrawn(Dispute dispute, Facts facts) {
    Filing filed = dispute.filed();
    if (isPartlyAgreed(dispute)) {
      return List.of(agreed(dispute, null, facts));
    }
    return List.of(
        new MediationWithdrawn(filed.id(), filed.origin()),
        concluded(dispute, DisputeOutcome.WITHDRAWN, null, false, null, facts),
        told(filed, null));
  }

  /** Whatever ends without an agreement, its parties learn what else is open (人民调解法 §26). */
  private static RemediesTold told(Filing filed, @Nullable String noteRef) {
    return new RemediesTold(Remedies.of(filed.kind()), noteRef);
  }

  /** What was agreed on some claims stands, whatever became of the others. */
  private static boolean isPartlyAgreed(Dispute dispute) {
    return Accords.of(dispute).binding().findAny().isPresent();
  }

  /**
   * @param code why the rest was not agreed on
   */
  static DisputeConcluded agreed(Dispute dispute, @Nullable String code, Facts facts) {
    Agreement last = Accords.of(dispute).binding().reduce((one, other) -> other).orElseThrow();
    return concluded(dispute, DisputeOutcome.AGREED, code, leftSome(dispute), last.form(), facts);
  }

  /** Some claims were not settled: they went elsewhere or stay open. */
  private static boolean leftSome(Dispute dispute) {
    return dispute.claims().stream()
        .anyMatch(
            it -> it.status() == Claim.Status.OPEN || it.status() == Claim.Status.HANDED_OVER);
  }

  /** What counted events repeat of their dispute. */
  public static DisputeFacets facets(Dispute dispute) {
    Filing filed = dispute.filed();
    return new DisputeFacets(filed.kind(), filed.source(), dispute.level(), mechanism(dispute));
  }

  /** Where nobody appointed a panel, one mediator of whoever took the case mediates alone. */
  private static @Nullable Mechanism mechanism(Dispute dispute) {
    Mechanism appointed = Panel.of(dispute).mechanism();
    return appointed == null && dispute.conducted().acceptedAt() != null
        ? Mechanism.SINGLE
        : appointed;
  }

  /** Once per dispute; whoever else ends one (an agreement) tells it with the same call. */
  public static DisputeConcluded concluded(
      Dispute dispute,
      DisputeOutcome outcome,
      @Nullable String code,
      boolean partial,
      @Nullable AgreementForm form,
      Facts facts) {
    Filing filed = dispute.filed();
    Instant from = Objects.requireNonNullElse(dispute.conducted().acceptedAt(), filed.receivedAt());
    int held = Hearing.of(dispute).held();
    return new DisputeConcluded(
        outcome,
        code,
        filed.kind(),
        filed.source(),
        dispute.level(),
        mechanism(dispute),
        held,
        outcome == DisputeOutcome.AGREED && held == 1,
        facts.calendar().workingDaysBetween(WorkCalendar.dayOf(from), facts.today()),
        partial,
        form,
        amount(dispute));
  }

  /** The widest band that was asked for; bands can't be added up. */
  private static @Nullable AmountBand amount(Dispute dispute) {
    return dispute.claims().stream()
        .map(Claim::amount)
        .filter(Objects::nonNull)
        .max(Enum::compareTo)
        .orElse(null);
  }
}
