package cn.linli.petition.erasure;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.RESIDENT;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;

@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ErasureRoutes {

  @Bean
  RouteTable erasure(
      Web web,
      PetitionShown shown,
      Acting acting,
      PetitionStates states,
      Reach reach,
      Vault vault,
      KeyedHash hash,
      Configuration tables,
      CommandGate gate) {
    var erasures = new Erasures(acting, states, reach, vault, hash, tables, gate, web.ids());
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post("/{id}/erase", Bodies.Erase.class, Roles.by(RESIDENT, ADMIN), erasures::one)
        .about("Erases all texts, contacts and files of it for good; its figures stay.")
        .read(
            "/erasures",
            Bodies.ErasePerson.class,
            Bodies.Erasures.class,
            Roles.by(ADMIN),
            erasures::allOf)
        .about("The same for every request that was filed with a phone number.")
        .build();
  }
}
