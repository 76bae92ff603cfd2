package cn.linli.mediation.domain;

import cn.linli.events.WireName;
import cn.linli.events.mediation.AgreementEvent.AgreementDrafted;
import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.Determination;
import cn.linli.events.mediation.PerformanceState;
import cn.linli.events.mediation.SigningManner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One agreement of a dispute; there may be several, each on its own claims.
 *
 * @param claims which it settles
 * @param binds numbers of the parties that have to sign
 * @param draftedAt when its words stood; {@code draftedBy}: who wrote them down
 * @param sealedAt when the committee sealed it
 * @param effectiveAt from when it binds; null: not yet
 * @param visits what return visits found, oldest first
 */
public record Agreement(
    String id,
    AgreementForm form,
    State state,
    boolean partial,
    List<String> claims,
    List<String> binds,
    String factsRef,
    String issuesRef,
    @Nullable String responsibilitiesRef,
    List<Determination> determines,
    @Nullable AmountBand amount,
    Instant draftedAt,
    String draftedBy,
    List<Signature> signatures,
    @Nullable Instant sealedAt,
    @Nullable Instant effectiveAt,
    List<Obligation> obligations,
    @Nullable Confirmation confirmation,
    List<Visit> visits) {

  public Agreement {
    claims = List.copyOf(claims);
    binds = List.copyOf(binds);
    determines = List.copyOf(determines);
    signatures = List.copyOf(signatures);
    obligations = List.copyOf(obligations);
    visits = List.copyOf(visits);
  }

  /** How far it is. */
  public enum State implements WireName {
    DRAFTED,
    /** A later draft on the same claims took its place. */
    SUPERSEDED,
    EFFECTIVE,
    PERFORMED,
    BREACHED;

    /** It binds the parties. */
    public boolean binds() {
      return this == EFFECTIVE || this == PERFORMED || this == BREACHED;
    }
  }

  /** {@code party} or {@code mediator}: whose it is. */
  public record Signature(
      @Nullable String party, @Nullable String mediator, SigningManner manner, Instant at) {}

  /** What a return visit found; {@code by}: who went. */
  public record Visit(
      String party,
      PerformanceState performed,
      @Nullable Boolean satisfied,
      boolean again,
      String noteRef,
      Instant at,
      String by) {}

  static Agreement of(AgreementDrafted it, Instant at, String by) {
    return new Agreement(
        it.agreement(),
        it.form(),
        State.DRAFTED,
        it.partial(),
        it.claims(),
        it.binds(),
        it.factsRef(),
        it.issuesRef(),
        it.responsibilitiesRef(),
        it.determines(),
        it.amount(),
        at,
        by,
        List.of(),
        null,
        null,
        it.items().stream().map(Obligation::of).toList(),
        null,
        List.of());
  }

  public boolean isSignedByParty(String party) {
    return signatures.stream().anyMatch(it -> party.equals(it.party()));
  }

  public boolean isSignedByMediator(String mediator) {
    return signatures.stream().anyMatch(it -> mediator.equals(it.mediator()));
  }

  public Optional<Obligation> obligation(String obligation) {
    return obligations.stream().filter(it -> it.id().equals(obligation)).findFirst();
  }

  /** Codes of what still keeps it from binding. */
  public List<String> missing(Dispute dispute) {
    return AgreementGate.missing(this, dispute);
  }

  boolean isConfirmed() {
    return confirmation != null && confirmation.state() == Confirmation.State.CONFIRMED;
  }

  Agreement with(State newState) {
    return with(newState, signatures, sealedAt, effectiveAt, obligations, confirmation, visits);
  }

  Agreement plus(Signature signature) {
    return with(
        state,
        plus(signatures, signature),
        sealedAt,
        effectiveAt,
        obligations,
        confirmation,
        visits);
  }

  Agreement sealed(Instant at) {
    return with(state, signatures, at, effectiveAt, obligations, confirmation, visits);
  }

  Agreement effective(Instant at) {
    return with(State.EFFECTIVE, signatures, sealedAt, at, obligations, confirmation, visits);
  }

  Agreement with(Confirmation newConfirmation) {
    return with(state, signatures, sealedAt, effectiveAt, obligations, newConfirmation, visits);
  }

  Agreement with(String obligation, UnaryOperator<Obligation> change) {
    return with(
        state,
        signatures,
        sealedAt,
        effectiveAt,
        obligations.stream().map(it -> it.id().equals(obligation) ? change.apply(it) : it).toList(),
        confirmation,
        visits);
  }

  Agreement plus(Visit visit) {
    return with(
        state, signatures, sealedAt, effectiveAt, obligations, confirmation, plus(visits, visit));
  }

  private static <T> List<T> plus(List<T> all, T one) {
    var more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  private Agreement with(
      State newState,
      List<Signature> newSignatures,
      @Nullable Instant newSealedAt,
      @Nullable Instant newEffectiveAt,
      List<Obligation> newObligations,
      @Nullable Confirmation newConfirmation,
      List<Visit> newVisits) {
    return new Agreement(
        id,
        form,
        newState,
        partial,
        claims,
        binds,
        factsRef,
        issuesRef,
        responsibilitiesRef,
        determines,
        amount,
        draftedAt,
        draftedBy,
        newSignatures,
        newSealedAt,
        newEffectiveAt,
        newObligations,
        newConfirmation,
        newVisits);
  }
}
