package cn.linli.timebank.casework;

import cn.linli.events.timebank.QuotaEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import cn.linli.timebank.domain.orders.Quota;
import java.time.Instant;

/** What an account ordered in a quarter: streams {@code q:<account>-<quarter>}. */
public final class QuotaCases implements StreamKind<Quota, QuotaEvent> {

  private static final String KIND = "q";

  public static StreamId stream(String account, String quarter) {
    return new StreamId(KIND, account + "-" + quarter);
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public Class<Quota> stateType() {
    return Quota.class;
  }

  @Override
  public Class<QuotaEvent> eventType() {
    return QuotaEvent.class;
  }

  @Override
  public Quota initial() {
    return Quota.NONE;
  }

  @Override
  public Quota evolve(Quota state, QuotaEvent event, Instant at, String by) {
    return state.evolve(event);
  }

  @Override
  public String division(Quota state) {
    return state.division();
  }
}
