package cn.linli.mediation.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Limits of what others have to say before mediation begins; each null once it does not run.
 *
 * @param acceptBy by when a committee says whether it takes the case
 * @param giveUpAt by when it is given up if no committee ever says so
 * @param consentBy by when every party says whether it consents
 */
public record Waits(
    @Nullable Instant acceptBy, @Nullable Instant giveUpAt, @Nullable Instant consentBy) {

  static Waits forCommittee(Instant acceptBy) {
    return new Waits(acceptBy, null, null);
  }

  static Waits inVain(Instant giveUpAt) {
    return new Waits(null, giveUpAt, null);
  }

  static @Nullable Waits forParties(@Nullable Instant consentBy) {
    return consentBy == null ? null : new Waits(null, null, consentBy);
  }
}
