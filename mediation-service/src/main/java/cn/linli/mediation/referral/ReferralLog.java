package cn.linli.mediation.referral;

import cn.linli.events.mediation.MediationEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import java.time.Instant;

/**
 * Streams {@code x:referral:<referral>}: what became of a referral. One that became no dispute
 * still ends in one commit.
 */
final class ReferralLog implements StreamKind<ReferralLog.Answered, MediationEvent> {

  private static final String NAME = "x:referral";

  /** A referral counts where its dispute does. */
  private static final String NOWHERE = "unknown";

  /** {@code answers}: how many. */
  record Answered(int answers) {}

  static StreamId stream(String referral) {
    return new StreamId(NAME, referral);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public Class<Answered> stateType() {
    return Answered.class;
  }

  @Override
  public Class<MediationEvent> eventType() {
    return MediationEvent.class;
  }

  @Override
  public Answered initial() {
    return new Answered(0);
  }

  @Override
  public Answered evolve(Answered state, MediationEvent event, Instant at, String by) {
    return new Answered(state.answers() + 1);
  }

  @Override
  public String division(Answered state) {
    return NOWHERE;
  }
}
