package cn.linli.events.timebank;

import cn.linli.events.petition.ReferralOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Activities of volunteers. {@code activity} is the activity's id; {@code origin} is absent where
 * no request lies behind it.
 */
public sealed interface ServiceEvent extends TimebankEvent {

  record ActivityPublished(String activity, @Nullable ReferralOrigin origin, Instant endsAt)
      implements ServiceEvent {}

  /** An offer that became no activity. {@code code}: why. */
  record ActivityDeclined(ReferralOrigin origin, String code) implements ServiceEvent {}

  /**
   * A volunteer's service was confirmed.
   *
   * @param minutes given
   * @param last of those that were needed
   */
  record ServiceConfirmed(
      String activity, @Nullable ReferralOrigin origin, int minutes, boolean last)
      implements ServiceEvent {}

  record ActivityCancelled(String activity, @Nullable ReferralOrigin origin, String code)
      implements ServiceEvent {}
}
