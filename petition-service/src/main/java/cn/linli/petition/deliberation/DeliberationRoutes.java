package cn.linli.petition.deliberation;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliberationRoutes {

  @Bean
  RouteTable deliberation(
      Web web, PetitionShown shown, Acting acting, Vault vault, FactsBook facts, Reach reach) {
    var reviewing = new Reviewing(vault, facts, reach);
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/deliberate",
            Bodies.Deliberate.class,
            Crews.HANDLERS,
            call -> acting.act(call, Asks::deliberate))
        .about("提事: raises what is to be deliberated on, where and when.")
        .post(
            "/{id}/meeting",
            Bodies.Meeting.class,
            Crews.HANDLERS,
            call -> acting.act(call, Asks::meet))
        .about("议事: who was there and what was resolved; needs the register's quorum.")
        .post(
            "/{id}/consult",
            Bodies.Consult.class,
            Crews.HANDLERS,
            call -> acting.act(call, Asks::consult))
        .about("商事: who was consulted, what came of it, and an agreement if there is one.")
        .post(
            "/{id}/act",
            Bodies.Act.class,
            Crews.HANDLERS,
            call ->
                acting.actOfPetitioner(
                    call,
                    call.body().recordedOnBehalf(),
                    (body, words) -> Asks.act(body, words, call.caller())))
        .about("办事: who is responsible, for what and until when.")
        .post("/{id}/review", Bodies.Review.class, Crews.PETITIONERS, reviewing::review)
        .about("评事: residents of the place judge what was done.")
        .build();
  }
}
