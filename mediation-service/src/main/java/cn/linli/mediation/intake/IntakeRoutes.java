package cn.linli.mediation.intake;

import cn.linli.events.mediation.Bench;
import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Benches;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.commit.Command;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeRoutes {

  @Bean
  Filing filing(
      Vault vault, KeyedHash hash, Secrets secrets, FactsBook facts, Attachments attachments) {
    return new Filing(vault, hash, secrets.sketch(), facts, attachments);
  }

  @Bean
  RouteTable intake(Web web, DisputeShown shown, Filing filing, Acting acting, Benches benches) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post("", DisputeFiled.class, Crews.FILERS, filing::file)
        .about("Files a dispute, also of one party alone.")
        .post(
            "/{id}/accept",
            Bodies.Accept.class,
            Crews.MEDIATORS,
            call -> accept(call, acting, benches))
        .about("Takes it in hand and gives it the committee's next number.")
        .post(
            "/{id}/refuse",
            Bodies.Refuse.class,
            Crews.MEDIATORS,
            call -> acting.act(call, (body, brought) -> new DisputeCommand.Refuse(body.code())))
        .about("Says why it is not for mediation; the reply names the right channel.")
        .post(
            "/{id}/transfer",
            Bodies.Transfer.class,
            Crews.MEDIATORS_AND_GUIDES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DisputeCommand.Transfer(
                            benches.named(body.committee()), brought.sealIfAny(body.reason()))))
        .about("To a committee of another level, or another one of the same.")
        .post(
            "/{id}/attachments",
            Bodies.Files.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DisputeCommand.AddFiles(brought.files(body.attachments()))))
        .about("Adds files to the case.")
        .build();
  }

  private static Command accept(Call<Bodies.Accept> call, Acting acting, Benches benches) {
    String committee = committee(call.body().committee(), call.caller());
    if (committee == null) {
      return acting.act(call, (body, brought) -> new DisputeCommand.Accept(null, null));
    }
    Bench bench = benches.named(committee);
    return acting.accept(call, bench, number -> new DisputeCommand.Accept(bench, number));
  }

  /** Peacemakers of a building are no committee. */
  private static @Nullable String committee(@Nullable String named, Caller caller) {
    if (caller.is(Role.BUILDING_LEAD)) {
      return null;
    }
    if (named != null) {
      return named;
    }
    return caller.organisation() == null ? caller.scope().value() : caller.organisation();
  }
}
