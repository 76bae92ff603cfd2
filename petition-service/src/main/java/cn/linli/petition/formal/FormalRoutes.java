package cn.linli.petition.formal;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Codes;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.FormalCommand;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.casework.Words;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FormalRoutes {

  @Bean
  Opinions opinions(PetitionStates states, Reach reach, Vault vault, Divisions divisions) {
    return new Opinions(states, reach, new OpinionPaper(vault, divisions));
  }

  @Bean
  RouteTable formal(Web web, PetitionShown shown, Acting acting, Opinions opinions) {
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/transfer",
            Bodies.Transfer.class,
            Crews.OFFICES,
            call ->
                acting.act(
                    call,
                    (body, words) ->
                        new FormalCommand.Transfer(
                            Codes.normalised(body.organisation()), body.due())))
        .about("To the body with the power to decide; with a limit of its own: assigned.")
        .post(
            "/{id}/notice",
            Bodies.Notice.class,
            Crews.OFFICES,
            call -> acting.act(call, FormalRoutes::notice))
        .about("A written notice that the act prescribes was served, or could not be.")
        .post(
            "/{id}/opinion",
            Bodies.Opinion.class,
            Crews.OFFICES,
            call -> acting.act(call, FormalRoutes::opinion))
        .about("The written opinion: it answers the petition.")
        .get("/{id}/opinion.pdf", Download.class, Crews.READERS, opinions::pdf)
        .about("The latest written opinion as PDF; the same opinion has the same bytes.")
        .post(
            "/{id}/review-request",
            Bodies.ReviewRequest.class,
            Crews.PETITIONERS,
            call ->
                acting.actOfPetitioner(
                    call,
                    call.body().recordedOnBehalf(),
                    (body, words) ->
                        new FormalCommand.RequestReview(
                            body.stage(), words.sealIfAny(body.reason()))))
        .about("The petitioner asks the next higher body for a review or a re-review.")
        .post(
            "/{id}/hearing",
            Bodies.Hearing.class,
            Crews.OFFICES,
            call ->
                acting.act(
                    call,
                    (body, words) ->
                        new FormalCommand.Hear(
                            body.phase() == null ? null : body.phase() == Bodies.Phase.BEGINS)))
        .about("A hearing begins or ends; its days are left out of a re-review's limit.")
        .post(
            "/{id}/review/decide",
            Bodies.ReviewDecision.class,
            Crews.OFFICES,
            call ->
                acting.act(
                    call,
                    (body, words) ->
                        new FormalCommand.DecideReview(
                            body.result(), words.sealIfAny(body.opinion()))))
        .about("The reviewing body upholds or changes the answer.")
        .post(
            "/{id}/recuse",
            Bodies.Recusal.class,
            Crews.OFFICES,
            call ->
                acting.act(
                    call,
                    (body, words) -> new FormalCommand.Recuse(words.sealIfAny(body.reason()))))
        .about("Whoever has an interest in the matter withdraws; a colleague goes on.")
        .build();
  }

  private static PetitionCommand notice(Bodies.Notice body, Words words) {
    return new FormalCommand.ServeNotice(
        body.kind(),
        body.way(),
        body.receivedAt(),
        body.impossible() == null ? null : body.impossible().wire());
  }

  private static PetitionCommand opinion(Bodies.Opinion body, Words words) {
    return new FormalCommand.IssueOpinion(
        body.result(),
        body.settlement(),
        words.seal(body.claims()),
        words.seal(body.facts()),
        words.seal(body.opinion()),
        words.seal(body.basis()));
  }
}
