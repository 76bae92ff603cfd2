package cn.linli.mediation.claims;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Acting.Brought;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.AssessmentCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClaimRoutes {

  @Bean
  RouteTable claims(Web web, DisputeShown shown, Acting acting) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/claims/{c}/assess",
            Bodies.Assess.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AssessmentCommand.Assess(
                            call.path("c"),
                            body.supported(),
                            brought.seal(body.reason()),
                            plan(body.plan(), brought))))
        .about("Judges one claim with a reason; one without support gets a plan to explain it.")
        .post(
            "/{id}/claims/{c}/explanation",
            Bodies.Plan.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AssessmentCommand.PlanExplanation(
                            call.path("c"), planned(body, brought))))
        .about("What is explained to who raised the claim, by whom and when.")
        .post(
            "/{id}/claims/{c}/explained",
            Bodies.Explained.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AssessmentCommand.Explain(
                            call.path("c"), brought.seal(body.note()), body.understood())))
        .about("It was explained.")
        .post(
            "/{id}/claims/{c}/withdraw",
            Bodies.Withdraw.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new AssessmentCommand.WithdrawClaim(
                            brought.voice(body.party(), body.recordedOnBehalf()), call.path("c"))))
        .about("A party takes back one of its claims.")
        .build();
  }

  private static AssessmentCommand.@Nullable Plan plan(
      Bodies.@Nullable Plan body, Brought brought) {
    return body == null ? null : planned(body, brought);
  }

  private static AssessmentCommand.Plan planned(Bodies.Plan body, Brought brought) {
    return new AssessmentCommand.Plan(
        brought.sealRecord(new Sealed.ExplanationPlan(body.what(), body.by())), body.at());
  }
}
