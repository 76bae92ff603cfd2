package cn.linli.timebank.domain.wristbands;

import cn.linli.events.timebank.SessionFlag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From a check-in to its check-out at one place.
 *
 * @param until for one that nobody ended: its end by the rule of the scheme
 * @param flag null where all was ordinary
 */
public record Session(
    String place, String service, Instant from, Instant until, @Nullable SessionFlag flag) {

  boolean overlaps(Session other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  /** Not worth anything; one that nobody ended has no length then. */
  Session atTwoPlaces() {
    return new Session(
        place, service, from, flag == SessionFlag.OPEN ? from : until, SessionFlag.TWO_PLACES);
  }

  /** Whether it is worth anything: two places at once are worth nothing. */
  public boolean counts() {
    return flag != SessionFlag.TWO_PLACES && until.isAfter(from);
  }
}
