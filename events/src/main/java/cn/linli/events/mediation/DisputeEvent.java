package cn.linli.events.mediation;

import cn.linli.events.petition.ReferralOrigin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a dispute from filing to the end of its mediation, whoever mediates. */
public sealed interface DisputeEvent extends MediationEvent {

  /**
   * A dispute was filed or referred.
   *
   * @param mediateBy the last instant of the mediation's limit
   * @param filing what was filed; null only in events older than the mediation service
   */
  record DisputeRegistered(
      String dispute,
      @Nullable ReferralOrigin origin,
      Instant mediateBy,
      @Nullable DisputeFiling filing)
      implements DisputeEvent {}

  /** A referral that became no dispute. {@code code}: why. */
  record DisputeDeclined(ReferralOrigin origin, String code) implements DisputeEvent {}

  /** On the referral's own stream: which dispute came of it. */
  record ReferralRegistered(ReferralOrigin origin, String dispute) implements DisputeEvent {}

  /**
   * Who a party is became known, or changed: a referral tells no names.
   *
   * @param nameRef name, phone and representative
   * @param phoneMark keyed hash of its phone; null: none is known
   */
  record PartyDescribed(
      String party,
      PartyType type,
      String nameRef,
      @Nullable String organisation,
      boolean represented,
      @Nullable String phoneMark)
      implements DisputeEvent {}

  /**
   * A committee takes it in hand (人民调解法 §17–18); at building level a peacemaker does.
   *
   * @param bench who takes it
   * @param caseNumber null at building level: only committees number their cases
   * @param consentBy by when the parties answer; null: all have consented
   */
  record DisputeAccepted(Bench bench, @Nullable CaseNumber caseNumber, @Nullable Instant consentBy)
      implements DisputeEvent {}

  /**
   * A committee does not take it, or a party does not consent.
   *
   * @param code why
   * @param channel who is right for it instead
   */
  record DisputeRefused(
      String dispute, @Nullable ReferralOrigin origin, String code, @Nullable String channel)
      implements DisputeEvent {}

  /** A party agrees to be mediated (人民调解法 §3, §17). */
  record ConsentGiven(String party) implements DisputeEvent {}

  /**
   * A party leaves, and its claims with it: its own, and those against nobody who is still there.
   *
   * @param cause why
   * @param reasonRef in its own words
   * @param claims withdrawn thereby
   */
  record PartyLeft(String party, PartyCause cause, @Nullable String reasonRef, List<String> claims)
      implements DisputeEvent {
    public PartyLeft {
      claims = List.copyOf(claims);
    }
  }

  /** Every party that is left agrees: mediation begins. */
  record MediationBegun(int parties) implements DisputeEvent {}

  /**
   * A code by which a party takes its own seat was made; an earlier one is void.
   *
   * @param codeMark keyed hash of the code
   */
  record PartyInvited(String party, String codeMark) implements DisputeEvent {}

  /** Who called speaks for the party from now on. */
  record PartyJoined(String party) implements DisputeEvent {}

  /**
   * To a committee of another level, or to another one of the same.
   *
   * @param acceptBy by when it says whether it takes the case
   */
  record DisputeTransferred(Bench to, Bench from, @Nullable String reasonRef, Instant acceptBy)
      implements DisputeEvent {}

  /**
   * A limit passed unmet.
   *
   * @param giveUpAt how much longer it is waited for; null: no longer
   */
  record DisputeFellDue(DisputeDue which, Instant limit, @Nullable Instant giveUpAt)
      implements DisputeEvent {}

  /**
   * The act in the same commit is a party's, written down by somebody else.
   *
   * @param evidenceRef words that show it; null where files do
   */
  record ActRecorded(String party, @Nullable String evidenceRef, List<String> attachments)
      implements DisputeEvent {
    public ActRecorded {
      attachments = List.copyOf(attachments);
    }
  }

  /** Files that belong to the case. */
  record DisputeFilesAdded(List<String> attachments) implements DisputeEvent {
    public DisputeFilesAdded {
      attachments = List.copyOf(attachments);
    }
  }

  record MediationFailed(String dispute, @Nullable ReferralOrigin origin, String code)
      implements DisputeEvent {}

  record MediationWithdrawn(String dispute, @Nullable ReferralOrigin origin)
      implements DisputeEvent {}

  /**
   * The end of mediation, once per dispute: what figures count.
   *
   * @param code why it was refused or failed
   * @param mechanism null where nobody was appointed yet
   * @param sessions how many were held
   * @param atFirstSession agreed at the first one
   * @param workingDays from acceptance, or from filing where it was never accepted
   * @param partial agreed, and some claims stay open
   * @param amount band of all that was claimed; null where no money was
   */
  record DisputeConcluded(
      DisputeOutcome outcome,
      @Nullable String code,
      DisputeKind kind,
      DisputeSource source,
      DisputeLevel level,
      @Nullable Mechanism mechanism,
      int sessions,
      boolean atFirstSession,
      int workingDays,
      boolean partial,
      @Nullable AgreementForm form,
      @Nullable AmountBand amount)
      implements DisputeEvent {}

  /**
   * All that was said in this dispute is erased, the keys with it. Figures and codes stay. Whoever
   * took over something from here obeys.
   *
   * @param refs references under which others may have fetched content
   */
  record DisputeErased(ErasureGround ground, List<String> refs) implements DisputeEvent {
    public DisputeErased {
      refs = List.copyOf(refs);
    }
  }
}
