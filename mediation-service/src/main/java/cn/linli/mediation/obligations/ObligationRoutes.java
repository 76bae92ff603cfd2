package cn.linli.mediation.obligations;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.domain.AgreementCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ObligationRoutes {

  @Bean
  RouteTable obligations(Web web, DisputeShown shown, Acting acting) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/obligations/{o}/perform",
            Bodies.Perform.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AgreementCommand.Perform(
                            call.path("o"),
                            brought.sealIfAny(body.note()),
                            brought.files(body.attachments()))))
        .about("The party it is owed to has it, or the mediators saw it done.")
        .post(
            "/{id}/obligations/{o}/miss",
            Bodies.Miss.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AgreementCommand.Miss(call.path("o"), brought.sealIfAny(body.note()))))
        .about("It was due and is not done: the agreement is breached.")
        .post(
            "/{id}/return-visit",
            Bodies.ReturnVisit.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AgreementCommand.ReturnVisit(
                            body.agreement(),
                            body.party(),
                            body.performed(),
                            body.satisfied(),
                            Boolean.TRUE.equals(body.again()),
                            brought.seal(body.note()))))
        .about("The mediators ask a party how it stands.")
        .post(
            "/{id}/close",
            Bodies.CloseFile.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AgreementCommand.CloseFile(brought.sealIfAny(body.note()))))
        .about("Closes the file: performed, remedies told, or ended without an agreement.")
        .build();
  }
}
