package cn.linli.events.mediation;

import cn.linli.events.petition.ReferralOrigin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parties agree on, and what becomes of it. {@code agreement} is its id, {@code party} a
 * party's number, {@code obligation} that of {@link ItemAgreed}. What was agreed in words and the
 * exact amounts are behind references.
 */
public sealed interface AgreementEvent extends MediationEvent {

  /**
   * The words stand; a written one binds nobody yet.
   *
   * @param partial whether some claims stay open
   * @param claims which it settles once it is effective
   * @param binds every party of those claims and items: all of them sign
   * @param responsibilitiesRef null where none were named
   * @param determines what of it no court confirms
   * @param amount band of all items together; null where no money is owed
   * @param supersedes drafts on the same claims that it takes the place of
   */
  record AgreementDrafted(
      String agreement,
      AgreementForm form,
      boolean partial,
      List<String> claims,
      List<String> binds,
      String factsRef,
      String issuesRef,
      @Nullable String responsibilitiesRef,
      List<ItemAgreed> items,
      List<Determination> determines,
      @Nullable AmountBand amount,
      List<String> supersedes)
      implements AgreementEvent {
    public AgreementDrafted {
      claims = List.copyOf(claims);
      binds = List.copyOf(binds);
      items = List.copyOf(items);
      determines = List.copyOf(determines);
      supersedes = List.copyOf(supersedes);
    }
  }

  /** {@code party} or {@code mediator}: who put a name under it. */
  record AgreementSigned(
      String agreement, @Nullable String party, @Nullable String mediator, SigningManner manner)
      implements AgreementEvent {}

  /** The committee put its seal under it. */
  record AgreementSealed(String agreement) implements AgreementEvent {}

  /**
   * It binds the parties from now on: a written one with the last of all signatures and the seal,
   * an oral one as soon as the mediator has recorded it (人民调解法 §29–30).
   *
   * @param partial some claims stay open
   * @param agreement absent, as all that follows, where the event is older than the mediation
   *     service
   */
  record AgreementEffective(
      String dispute,
      @Nullable ReferralOrigin origin,
      boolean partial,
      @Nullable String agreement,
      @Nullable AgreementForm form,
      @Nullable AmountBand amount)
      implements AgreementEvent {

    public AgreementEffective(String dispute, @Nullable ReferralOrigin origin, boolean partial) {
      this(dispute, origin, partial, null, null, null);
    }
  }

  /**
   * One party wants the court's confirmation; only all together can apply.
   *
   * @param courtRef which court
   * @param courtMark keyed hash of its name: all name the same one
   */
  record ConfirmationJoined(String agreement, String party, String courtRef, String courtMark)
      implements AgreementEvent {}

  /** The last party joined: the joint application stands (人民调解法 §33). */
  record ConfirmationApplied(String agreement) implements AgreementEvent {}

  /**
   * What the court decided.
   *
   * @param caseRef the court's case number (调确字)
   * @param reasonRef why it did not confirm
   */
  record AgreementConfirmed(
      DisputeFacets facets,
      String agreement,
      boolean confirmed,
      @Nullable String caseRef,
      @Nullable String reasonRef)
      implements AgreementEvent {}

  /** Its last instant passed and nobody had recorded that it was done. */
  record ObligationFellDue(DisputeFacets facets, String agreement, String obligation, Instant dueBy)
      implements AgreementEvent {
    @Override
    public Instant happenedAt() {
      return dueBy;
    }
  }

  /** Who owes it is reminded. */
  record PerformanceReminded(String agreement, String obligation, String party)
      implements AgreementEvent {}

  /**
   * It was done.
   *
   * @param onTime at or before {@code dueBy}; if not, an {@link ObligationFellDue} was told before
   * @param noteRef how it was shown (履行凭证)
   */
  record ObligationPerformed(
      DisputeFacets facets,
      String agreement,
      String obligation,
      Instant dueBy,
      boolean onTime,
      @Nullable String noteRef)
      implements AgreementEvent {}

  /**
   * It was not done in time, somebody who knows says so.
   *
   * @param byVisit found out by a return visit
   */
  record ObligationMissed(
      DisputeFacets facets,
      String agreement,
      String obligation,
      Instant dueBy,
      boolean byVisit,
      @Nullable String noteRef)
      implements AgreementEvent {}

  /** The mediators are to go and see (人民调解法 §31). */
  record ReturnVisitFellDue(String agreement, String obligation, Instant dueBy)
      implements AgreementEvent {
    @Override
    public Instant happenedAt() {
      return dueBy;
    }
  }

  /**
   * The mediators asked a party (回访记录).
   *
   * @param again whether there is a new dispute or a suit
   */
  record ReturnVisited(
      String agreement,
      String party,
      PerformanceState performed,
      @Nullable Boolean satisfied,
      boolean again,
      String noteRef)
      implements AgreementEvent {}

  /** {@code party}, to whom it is owed, is told what the law offers. */
  record RemedyTold(String agreement, String obligation, String party, Remedy remedy)
      implements AgreementEvent {}

  /** All that was agreed in it is done. */
  record AgreementPerformed(String agreement) implements AgreementEvent {}

  /** What was agreed was not done; told once for each agreement. */
  record AgreementBreached(
      String dispute, @Nullable ReferralOrigin origin, @Nullable String agreement)
      implements AgreementEvent {

    public AgreementBreached(String dispute, @Nullable ReferralOrigin origin) {
      this(dispute, origin, null);
    }
  }

  /** The file is closed: nothing more is expected of anybody (结案). */
  record DisputeClosed(@Nullable String noteRef) implements AgreementEvent {}
}
