package cn.linli.timebank.exchange;

import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.NeedFiled;
import cn.linli.events.timebank.ExchangeEvent.OfferMade;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Streams;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.exchange.Need;
import cn.linli.timebank.domain.exchange.NeedRules;
import cn.linli.timebank.domain.exchange.Offer;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Verdicts;
import cn.linli.timebank.volunteering.Volunteers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From calls on needs and offers to commands. */
final class NeedActing {

  private final Vault vault;
  private final CaseStates<Need> needs;
  private final CaseStates<Offer> offers;

  NeedActing(Vault vault, CaseStates<Need> needs, CaseStates<Offer> offers) {
    this.vault = vault;
    this.needs = needs;
    this.offers = offers;
  }

  /** What the house files itself it has looked at; everything else waits for an audit. */
  Command file(Call<Bodies.FileNeed> call) {
    Bodies.FileNeed body = call.body();
    StreamId stream = new StreamId(ExchangeCases.NEED, call.derivedId("need"));
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    String said = words.seal(body.words());
    if (body.recordedOnBehalf() != null) {
      words.seal(body.recordedOnBehalf().evidence());
    }
    boolean recorded = body.recordedOnBehalf() != null;
    return opening(
        call,
        stream,
        body.account(),
        words,
        (who, streams) -> {
          Actor actor = Actors.of(call.caller());
          var filed =
              new NeedFiled(
                  stream.key(),
                  who.account(),
                  who.division(),
                  body.service(),
                  body.minutes(),
                  body.until(),
                  said,
                  recorded && !who.isActor(actor),
                  false);
          return NeedRules.file(filed, who, recorded, actor, streams.at());
        });
  }

  Command offer(Call<Bodies.MakeOffer> call) {
    Bodies.MakeOffer body = call.body();
    StreamId stream = new StreamId(ExchangeCases.OFFER, call.derivedId("offer"));
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    String said = words.sealIfAny(body.words());
    if (body.recordedOnBehalf() != null) {
      words.seal(body.recordedOnBehalf().evidence());
    }
    return opening(
        call,
        stream,
        body.account(),
        words,
        (who, _) ->
            NeedRules.offer(
                new OfferMade(
                    stream.key(),
                    who.account(),
                    who.division(),
                    body.services().stream().distinct().toList(),
                    said),
                who,
                body.recordedOnBehalf() != null,
                Actors.of(call.caller())));
  }

  /** What is asked about the holder of a passbook. */
  @FunctionalInterface
  private interface Asking {
    Decision<ExchangeEvent> of(Volunteer who, Streams streams);
  }

  private static Command opening(
      Call<?> call, StreamId stream, String account, Words words, Asking asks) {
    StreamId passbook = Volunteers.passbook(account);
    return call.command(
            201,
            List.of(stream, passbook),
            words.besides(),
            words.documents(),
            streams -> {
              Volunteer who = volunteer(account, streams);
              return who == null
                  ? new Verdict.Refuse(Refusal.of("account-unknown"))
                  : Verdicts.of(stream, asks.of(who, streams));
            })
        .onNewStream();
  }

  Command audit(Call<Bodies.Audit> call) {
    return onNeed(
        call,
        (need, who, actor) ->
            NeedRules.audit(need, who, Boolean.TRUE.equals(call.body().fromPool()), actor));
  }

  Command refuse(Call<Bodies.Refuse> call) {
    return onNeed(
        call, (need, who, actor) -> NeedRules.refuseNeed(need, who, call.body().code(), actor));
  }

  Command withdraw(Call<?> call) {
    return onNeed(call, NeedRules::withdraw);
  }

  /** What is asked about a need and who has it. */
  @FunctionalInterface
  private interface AskingOfNeed {
    Decision<ExchangeEvent> of(Need need, Volunteer recipient, Actor actor);
  }

  private Command onNeed(Call<?> call, AskingOfNeed asks) {
    StreamId stream = Kind.fromPath(ExchangeCases.NEED, call.path("id"));
    String account =
        needs
            .find(stream)
            .map(it -> it.state().what().account())
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    return call.command(
        200,
        List.of(stream, AccountCases.stream(account)),
        List.of(),
        streams ->
            Verdicts.of(
                stream,
                asks.of(
                    streams.state(stream, Need.class),
                    known(account, streams),
                    Actors.of(call.caller()))));
  }

  Command withdrawOffer(Call<?> call) {
    StreamId stream = Kind.fromPath(ExchangeCases.OFFER, call.path("id"));
    String account =
        offers
            .find(stream)
            .map(it -> it.state().what().account())
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    return call.command(
        200,
        List.of(stream, AccountCases.stream(account)),
        List.of(),
        streams ->
            Verdicts.of(
                stream,
                NeedRules.withdraw(
                    streams.state(stream, Offer.class),
                    known(account, streams),
                    Actors.of(call.caller()))));
  }

  static @Nullable Volunteer volunteer(String account, Streams streams) {
    Account passbook = streams.state(AccountCases.stream(account), Account.class);
    return passbook.exists() ? Volunteers.of(account, passbook, streams.at()) : null;
  }

  private static Volunteer known(String account, Streams streams) {
    return Volunteers.of(
        account, streams.state(AccountCases.stream(account), Account.class), streams.at());
  }
}
