package cn.linli.mediation.roster;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.COMMITTEE_HEAD;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.JUSTICE_OFFICER;
import static cn.linli.platform.access.Role.MEDIATOR;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.mediation.casework.MediatorCases;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.mediation.domain.roster.MediatorCommand;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RosterRoutes {

  private static final Roles HOUSE =
      Roles.by(COMMITTEE_HEAD, COMMUNITY_CLERK, STREET_OFFICER, DISTRICT_OFFICER, JUSTICE_OFFICER);

  /** The house and the mediator. */
  private static final Roles THEMSELVES =
      Roles.by(
          MEDIATOR,
          COMMITTEE_HEAD,
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          JUSTICE_OFFICER);

  private static final Roles UNMASKERS = Roles.by(COMMITTEE_HEAD, JUSTICE_OFFICER, AUDITOR, ADMIN);

  @Bean
  MediatorCases mediatorCases() {
    return new MediatorCases();
  }

  @Bean
  CaseStates<Mediator> mediatorStates(MongoDatabase database, Kinds kinds, MediatorCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  RosterBook rosterBook(
      CaseStates<Mediator> mediators,
      CaseStates<Dispute> disputes,
      MongoDatabase database,
      Vault vault) {
    return new RosterBook(mediators, new OpenCases(database), new Meetings(disputes), vault);
  }

  @Bean
  RouteTable roster(
      Web web,
      CaseStates<Mediator> states,
      MongoDatabase database,
      Vault vault,
      KeyedHash hash,
      Divisions divisions) {
    var shown = new MediatorShown(states, new OpenCases(database), vault);
    var enrolling = new Enrolling(vault, hash, divisions);
    var unmasking = new Unmasking(states, vault);
    return Routes.under("/api/v1/mediators", web)
        .resource(MediatorReply.class, shown)
        .post("", Bodies.Register.class, HOUSE, enrolling::register)
        .about("Puts a mediator on the roster; each person once.")
        .post("/{id}/profile", Bodies.Profile.class, HOUSE, enrolling::profile)
        .about("What a mediator can do and where.")
        .post("/{id}/join", Bodies.Body.class, HOUSE, enrolling::join)
        .about("Works in a studio or a team too.")
        .post(
            "/{id}/leave",
            Bodies.Body.class,
            HOUSE,
            call ->
                enrolling.byHouse(
                    call, (body, words) -> new MediatorCommand.Leave(body.committee())))
        .about("Works in a studio or a team no more.")
        .post("/{id}/interests", Bodies.Interests.class, THEMSELVES, enrolling::interests)
        .about("In whose matters a mediator never sits: kin and organisations.")
        .post("/{id}/complaint", Bodies.Ground.class, Roles.anyone(), enrolling::complain)
        .about("Somebody says that a mediator broke a duty.")
        .post(
            "/{id}/warn",
            Bodies.Ground.class,
            HOUSE,
            call ->
                enrolling.byHouse(
                    call,
                    (body, words) ->
                        new MediatorCommand.Warn(body.ground(), words.seal(body.reason()))))
        .about("Criticised and told to do better.")
        .post(
            "/{id}/remove",
            Bodies.Ground.class,
            HOUSE,
            call ->
                enrolling.byHouse(
                    call,
                    (body, words) ->
                        new MediatorCommand.Remove(body.ground(), words.seal(body.reason()))))
        .about("Removed by who elected or appointed them.")
        .post(
            "/{id}/pause",
            THEMSELVES,
            call -> enrolling.act(call, (body, words) -> new MediatorCommand.Pause()))
        .about("Takes no new disputes for a while.")
        .post(
            "/{id}/resume",
            THEMSELVES,
            call -> enrolling.act(call, (body, words) -> new MediatorCommand.Resume()))
        .about("Takes new disputes again.")
        .post(
            "/{id}/resign",
            THEMSELVES,
            call -> enrolling.act(call, (body, words) -> new MediatorCommand.Resign()))
        .about("Leaves the roster.")
        .get("/{id}", MediatorReply.class, Roles.anyone(), shown::one)
        .about("One mediator, masked.")
        .list(
            "", MediatorReply.class, Roles.anyone(), List.of("division", "committee"), shown::page)
        .about("Mediators of a place and of all within, or of one body.")
        .read(
            "/{id}/unmask",
            Unmasking.Reason.class,
            MediatorPerson.class,
            UNMASKERS,
            unmasking::unmask)
        .about("Name and phone in clear; logged with the reason.")
        .build();
  }
}
