package cn.linli.timebank.volunteering;

import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Vault;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.ledger.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose passbooks there are on a page: names masked, opened a page at a time. */
public final class Holders {

  private static final int AT_ONCE = Vault.MAX_REFS;

  private final CaseStates<Account> accounts;
  private final Vault vault;

  public Holders(CaseStates<Account> accounts, Vault vault) {
    this.accounts = accounts;
    this.vault = vault;
  }

  /**
   * Who holds a passbook.
   *
   * @param owner keyed mark of whose calls are the holder's; null: only clerks act on it
   * @param guardianMark of whose calls are a minor's guardian's
   * @param masked name; null where it was erased
   */
  public record Holder(
      @Nullable String owner,
      @Nullable String guardianMark,
      @Nullable String masked,
      String division) {

    /** The holder, or a minor's guardian. */
    public boolean isSpokenForBy(Actor actor) {
      return actor.mark().equals(owner) || actor.mark().equals(guardianMark);
    }
  }

  /** What of a holder lies in the vault and is needed here. */
  private record Named(@Nullable String name) {}

  public Map<String, Holder> of(Collection<String> ids) {
    List<String> each = ids.stream().distinct().toList();
    var known = new HashMap<String, Holder>();
    for (int from = 0; from < each.size(); from += AT_ONCE) {
      some(each.subList(from, Math.min(each.size(), from + AT_ONCE)), known);
    }
    return known;
  }

  private void some(List<String> ids, Map<String, Holder> into) {
    List<StreamId> streams = ids.stream().map(AccountCases::stream).toList();
    List<Stored<Account>> found = accounts.findAll(streams);
    var refs = new ArrayList<String>();
    found.stream().map(it -> it.state().holderRef()).filter(Objects::nonNull).forEach(refs::add);
    Map<String, Content> contents = vault.openAll(refs);
    for (Stored<Account> stored : found) {
      Account it = stored.state();
      into.put(
          stored.id(),
          new Holder(
              it.owner(), it.guardianMark(), masked(contents.get(it.holderRef())), it.division()));
    }
  }

  private static @Nullable String masked(@Nullable Content content) {
    return content == null
        ? null
        : content.read(Named.class).map(Named::name).map(Mask::name).orElse(null);
  }

  /** Lists of what somebody does are for themselves and the house of the place: else 403. */
  public void mustBeFor(String account, Caller caller) {
    Holder holder = of(List.of(account)).get(account);
    Actor actor = Actors.of(caller);
    boolean theirs =
        holder != null && (holder.isSpokenForBy(actor) || actor.isHouse(holder.division()));
    if (!theirs) {
      throw AccessException.outOfScope();
    }
  }
}
