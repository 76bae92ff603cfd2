package cn.linli.timebank.casework;

import cn.linli.platform.access.Caller;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.ledger.Account;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who holds a passbook, as papers tell it. */
public final class HolderNames {

  /** More days than any passbook lasts. */
  private static final long DAYS = 1_000_000;

  private final Vault vault;

  public HolderNames(Vault vault) {
    this.vault = vault;
  }

  /** What lies in the vault; the name is all that papers tell. */
  private record Named(String name, @Nullable Integer birthYear, @Nullable String phone) {}

  /** In clear for the holder, masked for everybody else; empty for a pool or after an erasure. */
  public String name(Account account, Caller caller) {
    String ref = account.holderRef();
    if (ref == null) {
      return "";
    }
    return vault
        .openAll(List.of(ref))
        .get(ref)
        .read(Named.class)
        .map(Named::name)
        .map(name -> Reach.isHolder(account, caller) ? name : Mask.name(name))
        .orElse("");
  }

  /** By passbook, as everybody may read it; without what was erased. Read at once. */
  public Map<String, String> masked(Map<String, Account> accounts) {
    Map<String, Content> found =
        vault.openAll(
            accounts.values().stream().map(Account::holderRef).filter(Objects::nonNull).toList());
    var names = new HashMap<String, String>();
    accounts.forEach((id, account) -> {
      Content content = account.holderRef() == null ? null : found.get(account.holderRef());
      if (content != null) {
        content.read(Named.class).ifPresent(named -> names.put(id, Mask.name(named.name())));
      }
    });
    return names;
  }

  /** What tells the day it was made is another paper on another day. */
  public static long edition(long version, Instant day) {
    return version * DAYS + WorkCalendar.dayOf(day).toEpochDay();
  }
}
