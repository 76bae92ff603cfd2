package cn.linli.petition.referral;

import cn.linli.events.petition.ReferralNoteEvent;
import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.domain.ReferralCommand.OfferToVolunteers;
import cn.linli.petition.domain.ReferralCommand.ReferToMediation;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.Words;
import cn.linli.platform.reaction.ReactionLog;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReferralRoutes {

  @Bean
  ReactionLog<ReferralNoteEvent> referralLog() {
    return ReferralReaction.NOTES;
  }

  @Bean
  RouteTable referral(Web web, PetitionShown shown, Acting acting) {
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/refer-to-mediation",
            Bodies.ReferToMediation.class,
            Crews.HANDLERS,
            call -> acting.act(call, (body, words) -> refer(call, words)))
        .about("To mediators, with the consent of both sides; never an administrative dispute.")
        .post(
            "/{id}/offer-to-volunteers",
            Bodies.OfferToVolunteers.class,
            Crews.HANDLERS,
            call ->
                acting.act(
                    call,
                    (body, words) ->
                        new OfferToVolunteers(
                            call.derivedId("referral"),
                            body.service(),
                            body.minutes(),
                            body.needed())))
        .about("To volunteers of the time bank.")
        .build();
  }

  /** Not under the paths that the gateway forwards: services meet here, nobody else. */
  @Bean
  RouteTable referredContacts(Web web, PetitionStates states, Vault vault) {
    return Routes.under("/api/v1/internal/petitions", web)
        .read(
            "/{id}/referrals/{referral}/contacts",
            Bodies.Fetch.class,
            Bodies.Fetched.class,
            Roles.by(Role.SERVICE),
            new Contacts(states, vault)::fetch)
        .about("Names of the sides, for the service that mediates between them; logged.")
        .build();
  }

  private static PetitionCommand refer(Call<Bodies.ReferToMediation> call, Words words) {
    Bodies.ReferToMediation body = call.body();
    String evidence = body.recordedOnBehalf() == null ? null : body.recordedOnBehalf().evidence();
    return new ReferToMediation(
        call.derivedId("referral"),
        body.parties().size(),
        body.consents().givenBy(body.parties()),
        words.seal(null, new Bodies.SealedParties(body.parties(), evidence)));
  }
}
