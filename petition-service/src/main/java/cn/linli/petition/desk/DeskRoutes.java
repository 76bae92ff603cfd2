package cn.linli.petition.desk;

import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.Reach;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskRoutes {

  @Bean
  RouteTable desk(Web web, PetitionStates states, Reach reach, Vault vault) {
    var desk = new Desk(states, reach, vault);
    return Routes.under("/api/v1/desk", web)
        .get("", DeskReply.class, Crews.READERS, desk::of)
        .about("What waits for me.")
        .build();
  }
}
