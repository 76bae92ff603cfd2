package cn.linli.events.petition;

import java.time.Instant;

/**
 * A request goes to mediators or to volunteers and comes back settled or not. Its holder stays its
 * holder; the ladder's clock rests meanwhile. {@code referral} is the referral's id.
 */
public sealed interface ReferralEvent extends PetitionEvent {

  /**
   * 访调对接: both sides agreed to mediation.
   *
   * @param division where the matter lies
   * @param parties how many sides there are
   * @param contentRef what was filed; {@code partiesRef}: names and phones of the sides. References
   *     into this service's vault, fetched once with a reason
   * @param mediateBy the mediation's own limit
   * @param takeBy silence until then brings the request back
   * @param movesDue whether the answer's limit follows the mediation's: then on-time figures list
   *     the answer apart
   */
  record PetitionReferredToMediation(
      Facets facets,
      String referral,
      String division,
      Unit holder,
      int parties,
      String contentRef,
      String partiesRef,
      Instant mediateBy,
      Instant takeBy,
      boolean movesDue,
      Deadlines deadlines)
      implements ReferralEvent, Faceted {}

  /**
   * @param service code of the service asked for
   * @param minutes of each volunteer
   * @param needed how many volunteers
   * @param takeBy silence until then brings the request back
   */
  record PetitionOfferedToVolunteers(
      Facets facets,
      String referral,
      String division,
      Unit holder,
      String service,
      int minutes,
      int needed,
      String contentRef,
      Instant takeBy,
      Deadlines deadlines)
      implements ReferralEvent, Faceted {}

  /**
   * The other side has it.
   *
   * @param counterpart id of its dispute or activity
   * @param until silence until then brings the request back
   */
  record ReferralTaken(String referral, String counterpart, Instant until)
      implements ReferralEvent {}

  /**
   * Back to handling at its former level.
   *
   * @param cause refused · failed · withdrawn · declined · cancelled · silence; opinion-owed where
   *     a formal petition was agreed on and its written opinion is still to come
   */
  record ReferralReturned(String referral, ReferralWay way, String cause, Deadlines deadlines)
      implements ReferralEvent {}

  /** Settled: the answer follows in the same commit. */
  record ReferralSettled(String referral, ReferralWay way, String counterpart)
      implements ReferralEvent {}

  /** What had settled it was broken: a new round follows in the same commit. */
  record ReferralBroken(String referral, String counterpart) implements ReferralEvent {}
}
