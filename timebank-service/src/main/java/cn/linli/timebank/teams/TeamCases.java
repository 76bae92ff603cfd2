package cn.linli.timebank.teams;

import cn.linli.events.timebank.TeamEvent;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Volunteers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/** Teams: streams {@code m:<id>}. */
final class TeamCases extends Kind<Team, TeamEvent> {

  static final String NAME = Volunteers.TEAMS;

  TeamCases() {
    super(NAME, Team.class, TeamEvent.class, Team.NONE);
  }

  @Override
  public Team evolve(Team state, TeamEvent event, Instant at, String by) {
    return Team.evolve(state, event, at);
  }

  @Override
  public String division(Team state) {
    return state.what().division();
  }

  @Override
  public void index(Team state, Document into) {
    var in = new ArrayList<>(ListFields.places(NAME, state.what().division()));
    state.members().forEach(member -> in.add(ListFields.of(NAME, member)));
    into.append(ListFields.IN, in)
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.formedAt())));
  }
}
