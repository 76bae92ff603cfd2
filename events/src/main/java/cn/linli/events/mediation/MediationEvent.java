package cn.linli.events.mediation;

import cn.linli.events.Event;
import cn.linli.events.petition.ReferralOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What readers of the topic {@code linli.mediation} may rely on. {@code dispute} is the dispute's
 * id; {@code origin} is absent where no request lies behind it.
 */
public sealed interface MediationEvent extends Event {

  /** {@code mediateBy}: the last instant of the mediation's limit. */
  record DisputeRegistered(String dispute, @Nullable ReferralOrigin origin, Instant mediateBy)
      implements MediationEvent {}

  /** A referral that became no dispute. {@code code}: why. */
  record DisputeDeclined(ReferralOrigin origin, String code) implements MediationEvent {}

  /** A committee does not take it, or a party does not consent. {@code code}: why. */
  record DisputeRefused(String dispute, @Nullable ReferralOrigin origin, String code)
      implements MediationEvent {}

  /** {@code partial}: some claims stay open. */
  record AgreementEffective(String dispute, @Nullable ReferralOrigin origin, boolean partial)
      implements MediationEvent {}

  record MediationFailed(String dispute, @Nullable ReferralOrigin origin, String code)
      implements MediationEvent {}

  record MediationWithdrawn(String dispute, @Nullable ReferralOrigin origin)
      implements MediationEvent {}

  /** What was agreed was not done. */
  record AgreementBreached(String dispute, @Nullable ReferralOrigin origin)
      implements MediationEvent {}
}
