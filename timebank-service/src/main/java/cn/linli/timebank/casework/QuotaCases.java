package cn.linli.timebank.casework;

import cn.linli.events.timebank.QuotaEvent;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.domain.orders.Quota;
import java.time.Instant;

/** What an account ordered in a quarter: streams {@code q:<account>-<quarter>}. */
public final class QuotaCases extends PlainKind<Quota, QuotaEvent> {

  private static final String KIND = "q";

  public QuotaCases() {
    super(KIND, 1, Quota.class, QuotaEvent.class, Quota.NONE);
  }

  public static StreamId stream(String account, String quarter) {
    return new StreamId(KIND, account + "-" + quarter);
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
