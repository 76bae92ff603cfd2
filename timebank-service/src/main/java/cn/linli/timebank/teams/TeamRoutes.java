package cn.linli.timebank.teams;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.activities.ActivityCases;
import cn.linli.timebank.activities.ActivityReply;
import cn.linli.timebank.activities.ActivityShown;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.volunteering.Crews;
import cn.linli.timebank.volunteering.Holders;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TeamRoutes {

  @Bean
  TeamCases teamCases() {
    return new TeamCases();
  }

  @Bean
  CaseStates<Team> teamStates(MongoDatabase database, Kinds kinds, TeamCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  Bound skillsAndTeams(CaseStates<Team> states) {
    return new Moving(states);
  }

  @Bean
  RouteTable teams(Web web, CaseStates<Team> states, Holders holders, Vault vault) {
    var shown = new TeamShown(states, vault, holders);
    var acting = new TeamActing(vault, states);
    return Routes.under("/api/v1/bank/teams", web)
        .resource(TeamReply.class, shown)
        .postWithKey("", Bodies.Form.class, Crews.HOUSE, acting::form)
        .about("Forms a team: a patrol, a kitchen, a society of the community.")
        .postWithKey("/{id}/join", Bodies.Join.class, Roles.anyone(), acting::join)
        .about("Joins by oneself; its lead adds who asked for it.")
        .postWithKey("/{id}/leave", Bodies.Leave.class, Roles.anyone(), acting::leave)
        .about("Leaves; nothing follows from it.")
        .postWithKey("/{id}/shifts", Bodies.Plan.class, Roles.anyone(), acting::plan)
        .about("Plans shifts at the same hour: activities that members sign up for.")
        .postWithKey("/{id}/disband", NoBody.class, Roles.anyone(), acting::disband)
        .about("The team ends; its shifts stay as they are.")
        .get("/{id}", TeamReply.class, Roles.anyone(), shown::one)
        .about("One team; who is in it is for its members and the house.")
        .list(
            "",
            TeamReply.class,
            Roles.anyone(),
            List.of("division", "account"),
            query -> page(query, shown, holders))
        .about("Teams of a place or of a passbook.")
        .build();
  }

  private static Page<TeamReply> page(Query<NoBody> query, TeamShown shown, Holders holders) {
    query.text("account").ifPresent(account -> holders.mustBeFor(account, query.caller()));
    return shown.page(query, TeamShown.list(query, TeamCases.NAME));
  }

  @Bean
  RouteTable shifts(Web web, ActivityShown activities) {
    return Routes.under("/api/v1/bank/shifts", web)
        .list(
            "",
            ActivityReply.class,
            Roles.anyone(),
            List.of("team"),
            query ->
                activities.page(
                    query, ListFields.of(ActivityCases.OF_TEAM, query.text("team").orElse(""))))
        .about("Shifts of a team, as activities.")
        .build();
  }
}
