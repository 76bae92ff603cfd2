package cn.linli.petition.queries;

import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.ExternalIds;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.casework.HistoryReply;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueryRoutes {

  @Bean
  Lists lists(
      PetitionStates states,
      ExternalIds externalIds,
      Vault vault,
      FactsBook facts,
      Reach reach,
      Clock clock) {
    return new Lists(states, new ListFilter(reach), externalIds, vault, facts, reach, clock);
  }

  @Bean
  RouteTable queries(
      Web web,
      PetitionShown shown,
      Lists lists,
      History history,
      PetitionStates states,
      Reach reach,
      Vault vault) {
    var histories = new PetitionHistories(history, states, reach, vault);
    var unmasking = new Unmasking(states, reach, vault);
    return Routes.under("/api/v1/petitions", web)
        .get(
            "/{id}",
            PetitionReply.class,
            Crews.READERS,
            query -> shown.one(PetitionStream.fromPath(query.path("id")), query.caller()))
        .about("One request, masked.")
        .get(
            "/{id}/history",
            HistoryReply.class,
            Crews.READERS,
            List.of("limit", "after"),
            histories::of)
        .about("Everything that happened to it, oldest first.")
        .list("", PetitionItem.class, Crews.READERS, ListFilter.PARAMETERS, lists::page)
        .about("Requests in the order they came in, or with sort=newest the other way round.")
        .read(
            "/{id}/unmask",
            Unmasking.Reason.class,
            Unmasking.Unmasked.class,
            Crews.HANDLERS_AND_DESK,
            unmasking::unmask)
        .about("Name, phone and address in clear; logged with the reason.")
        .build();
  }
}
