package cn.linli.petition.domain;

import cn.linli.events.petition.Outcome;
import java.time.Instant;

/** What sends a request to mediators or volunteers, and what they let us know. */
public sealed interface ReferralCommand extends PetitionCommand {

  /**
   * @param id of the new referral
   * @param parties how many sides are named
   * @param consented every one of them agreed
   * @param partiesRef vault reference of their names and of what shows their consent
   */
  record ReferToMediation(String id, int parties, boolean consented, String partiesRef)
      implements ReferralCommand {}

  /**
   * @param service code of what is asked for
   * @param minutes of each volunteer
   * @param needed how many volunteers
   */
  record OfferToVolunteers(String id, String service, int minutes, int needed)
      implements ReferralCommand {}

  /** News from the other side. */
  sealed interface News extends ReferralCommand {
    String referral();
  }

  /** It has it; {@code endsAt}: by when it means to be through. */
  record Taken(String referral, String counterpart, Instant endsAt) implements News {}

  /** {@code cause}: refused · failed · withdrawn · declined · cancelled. */
  record Returned(String referral, String cause) implements News {}

  record Settled(String referral, String counterpart, Outcome outcome) implements News {}

  record Broken(String referral, String counterpart) implements News {}
}
