package cn.linli.petition.whistle;

import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.DEPARTMENT_OFFICER;
import static cn.linli.platform.access.Role.INTEGRATOR;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Codes;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.domain.WhistleCommand.AnswerCall;
import cn.linli.petition.domain.WhistleCommand.Blow;
import cn.linli.petition.domain.WhistleCommand.CallStreet;
import cn.linli.petition.domain.WhistleCommand.CheckIn;
import cn.linli.petition.domain.WhistleCommand.CloseWhistle;
import cn.linli.petition.domain.WhistleCommand.DeclineWhistle;
import cn.linli.petition.domain.WhistleCommand.Report;
import cn.linli.petition.domain.WhistleCommand.Score;
import cn.linli.petition.domain.WhistleCommand.Wanted;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.casework.Words;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WhistleRoutes {

  private static final Roles COMMUNITIES = Roles.by(COMMUNITY_CLERK);
  private static final Roles STREETS = Roles.by(STREET_OFFICER);
  private static final Roles DEPARTMENTS = Roles.by(DEPARTMENT_OFFICER, INTEGRATOR);
  private static final Roles BOTH_SIDES = Roles.by(STREET_OFFICER, DEPARTMENT_OFFICER, INTEGRATOR);

  @Bean
  RouteTable whistle(Web web, PetitionShown shown, Acting acting) {
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/call",
            Bodies.Reason.class,
            COMMUNITIES,
            call -> acting.act(call, (body, words) -> new CallStreet(words.seal(body.reason()))))
        .about("The community calls its street.")
        .post(
            "/{id}/call/answer",
            Bodies.AnswerCall.class,
            STREETS,
            call ->
                acting.act(
                    call,
                    (body, words) -> new AnswerCall(body.answer(), words.sealIfAny(body.reason()))))
        .about("The street will whistle, handles it itself, or declines.")
        .post(
            "/{id}/whistle",
            Bodies.Whistle.class,
            STREETS,
            call -> acting.act(call, (body, words) -> blow(call, words)))
        .about("The street calls departments, each with a limit of its own.")
        .post(
            "/{id}/whistles/{w}/check-in",
            DEPARTMENTS,
            call -> acting.act(call, (body, words) -> new CheckIn(call.path("w"))))
        .about("The department of the token is there.")
        .post(
            "/{id}/whistles/{w}/decline",
            Bodies.Reason.class,
            DEPARTMENTS,
            call ->
                acting.act(
                    call,
                    (body, words) -> new DeclineWhistle(call.path("w"), words.seal(body.reason()))))
        .about("The department of the token is not the one to come, and says why.")
        .post(
            "/{id}/whistles/{w}/report",
            Bodies.Report.class,
            DEPARTMENTS,
            call ->
                acting.act(
                    call, (body, words) -> new Report(call.path("w"), words.seal(body.result()))))
        .about("What the department of the token did.")
        .post(
            "/{id}/whistles/{w}/score",
            Bodies.Score.class,
            BOTH_SIDES,
            call -> acting.act(call, (body, words) -> score(call)))
        .about("The street scores a department, or a department the street, 1 to 5.")
        .post(
            "/{id}/whistles/{w}/close",
            STREETS,
            call -> acting.act(call, (body, words) -> new CloseWhistle(call.path("w"))))
        .about("The joint end, after every report or decline.")
        .build();
  }

  private static PetitionCommand blow(Call<Bodies.Whistle> call, Words words) {
    Bodies.Whistle body = call.body();
    return new Blow(
        call.derivedId("whistle"),
        body.why(),
        body.departments().stream()
            .map(it ->
                new Wanted(
                    Codes.normalised(it.code()),
                    it.reportInWithin() == null ? body.reportInWithin() : it.reportInWithin()))
            .toList(),
        Codes.normalised(body.lead()),
        words.seal(body.reason()));
  }

  private static PetitionCommand score(Call<Bodies.Score> call) {
    Bodies.Score body = call.body();
    String department = body.department();
    String street = body.street();
    return new Score(
        call.path("w"),
        department == null ? null : Codes.normalised(department),
        street == null ? null : Codes.normalised(street),
        body.score());
  }
}
