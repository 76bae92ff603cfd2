package cn.linli.timebank.casework;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.AccountTimers;
import cn.linli.timebank.ledger.Book;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Passbooks: streams {@code a:<id>}; the pool of a community is {@code a:pool-<code>}. */
public final class AccountCases implements StreamKind<Account, AccountEvent> {

  public static final String KIND = "a";

  /** An id of an account. */
  public static final String ID = "[0-9a-z]{26}|pool-[0-9]{2,15}";

  private static final Pattern ID_PATTERN = Pattern.compile(ID);

  public static StreamId stream(String id) {
    return new StreamId(KIND, id);
  }

  public static StreamId pool(String division) {
    return stream(Book.pool(division));
  }

  /** From a path: what can't be an id is not there. */
  public static StreamId fromPath(String id) {
    if (!isId(id)) {
      throw new ProblemException(Problem.notFound());
    }
    return stream(id);
  }

  public static boolean isId(String text) {
    return ID_PATTERN.matcher(text).matches();
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public Class<Account> stateType() {
    return Account.class;
  }

  @Override
  public Class<AccountEvent> eventType() {
    return AccountEvent.class;
  }

  @Override
  public Account initial() {
    return Account.NONE;
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
    if (state.guardian() != null) {
      lists.add(ListFields.of(KIND, state.guardian()));
    }
    into.append(ListFields.IN, lists).append(ListFields.SINCE, Date.from(state.openedAt()));
  }
}
