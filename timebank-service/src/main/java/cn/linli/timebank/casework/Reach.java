package cn.linli.timebank.casework;

import cn.linli.events.timebank.AccountKind;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.division.DivisionCode;
import cn.linli.timebank.ledger.Account;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may see which passbook: its holder, and those who keep or check the books of its division.
 * The pool is everybody's who belongs to the community.
 */
public final class Reach {

  private Reach() {}

  /** The holder, or a minor's guardian. */
  public static boolean isHolder(Account account, Caller caller) {
    return account.isSpokenForBy(caller.mark());
  }

  /**
   * @param account an id as somebody wrote it; of none, nobody is the holder
   */
  public static boolean isHolder(CaseStates<Account> accounts, String account, Caller caller) {
    return AccountCases.isId(account)
        && accounts
            .find(AccountCases.stream(account))
            .filter(it -> isHolder(it.state(), caller))
            .isPresent();
  }

  /** Whether somebody keeps the books there. */
  public static boolean keeps(Account account, Caller caller) {
    return caller.is(Role.BANK_CLERK, Role.ADMIN)
        && account.exists()
        && caller.covers(DivisionCode.of(account.division()));
  }

  public static boolean sees(Account account, Caller caller) {
    if (!account.exists()) {
      return false;
    }
    boolean inPlace = caller.covers(DivisionCode.of(account.division()));
    return isHolder(account, caller)
        || inPlace && caller.is(Role.BANK_CLERK, Role.AUDITOR, Role.ADMIN)
        || inPlace && account.kind() == AccountKind.POOL;
  }

  /** The account if it may be read; empty: it is not there for the caller; 403: not for them. */
  public static <A extends CaseStates.Stored<Account>> Optional<A> open(
      Optional<A> stored, Caller caller) {
    if (stored.isEmpty() || sees(stored.get().state(), caller)) {
      return stored;
    }
    if (caller.is(Role.RESIDENT)) {
      return Optional.empty();
    }
    throw AccessException.outOfScope();
  }

  /**
   * For rules: why a caller may not act on an account; null: they may. Residents don't learn that
   * there is one.
   *
   * @param onBehalf whether a clerk writes it down for the holder, with evidence
   */
  public static @Nullable Refusal mayAct(Account account, Caller caller, boolean onBehalf) {
    if (isHolder(account, caller)) {
      return null;
    }
    if (caller.is(Role.RESIDENT) || !account.exists()) {
      return Refusal.of("not-found");
    }
    if (!keeps(account, caller)) {
      return Refusal.of("out-of-scope");
    }
    return onBehalf ? null : Refusal.of("not-yourself");
  }

  /** For rules: those who keep the books there, but not of what is their own; null: they may. */
  public static @Nullable Refusal mayKeepForOthers(Account account, Caller caller) {
    Refusal hidden = mayKeep(account, caller);
    return hidden == null && isHolder(account, caller) ? Refusal.of("self-confirmation") : hidden;
  }

  /** For rules: only those who keep the books there; null: they may. */
  public static @Nullable Refusal mayKeep(Account account, Caller caller) {
    if (!account.exists()) {
      return Refusal.of("not-found");
    }
    return keeps(account, caller) ? null : Refusal.of("out-of-scope");
  }
}
