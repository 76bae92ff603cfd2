package cn.linli.mediation.erasure;

import static cn.linli.platform.access.Role.ADMIN;

import cn.linli.events.mediation.ErasureGround;
import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ErasureRoutes {

  /**
   * @param reason why, in words: on record with who asked
   * @param ground null: on request of a person
   */
  record Erase(@NotBlank @Size(max = 500) String reason, @Nullable ErasureGround ground) {}

  @Bean
  RouteTable erasure(
      Web web,
      DisputeShown shown,
      Acting acting,
      CaseStates<Dispute> states,
      Vault vault,
      Keeping keeping) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/erase",
            Erase.class,
            Roles.by(ADMIN),
            call -> erase(call, acting, states, vault, keeping))
        .about("Erases all texts, names and files of it for good; its figures stay.")
        .build();
  }

  /** Who asked and why is written down first; then the command deletes the keys as it commits. */
  private static Command erase(
      Call<Erase> call, Acting acting, CaseStates<Dispute> states, Vault vault, Keeping keeping) {
    StreamId stream = DisputeStream.fromPath(call.path("id"));
    if (Reach.open(states.find(stream), call.caller()).isEmpty()) {
      throw new ProblemException(Problem.notFound());
    }
    vault.logErasure(stream, call.caller().by(), call.body().reason(), call.correlation());
    return acting.act(
        call,
        (body, brought) -> {
          brought.words().beside(Vault.erasure(stream));
          return new DisputeCommand.Erase(
              Objects.requireNonNullElse(body.ground(), ErasureGround.REQUEST), keeping.months());
        });
  }
}
