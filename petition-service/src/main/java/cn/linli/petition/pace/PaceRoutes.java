package cn.linli.petition.pace;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaceRoutes {

  @Bean
  RouteTable pace(Web web, PetitionShown shown, Acting acting) {
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/extend",
            Bodies.Extend.class,
            Crews.HANDLERS,
            call ->
                acting.act(
                    call,
                    (body, words) ->
                        new PetitionCommand.AskExtension(body.until(), words.seal(body.reason()))))
        .about("Asks for more time, once and before it is due.")
        .post(
            "/{id}/extend/decide",
            Bodies.Decide.class,
            Crews.HEADS,
            call ->
                acting.act(
                    call, (body, words) -> new PetitionCommand.DecideExtension(body.granted())))
        .about("Grants or refuses more time; not who asked.")
        .post(
            "/{id}/suspend",
            Bodies.Suspend.class,
            Crews.HANDLERS,
            call ->
                acting.act(
                    call,
                    (body, words) ->
                        new PetitionCommand.AskSuspension(
                            body.until(), words.seal(body.reason()), words.seal(body.plan()))))
        .about("Asks to stop the clock until a date, with a plan.")
        .post(
            "/{id}/suspend/decide",
            Bodies.Decide.class,
            Crews.DISPATCHERS,
            call ->
                acting.act(
                    call, (body, words) -> new PetitionCommand.DecideSuspension(body.granted())))
        .about("Grants or refuses a suspension; not who asked.")
        .post(
            "/{id}/resume",
            Crews.HANDLERS_AND_DESK,
            call -> acting.act(call, (body, words) -> new PetitionCommand.Resume()))
        .about("Goes on before the date.")
        .post(
            "/{id}/remind",
            Crews.FILERS,
            call -> acting.act(call, (body, words) -> new PetitionCommand.Remind()))
        .about("A notice to the handler; counted, changes nothing else.")
        .post(
            "/{id}/supervise",
            Bodies.Supervise.class,
            Crews.DISPATCHERS,
            call ->
                acting.act(
                    call,
                    (body, words) -> new PetitionCommand.Supervise(body.kind().wire(), body.due())))
        .about("A formal order of the level above with a due date of its own.")
        .build();
  }
}
