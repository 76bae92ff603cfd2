package cn.linli.timebank.domain.activities;

import cn.linli.events.petition.ReferralOrigin;
import cn.linli.events.timebank.ActivityPlan;
import cn.linli.timebank.domain.Volunteer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is done with an activity. */
public sealed interface ActivityCommand {

  record Publish(String id, ActivityPlan plan, @Nullable ReferralOrigin origin)
      implements ActivityCommand {}

  /**
   * @param member whether they are on the team whose activity it is
   * @param consent a guardian agreed to this very activity, which is on record
   * @param recorded a clerk writes it down for somebody, with evidence
   * @param minorVisits whether the scheme lets minors serve in people's homes
   */
  record SignUp(
      Volunteer who, boolean member, boolean consent, boolean recorded, boolean minorVisits)
      implements ActivityCommand {}

  /** Leaves before it begins. */
  record Withdraw(Volunteer who, boolean recorded) implements ActivityCommand {}

  /**
   * Somebody came, or went.
   *
   * @param in came
   * @param at null: now
   * @param code whether the code that is told on the spot was given: null: none was given
   * @param evidenceRef what shows a time that is written down afterwards
   */
  record Check(
      Volunteer who,
      boolean in,
      @Nullable Instant at,
      @Nullable Boolean code,
      @Nullable String evidenceRef)
      implements ActivityCommand {}

  record Confirm(Volunteer who, int minutes) implements ActivityCommand {}

  record NoShow(String account) implements ActivityCommand {}

  record CountHeads(int heads) implements ActivityCommand {}

  record Cancel(String code) implements ActivityCommand {}
}
