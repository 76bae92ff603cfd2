package cn.linli.timebank.activities;

import cn.linli.events.timebank.ServiceEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.domain.activities.Activity.Published;
import cn.linli.timebank.domain.activities.Activity.Status;
import cn.linli.timebank.domain.activities.ActivityEvolution;
import cn.linli.timebank.domain.activities.ActivityRules;
import cn.linli.timebank.domain.activities.Attendance;
import cn.linli.timebank.volunteering.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Activities: streams {@code v:<id>}. */
public final class ActivityCases extends Kind<Activity, ServiceEvent> {

  public static final String NAME = "v";

  /** Activities that are not over, and those of a team. */
  static final String OPEN = "v-open";

  public static final String OF_TEAM = "v-team";

  /** Activities of one service. */
  private static final String OF_SERVICE = "v-service-";

  /** What an organiser still has to confirm. */
  static final String TO_CONFIRM = "v-confirm";

  public ActivityCases() {
    super(NAME, Activity.class, ServiceEvent.class, Activity.NONE);
  }

  static String ofService(String code) {
    return OF_SERVICE + code;
  }

  public static StreamId stream(String id) {
    return new StreamId(NAME, id);
  }

  @Override
  public Activity evolve(Activity state, ServiceEvent event, Instant at, String by) {
    return ActivityEvolution.evolve(state, event, at, by);
  }

  @Override
  public @Nullable Instant due(Activity state) {
    return state.due();
  }

  @Override
  public Decision<ServiceEvent> fallDue(Activity state, Instant at) {
    return ActivityRules.fallDue(state);
  }

  @Override
  public String division(Activity state) {
    return state.plan().division();
  }

  @Override
  public void index(Activity state, Document into) {
    Published filed = state.filed();
    String division = state.plan().division();
    var in = new ArrayList<>(ListFields.places(NAME, division));
    in.addAll(ListFields.places(ofService(state.plan().service()), division));
    if (state.status() == Status.OPEN) {
      in.addAll(ListFields.places(OPEN, division));
    }
    if (state.attendances().stream().anyMatch(Attendance::awaitsConfirmation)) {
      in.addAll(ListFields.places(TO_CONFIRM, division));
      in.add(ListFields.of(TO_CONFIRM, filed.by()));
    }
    if (state.plan().team() != null) {
      in.add(ListFields.of(OF_TEAM, state.plan().team()));
    }
    in.add(ListFields.of(NAME, filed.by()));
    state.attendances().forEach(it -> in.add(ListFields.of(NAME, it.account())));
    into.append(ListFields.IN, in).append(ListFields.SINCE, Date.from(filed.at()));
  }
}
