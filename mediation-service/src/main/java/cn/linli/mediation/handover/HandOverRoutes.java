package cn.linli.mediation.handover;

import cn.linli.mediation.archive.CaseBundles;
import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.documents.BodyNames;
import cn.linli.mediation.documents.CaseFiles;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.journal.History;
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
class HandOverRoutes {

  /** Who mediates; who takes over reads what was sent to it and nothing else. */
  private static final Roles KEEPERS_AND_RECEIVERS =
      Roles.by(
          Role.BUILDING_LEAD,
          Role.MEDIATOR,
          Role.COMMITTEE_HEAD,
          Role.DEPARTMENT_OFFICER,
          Role.INTEGRATOR,
          Role.JUSTICE_OFFICER);

  private static final Roles PARTIES_AND_RECEIVERS =
      Roles.by(
          Role.RESIDENT,
          Role.BUILDING_LEAD,
          Role.MEDIATOR,
          Role.COMMITTEE_HEAD,
          Role.DEPARTMENT_OFFICER,
          Role.INTEGRATOR,
          Role.JUSTICE_OFFICER);

  @Bean
  Catalogue pathwayCatalogue(cn.linli.platform.config.Configuration tables) {
    return new Catalogue(tables);
  }

  @Bean
  BodyNames bodyNames(Catalogue catalogue) {
    return catalogue::name;
  }

  @Bean
  RouteTable handOver(
      Web web,
      DisputeShown shown,
      Acting acting,
      CaseStates<Dispute> states,
      CaseBundles bundles,
      CaseFiles files,
      Vault vault,
      Catalogue catalogue,
      MongoDatabase database,
      Kinds kinds) {
    var made =
        new HandOverBundles(
            states, bundles, files, vault, new AsItWas(new History(database, kinds)));
    var handing = new Handing(states, acting, made, catalogue);
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .get(
            "/pathways",
            Catalogue.Reply.class,
            Crews.READERS,
            List.of("division", "kind"),
            catalogue::all)
        .about("Which pathways there are, who is responsible, and which a kind may go along.")
        .post("/{id}/hand-over", Bodies.HandOver.class, Crews.PARTIES, handing::handOver)
        .about("Claims go on elsewhere, with a signed bundle of papers.")
        .get("/{id}/hand-over", HandOverReply.class, Crews.READERS, handing::list)
        .about("What went where, what was heard of it, and where the rest may go.")
        .get(
            "/{id}/hand-over/{h}/bundle.zip", Download.class, KEEPERS_AND_RECEIVERS, made::download)
        .about("The papers that go along; the same each time.")
        .post(
            "/{id}/hand-over/{h}/receipt",
            Bodies.Receipt.class,
            PARTIES_AND_RECEIVERS,
            handing::receipt)
        .about("It was sent, received, accepted or rejected.")
        .build();
  }
}
