package cn.linli.petition.closing;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.Mains;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClosingRoutes {

  @Bean
  RouteTable closing(Web web, PetitionShown shown, Acting acting, Mains mains) {
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/visit",
            Bodies.Visit.class,
            Crews.VISITORS,
            call -> acting.act(call, Asks::visit))
        .about("What the petitioner said when asked, or that nobody was reached.")
        .post(
            "/{id}/rate",
            Bodies.Rate.class,
            Crews.PETITIONERS,
            call ->
                acting.actOfPetitioner(
                    call,
                    call.body().recordedOnBehalf(),
                    (body, words) ->
                        mains.rating(
                            PetitionStream.fromPath(call.path("id")), Asks.rate(body, words))))
        .about("The petitioner's own word.")
        .post(
            "/{id}/thanks",
            Bodies.Thanks.class,
            Crews.FILERS,
            call -> acting.act(call, Asks::thank))
        .about("Thanks, for instance a banner.")
        .post(
            "/{id}/close",
            Bodies.Close.class,
            Crews.VISITORS,
            call ->
                acting.act(
                    call,
                    (body, words) -> new PetitionCommand.Close(words.sealIfAny(body.reason()))))
        .about("Behind the gate: visited, rated, or not reached often enough.")
        .post(
            "/{id}/reopen",
            Bodies.Reopen.class,
            Crews.PETITIONERS,
            call -> acting.act(call, Asks::reopen))
        .about("A new round, within the window.")
        .post(
            "/{id}/withdraw",
            Bodies.Withdraw.class,
            Crews.PETITIONERS,
            call ->
                acting.actOfPetitioner(
                    call,
                    call.body().recordedOnBehalf(),
                    (body, words) -> new PetitionCommand.Withdraw()))
        .about("The petitioner takes it back.")
        .build();
  }
}
