package cn.linli.petition.whistle;

import static cn.linli.platform.access.Role.BUILDING_LEAD;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.COUNCIL_MEMBER;
import static cn.linli.platform.access.Role.GRID_WORKER;
import static cn.linli.platform.access.Role.RESIDENT;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.domain.BuildingWhistleCommand.Finish;
import cn.linli.petition.domain.BuildingWhistleCommand.Raise;
import cn.linli.petition.reply.BuildingWhistleReply;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BuildingWhistleRoutes {

  private static final Roles LEADS = Roles.by(BUILDING_LEAD, GRID_WORKER);
  private static final Roles HELPERS =
      Roles.by(RESIDENT, BUILDING_LEAD, GRID_WORKER, COMMUNITY_CLERK, COUNCIL_MEMBER);

  @Bean
  RouteTable buildingWhistle(
      Web web,
      PetitionShown shown,
      Acting acting,
      PetitionStates states,
      FactsBook facts,
      Vault vault) {
    var helping = new Helping(states, facts, vault);
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/building-whistle",
            Bodies.BuildingWhistle.class,
            LEADS,
            call ->
                acting.act(
                    call,
                    (body, words) ->
                        new Raise(call.derivedId("building-whistle"), words.seal(body.need()))))
        .about("Asks the neighbours for hands.")
        .post(
            "/{id}/building-whistles/{w}/done",
            LEADS,
            call -> acting.act(call, (body, words) -> new Finish(call.path("w"))))
        .about("Enough was done; its raiser ends it.")
        .get("/{id}/building-whistles/{w}", BuildingWhistleReply.class, HELPERS, helping::one)
        .about("What is needed, for whoever lives or works in the community.")
        .resource(BuildingWhistleReply.class, helping)
        .post("/{id}/building-whistles/{w}/claim", HELPERS, helping::claim)
        .about("A member or a volunteer comes; the response time is measured.")
        .build();
  }
}
