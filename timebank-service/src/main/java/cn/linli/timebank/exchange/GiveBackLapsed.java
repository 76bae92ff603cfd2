package cn.linli.timebank.exchange;

import cn.linli.events.Recorded;
import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.MatchGiveBackDeclined;
import cn.linli.events.timebank.ExchangeEvent.MatchLapsed;
import cn.linli.events.timebank.ExchangeEvent.NeedFreed;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.domain.exchange.Match;
import cn.linli.timebank.domain.exchange.MatchRules;
import cn.linli.timebank.domain.exchange.Need;
import cn.linli.timebank.ledger.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A match that nobody confirmed in time gives back what it had taken, in one commit over all of it:
 * the minutes where they are still held, the room between two communities, and the need, which
 * somebody else may meet as long as its own time lasts.
 */
final class GiveBackLapsed implements Reaction<TimebankEvent> {

  /** The first day matches lapsed. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private final CaseStates<Match> matches;
  private final CaseStates<Account> accounts;
  private final Banking banking;

  GiveBackLapsed(CaseStates<Match> matches, CaseStates<Account> accounts, Banking banking) {
    this.matches = matches;
    this.accounts = accounts;
    this.banking = banking;
  }

  @Override
  public String policy() {
    return "give-back-lapsed-matches";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<TimebankEvent> event) {
    StreamId stream = StreamId.parse(event.stream());
    return event.event() instanceof MatchLapsed
        ? matches.find(stream).map(it -> effect(stream, it.state()))
        : Optional.empty();
  }

  private Effect effect(StreamId stream, Match match) {
    var between = new Between(home(match.what().recipient()), home(match.what().provider()));
    var payment = new Payment(match.what(), between);
    StreamId need = new StreamId(ExchangeCases.NEED, match.what().need());
    var own = new ArrayList<>(List.of(stream, need));
    own.addAll(between.streams());
    List<String> payer = List.of(payment.payer());
    return new Effect(
        Banking.streams(own, payer),
        List.of(),
        streams -> banking.verdict(streams, payer, seen -> givenBack(seen, stream, need, payment)));
  }

  private static Wanted givenBack(Seen seen, StreamId stream, StreamId need, Payment payment) {
    return switch (MatchRules.giveBack(seen.state(stream, Match.class))) {
      case Decision.Refused<ExchangeEvent>(var refusal) -> Wanted.refuse(refusal);
      case Decision.Accepted<ExchangeEvent>(var events) -> {
        var changes = new ArrayList<>(List.of(new Change(stream, events)));
        if (stream.key().equals(seen.state(need, Need.class).match())) {
          changes.add(new Change(need, List.of(new NeedFreed(need.key(), stream.key()))));
        }
        changes.addAll(payment.between().release(payment.match(), seen));
        yield Wanted.book(payment.release(seen.account(payment.payer()), "lapsed"), changes);
      }
    };
  }

  /** A passbook stays in its community. */
  private String home(String account) {
    return accounts.find(AccountCases.stream(account)).orElseThrow().state().division();
  }

  @Override
  public Effect decline(Recorded<TimebankEvent> event, Refusal why) {
    StreamId stream = StreamId.parse(event.stream());
    return Effect.on(
        stream,
        Command.<Match, ExchangeEvent>single(
            stream,
            Match.class,
            (_, _) -> Decision.accept(new MatchGiveBackDeclined(stream.key(), why.code()))));
  }
}
