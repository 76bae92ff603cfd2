package cn.linli.mediation.agreements;

import cn.linli.events.mediation.SigningManner;
import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.casework.Terms;
import cn.linli.mediation.domain.AgreementCommand;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgreementRoutes {

  @Bean
  RouteTable agreements(Web web, DisputeShown shown, Acting acting) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/agreement",
            Bodies.Agreement.class,
            Crews.MEDIATORS,
            call -> acting.act(call, (body, brought) -> agree(call, brought)))
        .about(
            "The mediators write down what was agreed; an oral agreement binds at once, a written one"
                + " with the last signature and the seal.")
        .post(
            "/{id}/agreements/{a}/sign",
            Bodies.Sign.class,
            Crews.PARTIES,
            call -> acting.act(call, (body, brought) -> sign(call, brought)))
        .about("A party it binds or a mediator puts a name under it.")
        .post(
            "/{id}/agreements/{a}/seal",
            NoBody.class,
            Roles.by(Role.COMMITTEE_HEAD),
            call -> acting.act(call, (body, brought) -> new AgreementCommand.Seal(call.path("a"))))
        .about("The head of the committee seals it.")
        .build();
  }

  private static DisputeCommand agree(Call<Bodies.Agreement> call, Acting.Brought brought) {
    Bodies.Agreement body = call.body();
    List<String> answersFor = orEmpty(body.responsibilities());
    return new AgreementCommand.Agree(
        call.derivedId("agreement"),
        body.form(),
        brought.sealIfAny(body.facts()),
        brought.sealIfAny(body.issues()),
        brought.sealIfAny(String.join("\n", answersFor)),
        orEmpty(body.items()).stream().map(item -> item(item, brought)).toList(),
        orEmpty(body.claims()),
        Boolean.TRUE.equals(body.partial()),
        orEmpty(body.determines()));
  }

  private static AgreementCommand.Item item(Bodies.Item item, Acting.Brought brought) {
    String content = Objects.requireNonNullElse(item.content(), "");
    String manner = Objects.requireNonNullElse(item.manner(), "");
    Due due = item.due();
    return new AgreementCommand.Item(
        item.obligor(),
        item.obligee(),
        brought.sealRecord(new Terms(content, item.amountFen(), manner, item.place())),
        !content.isBlank(),
        !manner.isBlank(),
        item.amountFen(),
        due == null ? null : due.at());
  }

  private static DisputeCommand sign(Call<Bodies.Sign> call, Acting.Brought brought) {
    Bodies.Sign body = call.body();
    var manner = Objects.requireNonNullElse(body.manner(), SigningManner.SIGNATURE);
    var voice = brought.voice(body.party(), body.recordedOnBehalf());
    boolean mediator = body.mediator() != null || body.party() == null && mediates(call.caller());
    return mediator
        ? new AgreementCommand.SignAsMediator(
            call.path("a"), body.mediator(), voice.recorded(), manner)
        : new AgreementCommand.Sign(voice, call.path("a"), manner);
  }

  /** Who names nobody signs as what they are. */
  private static boolean mediates(Caller caller) {
    return caller.is(Role.MEDIATOR, Role.COMMITTEE_HEAD, Role.BUILDING_LEAD);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
