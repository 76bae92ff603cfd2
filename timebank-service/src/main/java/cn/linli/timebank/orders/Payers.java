package cn.linli.timebank.orders;

import cn.linli.events.timebank.AccountKind;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.ledger.Account;

/** Whose passbook it is: its holder's, a minor's guardian's, or a clerk's to look after. */
final class Payers {

  private final CaseStates<Account> accounts;

  Payers(CaseStates<Account> accounts) {
    this.accounts = accounts;
  }

  /** 422 {@code account-unknown} where there is none. */
  Account account(String id) {
    return accounts
        .find(AccountCases.stream(id))
        .map(Stored::state)
        .orElseThrow(() -> new ProblemException(Problem.of(422, "account-unknown")));
  }

  /** Whether the caller holds it, or guards who does. */
  boolean holds(Caller caller, Account account) {
    return account.isSpokenForBy(caller.mark());
  }

  static boolean looksAfter(Caller caller, String division) {
    return caller.is(Role.BANK_CLERK, Role.COMMUNITY_CLERK)
        && caller.covers(DivisionCode.of(division));
  }

  /** With what has fallen due: a guardian's word ends before a timer has told it. */
  boolean speaks(Caller caller, Account account, boolean recorded) {
    return holds(caller, account) || recorded && looksAfter(caller, account.division());
  }

  /**
   * Who may spend what is in it.
   *
   * @param recorded whether a clerk records what the holder wants, with evidence
   */
  void maySpend(Caller caller, Account account, boolean recorded) {
    if (!speaks(caller, account, recorded)) {
      throw AccessException.notYourself();
    }
    if (account.kind() == AccountKind.POOL) {
      throw new ProblemException(Problem.of(422, "pool-only-grants"));
    }
  }

  /** Who may read its orders. */
  boolean mayRead(Caller caller, String account, String payers, String giver) {
    return caller.is(Role.AUDITOR, Role.BANK_CLERK, Role.COMMUNITY_CLERK)
            && (caller.covers(DivisionCode.of(payers)) || caller.covers(DivisionCode.of(giver)))
        || accounts
            .find(AccountCases.stream(account))
            .filter(it -> holds(caller, it.state()))
            .isPresent();
  }
}
