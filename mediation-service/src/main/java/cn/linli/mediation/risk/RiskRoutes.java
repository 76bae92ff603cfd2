package cn.linli.mediation.risk;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.domain.RiskCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.access.Role;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RiskRoutes {

  @Bean
  RouteTable risk(Web web, DisputeShown shown, Acting acting) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/danger",
            Bodies.Danger.class,
            Crews.MEDIATORS_AND_GUIDES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new RiskCommand.NoteDanger(body.signs(), brought.seal(body.note()))))
        .about("Signs that somebody may come to harm; the grade of risk follows.")
        .post(
            "/{id}/repeat",
            Bodies.Repeat.class,
            Crews.MEDIATORS_AND_GUIDES,
            call -> acting.act(call, (body, brought) -> new RiskCommand.NoteRepeat(body.dispute())))
        .about("The same sides had a dispute before.")
        .post(
            "/{id}/police-report",
            Bodies.PoliceReport.class,
            Crews.MEDIATORS_AND_GUIDES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new RiskCommand.ReportToPolice(
                            body.body(), body.reportedAt(), brought.seal(body.note()))))
        .about("Writes down that danger was reported to the police.")
        .post(
            "/{id}/risk/acknowledge",
            NoBody.class,
            Roles.by(Role.DISTRICT_OFFICER),
            call -> acting.act(call, (body, brought) -> new RiskCommand.AcknowledgeRisk()))
        .about("The district has seen what was raised to it.")
        .build();
  }
}
