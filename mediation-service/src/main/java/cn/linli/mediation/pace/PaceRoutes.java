package cn.linli.mediation.pace;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Acting.Brought;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.domain.EndReason;
import cn.linli.mediation.domain.PaceCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaceRoutes {

  @Bean
  RouteTable pace(Web web, DisputeShown shown, Acting acting) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/court-receipt",
            Bodies.CourtReceipt.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new PaceCommand.SignCourtReceipt(
                            body.procedure().basis(),
                            body.receivedAt(),
                            brought.seal(body.court()))))
        .about("A mediator signs for what a court handed over: its 30, 15 or 7 days run from then.")
        .post(
            "/{id}/extend",
            Bodies.Extend.class,
            Crews.PARTIES,
            call -> acting.act(call, (body, brought) -> extend(body, brought, call.caller())))
        .about("Asks all parties for more time.")
        .post(
            "/{id}/extend/consent",
            Bodies.Answer.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new PaceCommand.AnswerLonger(
                            brought.voice(body.party(), body.recordedOnBehalf()), body.given())))
        .about("A party agrees to more time or does not; with the last one time is longer.")
        .post(
            "/{id}/fail",
            Bodies.Fail.class,
            Crews.MEDIATORS,
            call -> acting.act(call, PaceRoutes::fail))
        .about("Mediation ends without an agreement; the other remedies are told.")
        .build();
  }

  /** A mediator who names no party asks for the mediators. */
  private static DisputeCommand extend(Bodies.Extend body, Brought brought, Caller caller) {
    boolean mediators =
        body.party() == null
            && body.recordedOnBehalf() == null
            && caller.is(Role.MEDIATOR, Role.COMMITTEE_HEAD, Role.BUILDING_LEAD);
    String reasonRef = brought.seal(body.reason());
    return mediators
        ? new PaceCommand.AskLonger(body.until(), reasonRef)
        : new PaceCommand.WantLonger(
            brought.voice(body.party(), body.recordedOnBehalf()), body.until(), reasonRef);
  }

  private static DisputeCommand fail(Bodies.Fail body, Brought brought) {
    var code = EndReason.ofWire(body.reason());
    String words =
        Stream.of(code.isPresent() ? null : body.reason(), body.note())
            .filter(it -> it != null && !it.isBlank())
            .collect(Collectors.joining("\n"));
    return new PaceCommand.Fail(code.orElse(EndReason.NO_AGREEMENT), brought.sealIfAny(words));
  }
}
