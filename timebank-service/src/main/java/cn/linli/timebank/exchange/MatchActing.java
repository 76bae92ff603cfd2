package cn.linli.timebank.exchange;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.DeliveryConfirmed;
import cn.linli.events.timebank.ExchangeEvent.MatchAgreed;
import cn.linli.events.timebank.ExchangeEvent.MatchCancelled;
import cn.linli.events.timebank.ExchangeEvent.MatchProposed;
import cn.linli.events.timebank.ExchangeEvent.NeedFreed;
import cn.linli.events.timebank.ExchangeEvent.NeedMet;
import cn.linli.events.timebank.ExchangeEvent.NeedTaken;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.exchange.Match;
import cn.linli.timebank.domain.exchange.MatchCommand;
import cn.linli.timebank.domain.exchange.MatchRules;
import cn.linli.timebank.domain.exchange.Need;
import cn.linli.timebank.domain.exchange.Offer;
import cn.linli.timebank.domain.teams.Skills;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Transaction;
import cn.linli.timebank.volunteering.Actors;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Volunteers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** From calls on matches to commands: agreement holds the minutes, confirmation pays them. */
final class MatchActing {

  private final Vault vault;
  private final CaseStates<Need> needs;
  private final CaseStates<Match> matches;
  private final CaseStates<Account> accounts;
  private final Banking banking;

  MatchActing(
      Vault vault,
      CaseStates<Need> needs,
      CaseStates<Match> matches,
      CaseStates<Account> accounts,
      Banking banking) {
    this.vault = vault;
    this.needs = needs;
    this.matches = matches;
    this.accounts = accounts;
    this.banking = banking;
  }

  Command propose(Call<Bodies.Propose> call) {
    Bodies.Propose body = call.body();
    StreamId stream = new StreamId(ExchangeCases.MATCH, call.derivedId("match"));
    StreamId needed = Kind.named(ExchangeCases.NEED, body.need(), "unknown-need");
    String recipient =
        needs
            .find(needed)
            .map(it -> it.state().what().account())
            .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-need")));
    String provider = Volunteers.passbook(body.provider()).key();
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    if (body.guardianConsent() != null) {
      words.seal(body.guardianConsent().evidence());
    }
    StreamId skills = new StreamId(Volunteers.SKILLS, provider);
    StreamId offered =
        body.offer() == null
            ? null
            : Kind.named(ExchangeCases.OFFER, body.offer(), "offer-does-not-fit");
    var own = new ArrayList<>(List.of(stream, needed, skills));
    if (offered != null) {
      own.add(offered);
    }
    return banking
        .command(
            call,
            201,
            own,
            new LinkedHashSet<>(List.of(provider, recipient)),
            words,
            seen -> {
              if (!seen.account(provider).exists()) {
                return Wanted.refuse("account-unknown");
              }
              Set<String> shown = seen.state(skills, Skills.class).shown();
              var propose =
                  new MatchCommand.Propose(
                      stream.key(),
                      seen.state(needed, Need.class),
                      offered == null ? Offer.NONE : seen.state(offered, Offer.class),
                      Volunteers.of(provider, seen.account(provider), shown, seen.at()),
                      who(recipient, seen),
                      body.guardianConsent() != null,
                      cell(seen.schemes().of(seen.account(recipient).division()).minorVisits()));
              return Wanted.of(stream, decide(call, propose, stream, seen));
            })
        .onNewStream();
  }

  /** With the last yes the need is taken and the minutes are held. */
  Command agree(Call<Bodies.Agree> call) {
    boolean recorded = call.body().recordedOnBehalf() != null;
    Words words =
        new Words(
            vault.sealing(Kind.fromPath(ExchangeCases.MATCH, call.path("id")), call.commandId()));
    if (call.body().recordedOnBehalf() != null) {
      words.seal(call.body().recordedOnBehalf().evidence());
    }
    return act(
        call,
        words,
        (provider, recipient) -> new MatchCommand.Agree(provider, recipient, recorded));
  }

  Command decline(Call<?> call) {
    return act(call, null, MatchCommand.Decline::new);
  }

  Command cancel(Call<?> call) {
    return act(call, null, MatchCommand.Cancel::new);
  }

  Command deliver(Call<Bodies.Deliver> call) {
    return act(
        call,
        null,
        (provider, recipient) ->
            new MatchCommand.Deliver(
                provider, recipient, call.body().began(), call.body().ended()));
  }

  Command confirm(Call<Bodies.Confirm> call) {
    return act(
        call,
        null,
        (provider, recipient) ->
            new MatchCommand.Confirm(provider, recipient, call.body().minutes()));
  }

  private Command act(
      Call<?> call, @Nullable Words words, BiFunction<Volunteer, Volunteer, MatchCommand> asks) {
    StreamId stream = Kind.fromPath(ExchangeCases.MATCH, call.path("id"));
    MatchProposed sides =
        matches
            .find(stream)
            .map(it -> it.state().what())
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    StreamId need = new StreamId(ExchangeCases.NEED, sides.need());
    var touched = new LinkedHashSet<String>(List.of(sides.provider(), sides.recipient()));
    touched.add(pool(sides.recipient()));
    touched.add(pool(sides.provider()));
    long before = PairLimit.earned(matches, sides, call.receivedAt());
    return banking.command(
        call,
        200,
        List.of(stream, need),
        touched,
        words,
        seen ->
            switch (decide(
                call,
                asks.apply(who(sides.provider(), seen), who(sides.recipient(), seen)),
                stream,
                seen)) {
              case Decision.Refused<ExchangeEvent>(var refusal) -> Wanted.refuse(refusal);
              case Decision.Accepted<ExchangeEvent>(var events) ->
                  follow(events, seen.state(stream, Match.class), stream, need, seen, before);
            });
  }

  /** What of a decision is booked, and what it does to the need. */
  private static Wanted follow(
      List<ExchangeEvent> events,
      Match match,
      StreamId stream,
      StreamId need,
      Seen seen,
      long before) {
    var own = new Change(stream, events);
    var payment = new Payment(match.what(), seen.account(match.what().recipient()).division());
    return switch (events.getFirst()) {
      case MatchAgreed(_, _, var both) when both -> {
        Need wanted = seen.state(need, Need.class);
        yield wanted.status() == Need.Status.OPEN
            ? Wanted.book(
                payment.hold(wanted.what().until()),
                own,
                new Change(need, List.of(new NeedTaken(need.key(), stream.key()))))
            : Wanted.refuse("need-not-open");
      }
      case MatchCancelled _ ->
          Wanted.book(
              payment.release(),
              own,
              new Change(need, List.of(new NeedFreed(need.key(), stream.key()))));
      case DeliveryConfirmed it ->
          PairLimit.isExceeded(before + it.minutes(), seen.schemes().of(match.what().division()))
              ? Wanted.refuse("neighbours-limit")
              : Wanted.book(
                  payment.pay(it.minutes(), match),
                  own,
                  new Change(need, List.of(new NeedMet(need.key(), stream.key()))));
      default -> Wanted.book((Transaction) null, own);
    };
  }

  private static Decision<ExchangeEvent> decide(
      Call<?> call, MatchCommand command, StreamId stream, Seen seen) {
    return MatchRules.decide(
        command, seen.state(stream, Match.class), Actors.of(call.caller()), seen.at());
  }

  private static Volunteer who(String account, Seen seen) {
    return Volunteers.of(account, seen.account(account), seen.at());
  }

  /** A passbook stays in its community. */
  private String pool(String account) {
    return accounts
        .find(AccountCases.stream(account))
        .map(it -> AccountCases.pool(it.state().division()).key())
        .orElseThrow(() -> new ProblemException(Problem.of(422, "account-unknown")));
  }
}
