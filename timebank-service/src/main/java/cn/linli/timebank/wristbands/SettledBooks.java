package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.platform.commit.Command.Change;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The passbooks of a settlement: the wearer's and the community's pool, which its first line opens.
 *
 * @param opened null: there is a pool already
 */
record SettledBooks(Map<String, Account> accounts, String pool, @Nullable AccountOpened opened) {

  static SettledBooks of(
      String account, String division, Function<String, Account> states, Instant at) {
    String pool = Book.pool(division);
    Account purse = states.apply(pool);
    AccountOpened opened = purse.exists() ? null : Book.opened(pool);
    var accounts = new LinkedHashMap<String, Account>();
    accounts.put(account, states.apply(account));
    accounts.put(pool, opened == null ? purse : purse.evolve(opened, at));
    return new SettledBooks(accounts, pool, opened);
  }

  /** What is written to each of them. */
  List<Change> changes(Map<String, List<AccountEvent>> passbooks) {
    var changes = new ArrayList<Change>();
    passbooks.forEach((id, its) -> {
      var events = new ArrayList<AccountEvent>(its);
      if (opened != null && id.equals(pool)) {
        events.addFirst(opened);
      }
      changes.add(new Change(AccountCases.stream(id), events));
    });
    return changes;
  }
}
