package cn.linli.petition.referral;

import cn.linli.events.petition.ReferralNoteEvent;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import java.time.Instant;

/**
 * Streams {@code x:referral:<referral>}: what became of each piece of news. News of a request that
 * is not there, or not waiting, still ends in one commit.
 */
final class ReferralLog implements StreamKind<ReferralLog.Heard, ReferralNoteEvent> {

  static final String NAME = "x:referral";

  /** {@code news}: how many pieces. */
  record Heard(int news) {}

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
  public Class<Heard> stateType() {
    return Heard.class;
  }

  @Override
  public Class<ReferralNoteEvent> eventType() {
    return ReferralNoteEvent.class;
  }

  @Override
  public Heard initial() {
    return new Heard(0);
  }

  @Override
  public Heard evolve(Heard state, ReferralNoteEvent event, Instant at, String by) {
    return new Heard(state.news() + 1);
  }

  @Override
  public String division(Heard state) {
    return Petition.UNKNOWN_DIVISION;
  }
}
