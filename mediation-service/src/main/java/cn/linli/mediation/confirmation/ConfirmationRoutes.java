package cn.linli.mediation.confirmation;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.domain.AgreementCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConfirmationRoutes {

  private static final String COURT = "court";

  @Bean
  RouteTable confirmation(Web web, DisputeShown shown, Acting acting, KeyedHash hash) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/agreements/{a}/confirmation/apply",
            Bodies.Apply.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AgreementCommand.JoinConfirmation(
                            brought.voice(body.party(), body.recordedOnBehalf()),
                            call.path("a"),
                            brought.seal(body.court().strip()),
                            hash.of(COURT, body.court().strip()))))
        .about("A party applies for the court's confirmation; it stands once all have applied.")
        .post(
            "/{id}/agreements/{a}/confirmation/decide",
            Bodies.Decide.class,
            Crews.MEDIATORS_AND_GUIDES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AgreementCommand.DecideConfirmation(
                            call.path("a"),
                            body.confirmed(),
                            brought.sealIfAny(body.caseNumber()),
                            brought.sealIfAny(body.reason()))))
        .about("What the court decided.")
        .build();
  }
}
