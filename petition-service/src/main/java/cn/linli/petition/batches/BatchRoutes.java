package cn.linli.petition.batches;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.BatchCommand;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BatchRoutes {

  @Bean
  Batch.Kind batchKind() {
    return new Batch.Kind();
  }

  @Bean
  RouteTable batches(
      Web web,
      MongoDatabase database,
      Kinds kinds,
      PetitionStates states,
      Reach reach,
      Vault vault,
      Secrets secrets,
      FactsBook facts,
      Divisions divisions) {
    var shown = new Batches(new StateStore(database, kinds), states, reach, vault);
    var opening = new Opening(vault, secrets.sketch(), facts, divisions);
    return Routes.under("/api/v1/petitions/batches", web)
        .resource(BatchReply.class, shown)
        .post("", Bodies.Open.class, Crews.LOOK_BACK, opening::open)
        .about("One request per defect of a project, each handed to the body responsible.")
        .get("/{id}", BatchReply.class, Crews.READERS, shown::one)
        .about("A project's defects and how they stand.")
        .build();
  }

  @Bean
  RouteTable reinspections(Web web, PetitionShown shown, Acting acting) {
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/reinspect",
            Bodies.Reinspect.class,
            Crews.VISITORS,
            call ->
                acting.act(
                    call,
                    (body, words) ->
                        new BatchCommand.Reinspect(
                            body.passed(), body.reinspectAt(), words.seal(body.note()))))
        .about("Looks at what was done about an item; what failed is opened again.")
        .build();
  }
}
