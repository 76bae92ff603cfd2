package cn.linli.timebank.teams;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.domain.teams.Skills;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.volunteering.Volunteers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What somebody can do, and the teams they are in, go over when two of their passbooks become one.
 */
final class Moving implements Bound {

  private final CaseStates<Team> teams;

  Moving(CaseStates<Team> teams) {
    this.teams = teams;
  }

  @Override
  public Bindings of(String one, String into, Instant now) {
    var streams = new ArrayList<StreamId>();
    streams.add(skills(one));
    streams.add(skills(into));
    List<StreamId> memberOf =
        Listing.first(teams, ListFields.of(TeamCases.NAME, one), MOVED_MAX).stream()
            .filter(it -> it.state().open())
            .map(it -> Volunteers.team(it.id()))
            .toList();
    streams.addAll(memberOf);
    return new Bindings(
        Set.of(), streams, (seen, evidenceRef) -> changes(one, into, memberOf, seen, evidenceRef));
  }

  private static List<Change> changes(
      String one, String into, List<StreamId> memberOf, Seen seen, String evidenceRef) {
    var changes = new ArrayList<Change>();
    Skills had = seen.state(skills(one), Skills.class);
    Skills has = seen.state(skills(into), Skills.class);
    changes.add(new Change(skills(into), has.takeOver(into, had, evidenceRef)));
    changes.add(new Change(skills(one), had.dropAll()));
    for (StreamId team : memberOf) {
      changes.add(new Change(team, seen.state(team, Team.class).replace(one, into)));
    }
    return changes;
  }

  private static StreamId skills(String account) {
    return new StreamId(Volunteers.SKILLS, account);
  }
}
