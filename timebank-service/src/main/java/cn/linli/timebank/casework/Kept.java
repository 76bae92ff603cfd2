package cn.linli.timebank.casework;

import cn.linli.platform.casework.CaseStates;
import cn.linli.timebank.ledger.Account;

/** Which passbook stands for another today: two of one person may have become one. */
public final class Kept {

  /** Nobody has had more passbooks. */
  private static final int JOINS_MAX = 10;

  private Kept() {}

  /**
   * @param account named by something from before
   */
  public static String of(CaseStates<Account> accounts, String account) {
    String now = account;
    for (int joins = 0; joins < JOINS_MAX; joins++) {
      String next =
          accounts.find(AccountCases.stream(now)).map(it -> it.state().joinedInto()).orElse(null);
      if (next == null) {
        return now;
      }
      now = next;
    }
    return now;
  }
}
