package cn.linli.timebank.clearing;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.ANALYST;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.CITY_OFFICER;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.journal.History;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.domain.clearing.Pair;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClearingRoutes {

  private static final Roles READERS =
      Roles.by(
          BANK_CLERK,
          COMMUNITY_CLERK,
          STREET_OFFICER,
          DISTRICT_OFFICER,
          CITY_OFFICER,
          AUDITOR,
          ANALYST,
          ADMIN);

  @Bean
  PairCases pairCases() {
    return new PairCases();
  }

  @Bean
  CaseStates<Pair> pairStates(MongoDatabase database, Kinds kinds, PairCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  RouteTable clearing(Web web, CaseStates<Pair> pairs, History history) {
    var positions = new Positions(pairs, new PairBook(history));
    return Routes.under("/api/v1/bank/clearing", web)
        .get("", ClearingReply.class, READERS, List.of("division", "from", "to"), positions::of)
        .about("What communities gave each other in a period; the positions of a tier sum to 0.")
        .build();
  }
}
