package cn.linli.timebank.casework;

import cn.linli.events.timebank.RewardEvent;
import cn.linli.events.timebank.RewardFiling;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.domain.rewards.Reward;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;

/** Items of catalogues with their stock: streams {@code w:<id>}. */
public final class RewardCases implements StreamKind<Reward, RewardEvent> {

  public static final String KIND = "w";

  /** An id of a reward. */
  public static final String ID = "[0-9a-z]{26}";

  /** What lists are narrowed by; each stands in the page of a place, so none has an index. */
  public static final String REWARD_KIND = "wk";

  public static final String UNIT = "wu";
  public static final String SERVICE = "ws";
  public static final String AVAILABLE = "wa";

  private static final Pattern ID_PATTERN = Pattern.compile(ID);

  public static StreamId stream(String id) {
    return new StreamId(KIND, id);
  }

  /** From a path: what can't be an id is not there. */
  public static StreamId fromPath(String id) {
    if (!ID_PATTERN.matcher(id).matches()) {
      throw new ProblemException(Problem.notFound());
    }
    return stream(id);
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
  public Class<Reward> stateType() {
    return Reward.class;
  }

  @Override
  public Class<RewardEvent> eventType() {
    return RewardEvent.class;
  }

  @Override
  public Reward initial() {
    return Reward.NONE;
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
