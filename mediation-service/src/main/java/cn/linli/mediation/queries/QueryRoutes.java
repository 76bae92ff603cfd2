package cn.linli.mediation.queries;

import cn.linli.mediation.casework.Benches;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.HistoryReply;
import cn.linli.platform.journal.History;
import cn.linli.platform.search.WordSearch;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueryRoutes {

  @Bean
  DisputeLists disputeLists(
      MongoDatabase database,
      CaseStates<Dispute> states,
      Vault vault,
      Secrets secrets,
      Benches benches) {
    var search =
        new WordSearch<>(
            database, states, secrets.sketch(), dispute -> dispute.filed().receivedAt());
    return new DisputeLists(states, vault, search, benches);
  }

  @Bean
  RouteTable queries(
      Web web,
      DisputeShown shown,
      DisputeLists lists,
      History history,
      CaseStates<Dispute> states,
      Vault vault) {
    var histories = new DisputeHistories(history, states, vault);
    var unmasking = new Unmasking(states, vault);
    return Routes.under("/api/v1/disputes", web)
        .get(
            "/{id}",
            DisputeReply.class,
            Crews.READERS,
            query -> shown.one(DisputeStream.fromPath(query.path("id")), query.caller()))
        .about("One dispute, masked.")
        .get(
            "/{id}/history",
            HistoryReply.class,
            Crews.READERS,
            List.of("limit", "after"),
            histories::of)
        .about("Everything that happened to it, oldest first.")
        .list("", DisputeItem.class, Crews.READERS, ListFilter.PARAMETERS, lists::page)
        .about("Disputes in the order they came in.")
        .read(
            "/{id}/unmask",
            Unmasking.Reason.class,
            Unmasking.Unmasked.class,
            Crews.MEDIATORS_AND_GUIDES,
            unmasking::unmask)
        .about("Names and phones in clear; logged with the reason.")
        .build();
  }

  @Bean
  RouteTable desk(Web web, CaseStates<Dispute> states, DisputeLists lists) {
    var desk = new Desk(states, lists);
    return Routes.under("/api/v1/desk", web)
        .get("", Desk.DeskReply.class, Crews.READERS, desk::of)
        .about("What waits for me.")
        .build();
  }
}
