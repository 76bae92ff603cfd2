package cn.linli.timebank.casework;

import cn.linli.platform.casework.CaseStates;
import cn.linli.timebank.ledger.Account;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To which community an account belongs: it never changes, so what was read once need not be read
 * again, and a transfer costs no look-up.
 */
public final class Homes {

  /** Of 26 characters each, some 20 MB. */
  private static final int ACCOUNTS_MAX = 200_000;

  private final CaseStates<Account> accounts;
  private final Cache<String, String> divisions =
      Caffeine.newBuilder().maximumSize(ACCOUNTS_MAX).build();

  public Homes(CaseStates<Account> accounts) {
    this.accounts = accounts;
  }

  /** Empty: there is no such account, or not yet. */
  public Optional<String> of(String account) {
    String known = divisions.getIfPresent(account);
    return Optional.ofNullable(known == null ? read(account) : known);
  }

  private @Nullable String read(String account) {
    String division =
        accounts
            .find(AccountCases.stream(account))
            .map(stored -> stored.state().division())
            .orElse(null);
    if (division != null) {
      divisions.put(account, division);
    }
    return division;
  }
}
