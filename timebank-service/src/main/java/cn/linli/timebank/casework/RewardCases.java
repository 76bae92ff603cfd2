package cn.linli.timebank.casework;

import cn.linli.events.timebank.RewardEvent;
import cn.linli.events.timebank.RewardFiling;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.domain.rewards.Reward;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/** Items of catalogues with their stock: streams {@code w:<id>}. */
public final class RewardCases extends PlainKind<Reward, RewardEvent> {

  public static final String KIND = "w";

  /** An id of a reward. */
  public static final String ID = StreamName.ID;

  /** What lists are narrowed by; each stands in the page of a place, so none has an index. */
  public static final String REWARD_KIND = "wk";

  public static final String UNIT = "wu";
  public static final String SERVICE = "ws";
  public static final String AVAILABLE = "wa";

  private static final StreamName NAME = StreamName.ofIds(KIND);

  public RewardCases() {
    super(KIND, 1, Reward.class, RewardEvent.class, Reward.NONE);
  }

  public static StreamId stream(String id) {
    return NAME.stream(id);
  }

  public static StreamId fromPath(String id) {
    return NAME.fromPath(id);
  }

  @Override
  public Reward evolve(Reward state, RewardEvent event, Instant at, String by) {
    return state.evolve(event, at);
  }

  @Override
  public String division(Reward state) {
    return state.filed().division();
  }

  @Override
  public void index(Reward state, Document into) {
    RewardFiling filing = state.filed();
    into.append(ListFields.IN, ListFields.places(KIND, filing.division()))
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.offeredAt())))
        .append(REWARD_KIND, filing.kind().wire())
        .append(UNIT, filing.unit().wire())
        .append(AVAILABLE, state.isAvailable());
    if (filing.service() != null) {
      into.append(SERVICE, filing.service());
    }
  }
}
