package cn.linli.platform.commit;

import cn.linli.events.account.AccountEvent;
import cn.linli.events.account.AccountEvent.Added;
import cn.linli.events.account.AccountEvent.AlarmSet;
import cn.linli.events.account.AccountEvent.Opened;
import cn.linli.platform.commit.Command.SingleRule;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Commands on the tests' own subject. */
public final class Accounts {

  private Accounts() {}

  public static StreamId account(Object key) {
    return new StreamId("account", key.toString());
  }

  public static String newId() {
    return UUID.randomUUID().toString();
  }

  /** A command without a key. */
  public static Command command(StreamId stream, SingleRule<Account, AccountEvent> rule) {
    return build(newId(), false, "hash", List.of(stream), null, single(stream, rule));
  }

  /** A command with a key, so that it can be sent again. */
  public static Command keyed(
      String id, String hash, StreamId stream, SingleRule<Account, AccountEvent> rule) {
    return build(id, true, hash, List.of(stream), null, single(stream, rule));
  }

  public static Command expecting(
      long version, StreamId stream, SingleRule<Account, AccountEvent> rule) {
    return build(newId(), false, "hash", List.of(stream), version, single(stream, rule));
  }

  public static Command build(
      String id,
      boolean keyed,
      String hash,
      List<StreamId> streams,
      Long expected,
      Command.Rule rule) {
    return new Command(
        id,
        keyed,
        hash,
        streams,
        expected,
        "clerk@370602003#a1",
        "cor-" + id,
        "cause-" + id,
        201,
        List.of(),
        rule);
  }

  private static Command.Rule single(StreamId stream, SingleRule<Account, AccountEvent> rule) {
    return Command.single(stream, Account.class, rule);
  }

  public static Decision<AccountEvent> open(Account state, Instant at) {
    return Decision.accept(new Opened("370602003"));
  }

  public static SingleRule<Account, AccountEvent> add(long amount) {
    return (state, at) -> Decision.accept(new Added(amount, null));
  }

  public static SingleRule<Account, AccountEvent> alarm(Instant due, int rings) {
    return (state, at) -> Decision.accept(new AlarmSet(due, rings));
  }

  /** Refused if the balance would fall below nought. */
  public static SingleRule<Account, AccountEvent> take(long amount) {
    return (state, at) ->
        state.balance() < amount
            ? Decision.refuse("not-enough", "balance", state.balance())
            : Decision.accept(new Added(-amount, null));
  }

  /** Moves an amount between two accounts, all or nothing. */
  public static Command transfer(StreamId from, StreamId to, long amount) {
    return build(
        newId(),
        false,
        "hash",
        List.of(from, to),
        null,
        streams ->
            streams.state(from, Account.class).balance() < amount
                ? new Command.Verdict.Refuse(cn.linli.platform.decide.Refusal.of("not-enough"))
                : new Command.Verdict.Accept(
                    List.of(
                        new Command.Change(from, List.of(new Added(-amount, null))),
                        new Command.Change(to, List.of(new Added(amount, null))))));
  }
}
