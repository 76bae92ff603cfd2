package cn.linli.timebank.accounts;

import cn.linli.events.timebank.Unit;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Balance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Passbooks as their holders and those who keep them see them. */
final class AccountShown implements Resource<AccountReply> {

  private final CaseStates<Account> states;
  private final Passbook passbook;
  private final Vault vault;

  AccountShown(CaseStates<Account> states, Passbook passbook, Vault vault) {
    this.states = states;
    this.passbook = passbook;
    this.vault = vault;
  }

  @Override
  public @Nullable AccountReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Account) Objects.requireNonNull(done.states().get(done.primary()));
    return Reach.sees(state, call.caller())
        ? reply(new Stored<>(done.primary().key(), state, done.version()), call.caller())
        : null;
  }

  @Override
  public @Nullable AccountReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return states
        .find(primary)
        .filter(stored -> Reach.sees(stored.state(), caller))
        .map(stored -> reply(stored, caller))
        .orElse(null);
  }

  /** Now, or as it stood at an instant. */
  @Nullable AccountReply one(Query<NoBody> query) {
    StreamId stream = AccountCases.fromPath(query.path("id"));
    var stored = Reach.open(states.find(stream), query.caller());
    Instant at = query.instant("at").orElse(null);
    if (stored.isEmpty() || at == null) {
      return stored.map(it -> reply(it, query.caller())).orElse(null);
    }
    var then = passbook.at(stream, stored.get().state(), stored.get().version(), at);
    return reply(stored.get(), query.caller(), then, at, names(List.of(stored.get())));
  }

  /** A resident's own; everybody else's of a place and all within, in the order of opening. */
  Page<AccountReply> page(Query<NoBody> query) {
    Caller caller = query.caller();
    Page<Stored<Account>> page = Listing.page(query, states, list(query), Account::openedAt);
    var names = names(page.items());
    return new Page<>(
        page.items().stream().map(it -> reply(it, caller, null, null, names)).toList(),
        page.next());
  }

  private static String list(Query<NoBody> query) {
    Caller caller = query.caller();
    if (caller.is(Role.RESIDENT)) {
      return ListFields.of(AccountCases.KIND, caller.mark());
    }
    DivisionCode division = query.division("division").orElse(caller.scope());
    caller.mustCover(division);
    return ListFields.place(AccountCases.KIND, division.value());
  }

  private Map<String, Content> names(List<Stored<Account>> accounts) {
    return vault.openAll(
        accounts.stream().map(it -> it.state().holderRef()).filter(Objects::nonNull).toList());
  }

  private AccountReply reply(Stored<Account> stored, Caller caller) {
    return reply(stored, caller, null, null, names(List.of(stored)));
  }

  private static AccountReply reply(
      Stored<Account> stored,
      Caller caller,
      Passbook.@Nullable Then then,
      @Nullable Instant at,
      Map<String, Content> names) {
    Account it = stored.state();
    Balance minutes = then == null ? it.balance(Unit.MINUTES) : then.minutes();
    Balance points = then == null ? it.balance(Unit.POINTS) : then.points();
    return new AccountReply(
        stored.id(),
        Objects.requireNonNull(it.kind()),
        it.division(),
        it.status(),
        name(it, caller, names),
        it.guardian(),
        it.adultFrom(),
        AccountReply.Stand.of(minutes),
        AccountReply.Stand.of(points),
        it.relatives().stream()
            .map(relative -> new AccountReply.Relation(relative.account(), relative.kind()))
            .toList(),
        it.isInsured(),
        it.isTrained(),
        it.frozen() == null ? null : it.frozen().cause(),
        it.join() == null ? null : it.join().into(),
        Objects.requireNonNull(it.openedAt()),
        at,
        stored.version());
  }

  private static @Nullable String name(Account account, Caller caller, Map<String, Content> names) {
    if (account.holderRef() == null) {
      return null;
    }
    return names
        .get(account.holderRef())
        .read(Person.class)
        .map(Person::name)
        .map(name -> Reach.isHolder(account, caller) ? name : Mask.name(name))
        .orElse(null);
  }
}
