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

  Joining(Banking banking, Vault vault, CaseStates<Account> states) {
    this.banking = banking;
    this.vault = vault;
    this.states = states;
  }

  Command propose(Call<Bodies.Join> call) {
    StreamId one = AccountCases.fromPath(call.path("id"));
    String into = call.body().into();
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
    List<String> accounts = new ArrayList<>(accounts(one.key(), into));
    if (asked.exists()) {
      accounts.add(Book.pool(asked.division()));
    }
    return banking.command(
        call,
        200,
        List.of(one),
        accounts,
        null,
        seen -> {
          Refusal hidden = mayKeep(seen, one.key(), into, call.caller());
          return hidden == null ? joined(seen, one, into, call.caller()) : Wanted.refuse(hidden);
        });
  }

  private static Wanted joined(Seen seen, StreamId stream, String into, Caller caller) {
    Account one = seen.account(stream.key());
    Account other = seen.account(into);
    Refusal objection = Duplicate.objection(one, other, caller.mark(), seen.at());
    if (objection != null) {
      return Wanted.refuse(objection);
    }
    Duplicate.Join asked = one.join();
    if (asked == null || !asked.into().equals(into)) {
      return Wanted.refuse("join-not-proposed");
    }
    var changes = new ArrayList<Change>();
    bind(stream, Duplicate.bound(one, other), changes);
    bind(AccountCases.stream(into), Duplicate.bound(other, one), changes);
    return Wanted.book(Duplicate.closing(one, asked), changes);
  }

  private static void bind(StreamId stream, @Nullable OwnerBound bound, List<Change> into) {
    if (bound != null) {
      into.add(new Change(stream, List.of(bound)));
    }
  }

  private static @Nullable Refusal mayKeep(Seen seen, String one, String other, Caller caller) {
    Refusal hidden = Reach.mayKeep(seen.account(one), caller);
    return hidden == null ? Reach.mayKeep(seen.account(other), caller) : hidden;
  }

  private static List<String> accounts(String one, String other) {
    return List.of(one, other).stream().distinct().toList();
  }
}
