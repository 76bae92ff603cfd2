package cn.linli.petition.intake;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.ExternalIds;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.kin.Repeats;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeRoutes {

  @Bean
  Submitting submitting(
      Vault vault,
      KeyedHash hash,
      Secrets secrets,
      FactsBook facts,
      ExternalIds externalIds,
      PetitionStates states,
      Attachments attachments,
      Repeats repeats) {
    return new Submitting(
        vault, hash, secrets.sketch(), facts, externalIds, states, attachments, repeats);
  }

  @Bean
  RouteTable intake(Web web, PetitionShown shown, Submitting submitting, Acting acting) {
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post("", Submission.class, Crews.FILERS, submitting::submit)
        .about("Files a request.")
        .post(
            "/{id}/relocate",
            Relocation.class,
            Crews.PLACERS,
            call ->
                acting.act(
                    call, (body, words) -> new PetitionCommand.Relocate(body.division().value())))
        .about("Out of quarantine, or to another place: its figures move with it.")
        .build();
  }
}
