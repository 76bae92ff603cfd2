package cn.linli.events.mediation;

import cn.linli.events.petition.ReferralOrigin;
import org.jspecify.annotations.Nullable;

/** What the parties agree on, and what becomes of it. */
public sealed interface AgreementEvent extends MediationEvent {

  /** {@code partial}: some claims stay open. */
  record AgreementEffective(String dispute, @Nullable ReferralOrigin origin, boolean partial)
      implements AgreementEvent {}

  /** What was agreed was not done. */
  record AgreementBreached(String dispute, @Nullable ReferralOrigin origin)
      implements AgreementEvent {}
}
