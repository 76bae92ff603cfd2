package cn.linli.timebank.activities;

import cn.linli.events.Recorded;
import cn.linli.events.timebank.ServiceEvent;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Histories;
import cn.linli.platform.casework.HistoryReply;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.volunteering.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that happened to an activity, for its organisers. */
final class Past {

  private final Histories<ServiceEvent> histories;
  private final CaseStates<Activity> states;

  Past(History history, CaseStates<Activity> states, Vault vault) {
    this.histories = new Histories<>(history, vault, ServiceEvent.class, Set.of("plan"));
    this.states = states;
  }

  @Nullable HistoryReply of(Query<NoBody> query) {
    StreamId stream = Kind.fromPath(ActivityCases.NAME, query.path("id"));
    Activity activity = states.find(stream).map(CaseStates.Stored::state).orElse(null);
    if (activity == null) {
      return null;
    }
    if (!activity.isOrganiser(Actors.of(query.caller()))) {
      throw AccessException.outOfScope();
    }
    return histories.page(
        stream,
        query,
        new Histories.Sight<ServiceEvent>() {
          @Override
          public boolean opens(Recorded<ServiceEvent> event) {
            return true;
          }
        });
  }
}
