package cn.linli.timebank.domain.exchange;

import cn.linli.timebank.domain.Volunteer;
import java.time.Instant;

/** What is done with a match; both sides are looked at each time. */
public sealed interface MatchCommand {

  Volunteer provider();

  Volunteer recipient();

  /**
   * @param consent a guardian of a minor agreed, which is on record
   * @param minorVisits whether the scheme lets minors serve in people's homes
   * @param cleared whether the communities of both honour each other's minutes
   */
  record Propose(
      String id,
      Need need,
      Offer offer,
      Volunteer provider,
      Volunteer recipient,
      boolean consent,
      boolean minorVisits,
      boolean cleared)
      implements MatchCommand {}

  record Agree(Volunteer provider, Volunteer recipient, boolean recorded) implements MatchCommand {}

  record Decline(Volunteer provider, Volunteer recipient) implements MatchCommand {}

  record Cancel(Volunteer provider, Volunteer recipient) implements MatchCommand {}

  record Deliver(Volunteer provider, Volunteer recipient, Instant began, Instant ended)
      implements MatchCommand {}

  record Confirm(Volunteer provider, Volunteer recipient, int minutes) implements MatchCommand {}
}
