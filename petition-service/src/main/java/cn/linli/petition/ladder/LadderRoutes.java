package cn.linli.petition.ladder;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Codes;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.casework.Words;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LadderRoutes {

  /** 信访工作条例 §23 asks for detailed reasons; fewer characters say nothing (project decision). */
  private static final int DETAILED_CHARACTERS_MIN = 10;

  @Bean
  RouteTable ladder(Web web, PetitionShown shown, Acting acting) {
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/escalate",
            Bodies.Reason.class,
            Crews.HANDLERS,
            call ->
                acting.act(
                    call, (body, words) -> new PetitionCommand.Escalate(words.seal(body.reason()))))
        .about("One rung up.")
        .post(
            "/{id}/send-back",
            Bodies.Reason.class,
            Crews.DISPATCHERS,
            call ->
                acting.act(
                    call, (body, words) -> new PetitionCommand.SendBack(words.seal(body.reason()))))
        .about("One rung down, at most twice.")
        .post(
            "/{id}/dispatch",
            Bodies.Dispatch.class,
            Crews.DISPATCHERS,
            call -> acting.act(call, LadderRoutes::dispatch))
        .about("To the body responsible, which leads from then on.")
        .post(
            "/{id}/co-handlers",
            Bodies.CoHandlers.class,
            Crews.DISPATCHERS,
            call ->
                acting.act(
                    call,
                    (body, words) ->
                        new PetitionCommand.AddCoHandlers(
                            body.organisations().stream().map(Codes::normalised).toList())))
        .about("Bodies that help without leading.")
        .post(
            "/{id}/return",
            Bodies.Reason.class,
            Crews.HANDLERS,
            call -> acting.act(call, (body, words) -> askReturn(body.reason(), words)))
        .about("Not mine: the dispatcher decides.")
        .post(
            "/{id}/return/decide",
            Bodies.DecideReturn.class,
            Crews.DISPATCHERS,
            call -> acting.act(call, LadderRoutes::decideReturn))
        .about("Grants or refuses a return; may name a body for good.")
        .build();
  }

  private static PetitionCommand askReturn(String reason, Words words) {
    boolean detailed =
        reason.strip().codePointCount(0, reason.strip().length()) >= DETAILED_CHARACTERS_MIN;
    return new PetitionCommand.AskReturn(words.seal(reason), detailed);
  }

  private static PetitionCommand dispatch(Bodies.Dispatch body, Words words) {
    String organisation = body.organisation();
    return new PetitionCommand.Dispatch(
        organisation == null ? null : Codes.normalised(organisation),
        body.due(),
        Boolean.TRUE.equals(body.complex()));
  }

  private static PetitionCommand decideReturn(Bodies.DecideReturn body, Words words) {
    Bodies.Designation designate = body.designate();
    String to = designate == null ? null : designate.body();
    return new PetitionCommand.DecideReturn(
        body.granted(),
        to == null ? null : Codes.normalised(to),
        designate != null && designate.holder());
  }
}
