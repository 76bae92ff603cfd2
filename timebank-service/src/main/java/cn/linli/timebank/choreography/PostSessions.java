package cn.linli.timebank.choreography;

import cn.linli.events.Recorded;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeCredited;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeOwed;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Kept;
import cn.linli.timebank.domain.activities.Span;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.volunteering.Crediting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a mediator is owed for a session goes on their passbook. */
final class PostSessions implements Reaction<TimebankEvent> {

  /** The first day sessions were credited. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private final CaseStates<Account> accounts;
  private final Banking banking;

  PostSessions(CaseStates<Account> accounts, Banking banking) {
    this.accounts = accounts;
    this.banking = banking;
  }

  @Override
  public String policy() {
    return "post-sessions";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<TimebankEvent> event) {
    return event.event() instanceof SessionTimeOwed owed
        ? Optional.of(effect(owed))
        : Optional.empty();
  }

  private Effect effect(SessionTimeOwed owed) {
    StreamId log = log(owed);
    String account = Kept.of(accounts, owed.account());
    List<String> named = List.of(account, Book.pool(owed.division()));
    return new Effect(
        Banking.streams(List.of(log), named),
        List.of(),
        streams ->
            banking.verdict(
                streams,
                named,
                seen -> {
                  Account its = seen.account(account);
                  return its.exists()
                      ? Wanted.book(
                          Crediting.session(
                              account,
                              its,
                              new Span(owed.began(), owed.ended()),
                              owed.minutes(),
                              owed.dispute() + "-" + owed.session(),
                              seen.schemes().in(its.division())),
                          new Change(
                              log,
                              List.of(
                                  new SessionTimeCredited(
                                      owed.dispute(),
                                      owed.session(),
                                      owed.mediator(),
                                      owed.minutes()))))
                      : Wanted.refuse("account-unknown");
                }));
  }

  @Override
  public Effect decline(Recorded<TimebankEvent> event, Refusal why) {
    var owed = (SessionTimeOwed) event.event();
    return SessionLog.declined(owed.dispute(), owed.session(), owed.mediator(), why.code());
  }

  private static StreamId log(SessionTimeOwed owed) {
    return SessionLog.stream(owed.dispute(), owed.session());
  }
}
