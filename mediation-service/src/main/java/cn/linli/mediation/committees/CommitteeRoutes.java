package cn.linli.mediation.committees;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.COMMITTEE_HEAD;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.JUSTICE_OFFICER;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.mediation.casework.CommitteeCases;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommitteeRoutes {

  /** Whoever founds bodies, and who guides them. */
  private static final Roles FOUNDERS =
      Roles.by(COMMUNITY_CLERK, STREET_OFFICER, DISTRICT_OFFICER, COMMITTEE_HEAD, JUSTICE_OFFICER);

  private static final Roles EXPORTERS =
      Roles.by(JUSTICE_OFFICER, DISTRICT_OFFICER, AUDITOR, ADMIN);

  @Bean
  CommitteeCases committeeCases() {
    return new CommitteeCases();
  }

  @Bean
  CaseStates<Committee> committeeStates(MongoDatabase database, Kinds kinds, CommitteeCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  RouteTable committees(Web web, CaseStates<Committee> states, Vault vault) {
    var shown = new CommitteeShown(states, vault);
    var registering = new Registering(vault);
    return Routes.under("/api/v1/committees", web)
        .resource(CommitteeReply.class, shown)
        .post("", Bodies.Open.class, FOUNDERS, registering::open)
        .about("Registers a committee, a joint or a trade one, a studio or a team.")
        .post("/{id}/members", Bodies.Change.class, FOUNDERS, registering::change)
        .about("Members come and go; the committee passes every condition again.")
        .post("/{id}/re-elect", Bodies.Reelect.class, FOUNDERS, registering::reelect)
        .about("A new term of three years with the members elected for it.")
        .post("/{id}/end", Bodies.Reason.class, FOUNDERS, registering::end)
        .about("Ends a body; what it has in hand is transferred.")
        .get("/{id}", CommitteeReply.class, Roles.anyone(), shown::one)
        .about("One body that mediates.")
        .list("", CommitteeReply.class, Roles.anyone(), List.of("division"), shown::page)
        .about("Bodies of a place and of all within, in the order they were registered.")
        .get(
            "/export.csv",
            Download.class,
            EXPORTERS,
            List.of("division", "reason"),
            new RegisterExport(states, vault)::csv)
        .about("The register for the justice bureau; names in clear for a reason, logged.")
        .build();
  }
}
