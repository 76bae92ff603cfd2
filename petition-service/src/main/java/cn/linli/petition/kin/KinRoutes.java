package cn.linli.petition.kin;

import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KinRoutes {

  @Bean
  Neighbourhood neighbourhood(MongoDatabase database) {
    return new Neighbourhood(database);
  }

  @Bean
  Repeats repeats(
      Neighbourhood neighbourhood,
      PetitionStates states,
      Vault vault,
      Reach reach,
      FactsBook facts) {
    return new Repeats(neighbourhood, states, vault, reach, facts);
  }

  @Bean
  RouteTable kin(
      Web web,
      Neighbourhood neighbourhood,
      PetitionStates states,
      Secrets secrets,
      Vault vault,
      Reach reach,
      FactsBook facts,
      PetitionShown shown,
      Clock clock) {
    var merges = new Merges(states, vault, reach, facts);
    var similar = new Similar(neighbourhood, states, secrets.sketch(), vault, reach, clock);
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post("/{id}/merge", Merges.Into.class, Crews.DISPATCHERS, merges::merge)
        .about("One matter, worked on once: code, notices, visit and vote stay its own.")
        .post("/{id}/unmerge", Crews.DISPATCHERS, merges::undo)
        .about("A matter of its own after all: back to where it was, with its own clock.")
        .read("/similar", Draft.class, SimilarReply.class, Crews.FILERS, similar::toDraft)
        .about("What is like a request that is being typed.")
        .get("/{id}/similar", SimilarReply.class, Crews.READERS, similar::toStored)
        .about("What is like a request, by place, category, time and words.")
        .build();
  }
}
