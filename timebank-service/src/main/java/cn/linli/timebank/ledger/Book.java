package cn.linli.timebank.ledger;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The only place that books: a transaction becomes events of accounts, or nothing does. */
public final class Book {

  private static final String POOL = "pool-";

  private Book() {}

  /** Id of the common purse of a community. */
  public static String pool(String division) {
    return POOL + division;
  }

  public static boolean isPool(String account) {
    return account.startsWith(POOL);
  }

  /** Every community has a pool: it begins with its first line. */
  public static AccountOpened opened(String pool) {
    return new AccountOpened(
        pool, AccountKind.POOL, pool.substring(POOL.length()), null, null, null, null, null);
  }

  /**
   * Books a transaction.
   *
   * @param accounts those the transaction names, and the pools of communities whose passbooks may
   *     get fuller than they may be: what is above goes on to the pool (domain rules §6.2 rule 3
   *     speaks of what is earned), and without its pool a transaction that would is refused with
   *     {@code account-cap}. A gift names no pool, project decision: who meant a relative keeps
   *     what does not fit, and nobody learns how full the other's passbook is
   * @param at instant of the commit
   */
  public static Booking apply(
      Transaction wish, Map<String, Account> accounts, Instant at, Terms.Of terms) {
    var sheets = new LinkedHashMap<String, Sheet>();
    for (Step step : wish.steps()) {
      Sheet sheet = sheet(sheets, step.account(), accounts, at, terms);
      Refusal refusal = sheet.take(step);
      if (refusal != null) {
        return new Booking.Refused(refusal);
      }
    }
    for (var full : new ArrayList<>(sheets.entrySet())) {
      long over = full.getValue().overflow();
      if (over > 0) {
        String pool = pool(full.getValue().account().division());
        if (!accounts.containsKey(pool) || !accounts.get(pool).exists()) {
          return new Booking.Refused(
              Refusal.of("account-cap", "limit", full.getValue().terms().accountCap()));
        }
        for (Step step :
            Step.move(full.getKey(), pool, Unit.MINUTES, over, Reason.OVERFLOW, null)) {
          Refusal refusal = sheet(sheets, step.account(), accounts, at, terms).take(step);
          if (refusal != null) {
            return new Booking.Refused(refusal);
          }
        }
      }
    }
    var events = new LinkedHashMap<String, List<AccountEvent>>();
    sheets.forEach((id, sheet) -> events.put(id, sheet.events()));
    return new Booking.Booked(events);
  }

  private static Sheet sheet(
      Map<String, Sheet> sheets,
      String id,
      Map<String, Account> accounts,
      Instant at,
      Terms.Of terms) {
    return sheets.computeIfAbsent(
        id,
        _ -> {
          Account account = accounts.get(id);
          if (account == null) {
            throw new IllegalArgumentException("the transaction names an account not given: " + id);
          }
          return new Sheet(id, account, terms.in(account.division()), at);
        });
  }
}
