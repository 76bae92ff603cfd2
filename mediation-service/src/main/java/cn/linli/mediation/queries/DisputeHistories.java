package cn.linli.mediation.queries;

import cn.linli.events.Recorded;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.casework.Discretion;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.domain.Dispute;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Histories;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The journal of a dispute, for people. */
final class DisputeHistories {

  private static final Set<String> LEFT_OUT = Set.of("filing", "codeMark", "nameRef", "phoneMark");

  private final Histories<MediationEvent> histories;
  private final CaseStates<Dispute> states;

  DisputeHistories(History history, CaseStates<Dispute> states, Vault vault) {
    this.histories = new Histories<>(history, vault, MediationEvent.class, LEFT_OUT);
    this.states = states;
  }

  @Nullable Object of(Query<NoBody> query) {
    StreamId stream = DisputeStream.fromPath(query.path("id"));
    return Reach.open(states.find(stream), query.caller())
        .map(stored -> histories.page(stream, query, new Eyes(stored.state(), query.caller())))
        .orElse(null);
  }

  /** Parties read their own words; what one said to the mediators is not the other's. */
  private record Eyes(Dispute dispute, Caller caller) implements Histories.Sight<MediationEvent> {

    @Override
    public boolean tells(Recorded<MediationEvent> event) {
      return Discretion.tells(event.event(), dispute, Actors.of(caller), event.by());
    }

    @Override
    public boolean opens(Recorded<MediationEvent> event) {
      boolean party = caller.is(Role.RESIDENT, Role.DEPARTMENT_OFFICER, Role.INTEGRATOR);
      return event.by().equals(caller.by())
          || !party && Discretion.opens(event.event(), dispute, Actors.of(caller));
    }
  }
}
