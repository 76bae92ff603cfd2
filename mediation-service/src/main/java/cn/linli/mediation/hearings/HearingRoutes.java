package cn.linli.mediation.hearings;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HearingRoutes {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

  @Bean
  RouteTable sessions(Web web, DisputeShown shown, Acting acting) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/session",
            Bodies.Schedule.class,
            Crews.MEDIATORS,
            call -> acting.act(call, Asks::schedule))
        .about("Calls a session; every party and mediator is told of it.")
        .post(
            "/{id}/session/{n}/reschedule",
            Bodies.Reschedule.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call, (body, brought) -> Asks.reschedule(number(call, "n"), body, brought)))
        .about("Another time or place; everybody is told again.")
        .post(
            "/{id}/session/{n}/notice",
            Bodies.Notice.class,
            Crews.PARTIES,
            call ->
                acting.act(call, (body, brought) -> Asks.notice(number(call, "n"), body, brought)))
        .about("Somebody who was called knows of it.")
        .post(
            "/{id}/session/{n}/record",
            Bodies.Record.class,
            Crews.MEDIATORS,
            call ->
                acting.act(call, (body, brought) -> Asks.record(number(call, "n"), body, brought)))
        .about("Who was there, how it went and what came of it.")
        .build();
  }

  @Bean
  RouteTable talks(Web web, DisputeShown shown, Acting acting) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/helpers",
            Bodies.Helper.class,
            Crews.PARTIES,
            call -> acting.act(call, (body, brought) -> Asks.helper(body, brought, call.caller())))
        .about("Proposes a relative, neighbour or expert who may help if all parties agree.")
        .post(
            "/{id}/helpers/{n}/consent",
            Bodies.Answer.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call, (body, brought) -> Asks.answerHelper(number(call, "n"), body, brought)))
        .about("A party lets the helper take part, or does not.")
        .post(
            "/{id}/caucus",
            Bodies.Caucus.class,
            Crews.MEDIATORS,
            call -> acting.act(call, Asks::caucus))
        .about("Notes a talk with one side; only that side and the panel read it.")
        .post(
            "/{id}/offers",
            Bodies.Offer.class,
            Crews.PARTIES,
            call -> acting.act(call, (body, brought) -> Asks.offer(body, brought, call.caller())))
        .about("An offer, a counter-offer or a new version of one; it never leaves the case.")
        .post(
            "/{id}/undisputed-facts",
            Bodies.Facts.class,
            Crews.MEDIATORS,
            call -> acting.act(call, Asks::draft))
        .about("Puts down facts that no side disputes; a new text is signed anew.")
        .post(
            "/{id}/undisputed-facts/consent",
            Bodies.Answer.class,
            Crews.PARTIES,
            call -> acting.act(call, Asks::answerFacts))
        .about("A party signs the facts as they stand, or does not.")
        .build();
  }

  /** From a path: what can't be a number is not there. */
  private static int number(Call<?> call, String name) {
    String text = call.path(name);
    if (!NUMBER.matcher(text).matches()) {
      throw new ProblemException(Problem.notFound());
    }
    return Integer.parseInt(text);
  }
}
