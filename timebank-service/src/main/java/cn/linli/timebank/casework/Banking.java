package cn.linli.timebank.casework;

import cn.linli.events.Event;
import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.web.Call;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Booking;
import cn.linli.timebank.ledger.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a capability moves value: its own events and the lines of all passbooks in one commit, or
 * nothing. It names its streams and the accounts before it decides; the decision sees all of them
 * as of this very attempt and answers with a {@link Transaction}, events of its own, or both.
 *
 * <pre>{@code
 * Command fulfil(Call<NoBody> call) {
 *   StreamId order = OrderCases.fromPath(call.path("id"));
 *   return banking.command(call, 200, List.of(order), List.of(account), null, seen -> {
 *     Order it = seen.state(order, Order.class);
 *     if (!it.isOpen()) return Wanted.refuse(ended);
 *     var settle = new Step.Settle(account, it.hold());
 *     var spend = Step.redeem(account, it.division(), it.unit(), it.price(), order.key());
 *     return Wanted.book(Transaction.of(settle, spend), new Change(order, List.of(new OrderFulfilled())));
 *   });
 * }
 * }</pre>
 *
 * <p>A reaction uses {@link #verdict} with the streams it is handed. Name the pool of a volunteer's
 * community ({@code Book.pool(division)}) among the accounts when minutes are earned: what is above
 * the cap of a passbook goes there. A pool is opened by the first line on it.
 */
public final class Banking {

  private final Schemes schemes;

  public Banking(Schemes schemes) {
    this.schemes = schemes;
  }

  /** What a decision wants. */
  public sealed interface Wanted {

    record Refuse(Refusal refusal) implements Wanted {}

    /**
     * @param transaction null: nothing is booked
     * @param own events of the capability; those of an account stand before its lines
     */
    record Accept(@Nullable Transaction transaction, List<Change> own) implements Wanted {
      public Accept {
        own = List.copyOf(own);
      }
    }

    static Wanted refuse(String code) {
      return new Refuse(Refusal.of(code));
    }

    static Wanted refuse(Refusal refusal) {
      return new Refuse(refusal);
    }

    static Wanted book(@Nullable Transaction transaction, Change... own) {
      return new Accept(transaction, List.of(own));
    }

    static Wanted book(@Nullable Transaction transaction, List<Change> own) {
      return new Accept(transaction, own);
    }

    /** A capability's own decision, with nothing to book. */
    static Wanted of(StreamId stream, Decision<? extends Event> decision) {
      return switch (decision) {
        case Decision.Refused<? extends Event>(var refusal) -> new Refuse(refusal);
        case Decision.Accepted<? extends Event>(var events) ->
            new Accept(null, List.of(new Change(stream, events)));
      };
    }
  }

  /** Pure; called once per attempt. */
  @FunctionalInterface
  public interface Deciding {
    Wanted decide(Seen seen);
  }

  /** The states as of this attempt. */
  public final class Seen {

    private final Command.Streams streams;

    private Seen(Command.Streams streams) {
      this.streams = streams;
    }

    public <S> S state(StreamId stream, Class<S> type) {
      return streams.state(stream, type);
    }

    /** An account that was named; {@link Account#NONE} if there is none of that id. */
    public Account account(String id) {
      return streams.state(AccountCases.stream(id), Account.class);
    }

    public long version(StreamId stream) {
      return streams.version(stream);
    }

    public Instant at() {
      return streams.at();
    }

    public Schemes schemes() {
      return schemes;
    }
  }

  /**
   * A command.
   *
   * @param own streams of the capability; the first is the primary resource. Empty: the first
   *     account is
   * @param accounts every account the decision looks at or books on
   * @param words what was sealed for it; null: nothing
   */
  public Command command(
      Call<?> call,
      int status,
      List<StreamId> own,
      Collection<String> accounts,
      @Nullable Words words,
      Deciding deciding) {
    return call.command(
        status,
        streams(own, accounts),
        words == null ? List.of() : words.besides(),
        words == null ? List.of() : words.documents(),
        streams -> verdict(streams, accounts, deciding));
  }

  /** All streams of a command or of an effect, each once, the capability's own first. */
  public static List<StreamId> streams(List<StreamId> own, Collection<String> accounts) {
    var all = new LinkedHashSet<>(own);
    accounts.stream().map(AccountCases::stream).forEach(all::add);
    return List.copyOf(all);
  }

  /** The decision itself, for a command that is made elsewhere: a reaction's effect. */
  public Verdict verdict(Command.Streams streams, Collection<String> accounts, Deciding deciding) {
    return switch (deciding.decide(new Seen(streams))) {
      case Wanted.Refuse(var refusal) -> new Verdict.Refuse(refusal);
      case Wanted.Accept(var transaction, var own) when transaction == null ->
          new Verdict.Accept(own);
      case Wanted.Accept(var transaction, var own) -> booked(streams, accounts, transaction, own);
    };
  }

  private Verdict booked(
      Command.Streams streams,
      Collection<String> named,
      Transaction transaction,
      List<Change> own) {
    var accounts = new LinkedHashMap<String, Account>();
    var newPools = new HashMap<String, AccountOpened>();
    for (String id : named) {
      Account account = streams.state(AccountCases.stream(id), Account.class);
      if (!account.exists() && Book.isPool(id)) {
        newPools.put(id, Book.opened(id));
        account = account.evolve(newPools.get(id), streams.at());
      }
      accounts.put(id, account);
    }
    var events = new LinkedHashMap<StreamId, List<Event>>();
    for (Change change : own) {
      events.computeIfAbsent(change.stream(), _ -> new ArrayList<>()).addAll(change.events());
      if (change.stream().kind().equals(AccountCases.KIND)) {
        accounts.computeIfPresent(
            change.stream().key(), (_, account) -> evolved(account, change, streams.at()));
      }
    }
    return switch (Book.apply(transaction, accounts, streams.at(), schemes)) {
      case Booking.Refused(var refusal) -> new Verdict.Refuse(refusal);
      case Booking.Booked(Map<String, List<AccountEvent>> lines) -> {
        lines.forEach((account, its) -> {
          var all = events.computeIfAbsent(AccountCases.stream(account), _ -> new ArrayList<>());
          if (newPools.containsKey(account)) {
            all.add(newPools.get(account));
          }
          all.addAll(its);
        });
        yield new Verdict.Accept(
            events.entrySet().stream()
                .map(entry -> new Change(entry.getKey(), entry.getValue()))
                .toList());
      }
    };
  }

  private static Account evolved(Account account, Change change, Instant at) {
    Account now = account;
    for (Event event : change.events()) {
      now = now.evolve((AccountEvent) event, at);
    }
    return now;
  }
}
