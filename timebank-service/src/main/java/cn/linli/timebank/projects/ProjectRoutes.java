package cn.linli.timebank.projects;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.casework.Bound.Bindings;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.projects.Project;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.volunteering.Crews;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProjectRoutes {

  @Bean
  ProjectCases projectCases() {
    return new ProjectCases();
  }

  @Bean
  CaseStates<Project> projectStates(MongoDatabase database, Kinds kinds, ProjectCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  Bound claims(CaseStates<Project> states) {
    return (one, _, _) ->
        Bindings.running(
            Bound.any(states, ListFields.of(ProjectCases.NAME, one), Project::isClaimed)
                ? Set.of("projects")
                : Set.of());
  }

  @Bean
  RouteTable projects(Web web, CaseStates<Project> states, CaseStates<Team> teams, Vault vault) {
    var shown = new ProjectShown(states, vault);
    var acting = new ProjectActing(vault, states, teams);
    return Routes.under("/api/v1/bank/projects", web)
        .resource(ProjectReply.class, shown)
        .postWithKey("", Bodies.Publish.class, Crews.ORGANISERS, acting::publish)
        .about("Puts a project on the board, for instance after a building whistle.")
        .postWithKey("/{id}/claim", Bodies.Claim.class, Roles.anyone(), acting::claim)
        .about("A person, a team or a unit takes it.")
        .postWithKey("/{id}/release", NoBody.class, Roles.anyone(), acting::release)
        .about("Gives it back; nothing follows from it.")
        .postWithKey("/{id}/progress", Bodies.Progress.class, Roles.anyone(), acting::progress)
        .about("How it goes.")
        .postWithKey("/{id}/close", Bodies.Close.class, Crews.HOUSE, acting::close)
        .about("The house says what came of it.")
        .get("/{id}", ProjectReply.class, Roles.anyone(), shown::one)
        .about("One project.")
        .list(
            "",
            ProjectReply.class,
            Roles.anyone(),
            List.of("division", "open"),
            query ->
                shown.page(
                    query,
                    ListFields.place(
                        query.flag("open").orElse(false) ? ProjectCases.OPEN : ProjectCases.NAME,
                        ProjectShown.place(query))))
        .about("Projects of a place; open ones.")
        .build();
  }
}
