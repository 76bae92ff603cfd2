package cn.linli.mediation.consent;

import cn.linli.events.mediation.PartyType;
import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.access.Role;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentRoutes {

  @Bean
  RouteTable consent(Web web, DisputeShown shown, Acting acting, KeyedHash hash) {
    var codes = new Invitation.Codes(hash);
    return Routes.under("/api/v1/disputes", web)
        .resource(Invitation.class, codes)
        .post(
            "/{id}/parties/{party}/code",
            NoBody.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DisputeCommand.Invite(
                            call.path("party"),
                            codes.mark(DisputeStream.fromPath(call.path("id")), codes.code(call)))))
        .about("Makes the code by which a party takes its own seat; told once.")
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/parties/{party}/name",
            Bodies.Named.class,
            Crews.MEDIATORS,
            call ->
                acting.act(call, (body, brought) -> named(call.path("party"), body, brought, hash)))
        .about("Says who a party is; a referral tells no names.")
        .post(
            "/{id}/join",
            Bodies.Join.class,
            Roles.by(Role.RESIDENT),
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DisputeCommand.Join(
                            codes.mark(DisputeStream.fromPath(call.path("id")), body.code()))))
        .about("Takes a party's seat with the code that was handed over.")
        .post(
            "/{id}/consent",
            Bodies.Consent.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DisputeCommand.Answer(
                            brought.voice(body.party(), body.recordedOnBehalf()), body.given())))
        .about("A party consents to mediation, or leaves with its claims.")
        .post(
            "/{id}/leave",
            Bodies.Leave.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DisputeCommand.Leave(
                            brought.voice(body.party(), body.recordedOnBehalf()),
                            brought.seal(body.reason()))))
        .about("A party stops; its claims leave with it.")
        .post(
            "/{id}/withdraw",
            Bodies.Withdraw.class,
            Crews.PARTIES,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DisputeCommand.Withdraw(
                            brought.voice(body.party(), body.recordedOnBehalf()))))
        .about("An applicant takes back what it asked for.")
        .build();
  }

  private static DisputeCommand named(
      String party, Bodies.Named body, Acting.Brought brought, KeyedHash hash) {
    PersonMark person =
        body.phone() == null || body.phone().isBlank()
            ? null
            : PersonMark.ofPhone(hash, body.phone());
    return new DisputeCommand.Describe(
        party,
        body.type() == null ? PartyType.PERSON : body.type(),
        brought
            .words()
            .seal(person, new Sealed.Person(body.name(), body.phone(), body.representative())),
        body.organisation(),
        body.representative() != null,
        person == null ? null : person.value());
  }
}
