package cn.linli.timebank.casework;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.AccountTimers;
import cn.linli.timebank.ledger.Book;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Passbooks: streams {@code a:<id>}; the pool of a community is {@code a:pool-<code>}. */
public final class AccountCases extends PlainKind<Account, AccountEvent> {

  public static final String KIND = "a";

  /** An id of an account; communities have twelve digits, a time bank of a whole street nine. */
  public static final String ID = StreamName.ID + "|pool-[0-9]{9}(?:[0-9]{3})?";

  private static final StreamName NAME = StreamName.of(KIND, ID);

  public AccountCases() {
    super(KIND, 3, Account.class, AccountEvent.class, Account.NONE);
  }

  public static StreamId stream(String id) {
    return NAME.stream(id);
  }

  public static StreamId pool(String division) {
    return stream(Book.pool(division));
  }

  public static StreamId fromPath(String id) {
    return NAME.fromPath(id);
  }

  public static boolean isId(String text) {
    return NAME.isKey(text);
  }

  /** Passbooks by id, read at once; those that are not there are left out. */
  public static Map<String, Account> byId(CaseStates<Account> accounts, Stream<String> ids) {
    return accounts.findAll(ids.distinct().map(AccountCases::stream).toList()).stream()
        .collect(Collectors.toMap(Stored::id, Stored::state));
  }

  @Override
  public Account evolve(Account state, AccountEvent event, Instant at, String by) {
    return state.evolve(event, at);
  }

  @Override
  public @Nullable Instant due(Account state) {
    return AccountTimers.due(state);
  }

  @Override
  public Decision<AccountEvent> fallDue(Account state, Instant at) {
    return AccountTimers.fallDue(state, at);
  }

  @Override
  public String division(Account state) {
    return state.division();
  }

  @Override
  public void index(Account state, Document into) {
    if (state.openedAt() == null) {
      return;
    }
    var lists = new ArrayList<>(ListFields.places(KIND, state.division()));
    if (state.owner() != null) {
      lists.add(ListFields.of(KIND, state.owner()));
    }
    if (state.guardianMark() != null && !state.guardianMark().equals(state.owner())) {
      lists.add(ListFields.of(KIND, state.guardianMark()));
    }
    if (state.guardian() != null) {
      lists.add(ListFields.of(KIND, state.guardian()));
    }
    into.append(ListFields.IN, lists).append(ListFields.SINCE, Date.from(state.openedAt()));
  }
}
