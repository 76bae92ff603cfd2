package cn.linli.timebank.exchange;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.ClearingEvent;
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
import cn.linli.timebank.casework.Actors;
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
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Transaction;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Volunteers;
import java.time.Instant;
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
                      cell(seen.schemes().of(seen.account(recipient).division()).minorVisits()),
                      Between.isCleared(
                          seen.account(recipient).division(),
                          seen.account(provider).division(),
                          seen));
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
    var between = new Between(home(sides.recipient()), home(sides.provider()));
    touched.add(Book.pool(between.from()));
    touched.add(Book.pool(between.to()));
    var own = new ArrayList<>(List.of(stream, need));
    own.addAll(between.streams());
    long before = PairLimit.earned(matches, sides, call.receivedAt());
    return banking.command(
        call,
        200,
        own,
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
                  follow(events, stream, need, between, seen, before);
            });
  }

  /** What of a decision is booked, and what it does to the need. */
  private static Wanted follow(
      List<ExchangeEvent> events,
      StreamId stream,
      StreamId need,
      Between between,
      Seen seen,
      long before) {
    Match match = seen.state(stream, Match.class);
    var payment = new Payment(match.what(), between);
    var changes = new ArrayList<>(List.of(new Change(stream, events)));
    return switch (events.getFirst()) {
      case MatchAgreed(_, _, var both) when both ->
          agreed(changes, payment, match.until(), need, seen);
      case MatchCancelled _ -> {
        changes.add(new Change(need, List.of(new NeedFreed(need.key(), stream.key()))));
        changes.addAll(between.release(match.what(), seen));
        yield Wanted.book(payment.release(seen.account(payment.payer()), "cancelled"), changes);
      }
      case DeliveryConfirmed it -> {
        if (PairLimit.isExceeded(
            before + it.minutes(), seen.schemes().of(match.what().division()))) {
          yield Wanted.refuse("neighbours-limit");
        }
        changes.add(new Change(need, List.of(new NeedMet(need.key(), stream.key()))));
        changes.addAll(between.settle(match.what(), it.minutes(), seen));
        yield Wanted.book(payment.pay(it.minutes(), match), changes);
      }
      default -> Wanted.book((Transaction) null, changes);
    };
  }

  private static Wanted agreed(
      List<Change> changes, Payment payment, Instant until, StreamId need, Seen seen) {
    Need wanted = seen.state(need, Need.class);
    if (wanted.status() != Need.Status.OPEN) {
      return Wanted.refuse("need-not-open");
    }
    String match = payment.match().match();
    changes.add(new Change(need, List.of(new NeedTaken(need.key(), match))));
    if (payment.between().crosses()) {
      switch (payment.between().reserve(payment.match(), seen)) {
        case Decision.Refused<ClearingEvent>(var refusal) -> {
          return Wanted.refuse(refusal);
        }
        case Decision.Accepted<ClearingEvent>(var kept) ->
            changes.add(new Change(payment.between().streams().getFirst(), kept));
      }
    }
    return Wanted.book(payment.hold(until), changes);
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
  private String home(String account) {
    return accounts
        .find(AccountCases.stream(account))
        .map(it -> it.state().division())
        .orElseThrow(() -> new ProblemException(Problem.of(422, "account-unknown")));
  }
}
