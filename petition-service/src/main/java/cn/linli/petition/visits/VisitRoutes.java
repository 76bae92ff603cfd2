package cn.linli.petition.visits;

import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.Reach;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitRoutes {

  @Bean
  RouteTable visits(Web web, PetitionStates states, Reach reach, Vault vault) {
    var list = new VisitList(states, reach, vault);
    return Routes.under("/api/v1/visits", web)
        .list("", VisitDue.class, Crews.VISITORS, List.of("division"), list::page)
        .about("Whom to ask, in the order the requests came in; one leaves it with its vote.")
        .build();
  }
}
