package cn.linli.events.timebank;

import cn.linli.events.petition.ReferralOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Activities of volunteers; streams {@code v:<id>}. {@code activity} is the activity's id, {@code
 * account} a volunteer's passbook; {@code origin} is absent where no request lies behind it.
 */
public sealed interface ServiceEvent extends TimebankEvent {

  /** {@code plan}: null in none that this platform publishes. */
  record ActivityPublished(
      String activity, @Nullable ReferralOrigin origin, Instant endsAt, @Nullable ActivityPlan plan)
      implements ServiceEvent {}

  /** An offer of a request became an activity; on the offer's own stream. */
  record OfferTaken(ReferralOrigin origin, String activity) implements ServiceEvent {}

  /** An offer that became no activity. {@code code}: why. */
  record ActivityDeclined(ReferralOrigin origin, String code) implements ServiceEvent {}

  /**
   * Somebody wants to take part.
   *
   * @param waiting all places were taken
   * @param minor with a guardian's consent on record
   */
  record SignedUp(String activity, String account, boolean waiting, boolean minor)
      implements ServiceEvent {}

  /** A place became free for who waited longest. */
  record MovedUp(String activity, String account) implements ServiceEvent {}

  /** In time: nothing follows from it (志愿服务条例 §25). */
  record SignUpWithdrawn(String activity, String account) implements ServiceEvent {}

  /**
   * @param at when they came; earlier than the record where it was written down afterwards
   * @param evidenceRef what shows a time that was written down afterwards
   * @param again true where they had been there before and left; absent: no
   */
  record CheckedIn(
      String activity,
      String account,
      Instant at,
      CheckWay way,
      @Nullable String evidenceRef,
      @Nullable Boolean again)
      implements ServiceEvent {}

  /** The other half of a pair. */
  record CheckedOut(
      String activity, String account, Instant at, CheckWay way, @Nullable String evidenceRef)
      implements ServiceEvent {}

  /** Signed up and never came: on record, and nothing else follows. */
  record Missed(String activity, String account) implements ServiceEvent {}

  /**
   * A volunteer's service was confirmed; the minutes are posted in the same commit.
   *
   * @param minutes given, before the scheme's rounding
   * @param last of those that were needed
   * @param account whose time it was; null in none that this platform publishes
   * @param service code of the service
   */
  record ServiceConfirmed(
      String activity,
      @Nullable ReferralOrigin origin,
      int minutes,
      boolean last,
      @Nullable String account,
      @Nullable String service)
      implements ServiceEvent {}

  /**
   * How many people were served, for instance lunches of one day.
   *
   * @param heads replaces an earlier count of the same activity
   */
  record HeadsServed(String activity, int heads) implements ServiceEvent {}

  /** {@code code}: why: organiser's word, or {@code needed-not-reached}. */
  record ActivityCancelled(String activity, @Nullable ReferralOrigin origin, String code)
      implements ServiceEvent {}

  /**
   * Over, and everybody's time was confirmed or the days for it have passed.
   *
   * @param volunteers whose time was confirmed
   * @param minutes of all of them together
   */
  record ActivityClosed(String activity, int volunteers, int minutes, int heads)
      implements ServiceEvent {}
}
