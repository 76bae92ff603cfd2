package cn.linli.timebank.accounts;

import cn.linli.events.timebank.AccountEvent.OwnerBound;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.NoBody;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Duplicate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two passbooks of one person, joined by two people who keep the books of both. */
final class Joining {

  private final Banking banking;
  private final Vault vault;
  private final CaseStates<Account> states;
  private final List<Bound> bound;

  /**
   * @param bound what every capability has bound to a passbook
   */
  Joining(Banking banking, Vault vault, CaseStates<Account> states, List<Bound> bound) {
    this.banking = banking;
    this.vault = vault;
    this.states = states;
    this.bound = List.copyOf(bound);
  }

  Command propose(Call<Bodies.Join> call) {
    StreamId one = AccountCases.fromPath(call.path("id"));
    String into = call.body().into();
    Along along = Along.of(states, bound, one.key(), into, call.receivedAt());
    var words = new Words(vault.sealing(one, call.commandId()));
    String evidenceRef = words.seal(call.body().evidence());
    return banking.command(
        call,
        200,
        List.of(one),
        accounts(one.key(), into),
        words,
        seen -> {
          Refusal hidden = mayKeep(seen, one.key(), into, call.caller());
          return hidden == null
              ? Wanted.of(
                  one,
                  Duplicate.propose(
                      seen.account(one.key()),
                      into,
                      seen.account(into),
                      call.caller().mark(),
                      evidenceRef,
                      along.running(),
                      seen.at()))
              : Wanted.refuse(hidden);
        });
  }

  /**
   * Which account stays is read before; the decision sees whether it is still that one. What was
   * confirmed already is told by the key.
   */
  Command confirm(Call<NoBody> call) {
    StreamId one = AccountCases.fromPath(call.path("id"));
    Account asked = states.find(one).map(Stored::state).orElse(Account.NONE);
    String into = asked.join() == null ? one.key() : asked.join().into();
    Along along = Along.of(states, bound, one.key(), into, call.receivedAt());
    List<String> accounts = new ArrayList<>(along.accounts());
    if (asked.exists()) {
      accounts.add(Book.pool(asked.division()));
    }
    var own = new ArrayList<>(List.of(one));
    own.addAll(along.streams());
    return banking.command(
        call,
        200,
        own,
        accounts,
        null,
        seen -> {
          Refusal hidden = mayKeep(seen, one.key(), into, call.caller());
          return hidden == null ? joined(seen, one, along, call.caller()) : Wanted.refuse(hidden);
        });
  }

  private static Wanted joined(Seen seen, StreamId stream, Along along, Caller caller) {
    String into = along.into();
    Account one = seen.account(stream.key());
    Account other = seen.account(into);
    Refusal objection = Duplicate.objection(one, other, caller.mark(), along.running(), seen.at());
    if (objection != null) {
      return Wanted.refuse(objection);
    }
    Duplicate.Join asked = one.join();
    if (asked == null || !asked.into().equals(into)) {
      return Wanted.refuse("join-not-proposed");
    }
    if (along.isOutOfDate(seen)) {
      return Wanted.refuse("passbook-changed");
    }
    var changes = new ArrayList<Change>();
    OwnerBound owner = Duplicate.bound(one, other);
    if (owner != null) {
      changes.add(new Change(stream, List.of(owner)));
    }
    changes.addAll(along.changes(seen, asked.evidenceRef()));
    return Wanted.book(
        Duplicate.closing(one, other, asked, seen.schemes().in(other.division())), changes);
  }

  private static @Nullable Refusal mayKeep(Seen seen, String one, String other, Caller caller) {
    Refusal hidden = Reach.mayKeep(seen.account(one), caller);
    return hidden == null ? Reach.mayKeep(seen.account(other), caller) : hidden;
  }

  private static List<String> accounts(String one, String other) {
    return List.of(one, other).stream().distinct().toList();
  }
}
