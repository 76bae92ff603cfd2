package cn.linli.timebank.deeds;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.COUNCIL_MEMBER;

import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.HolderNames;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.domain.deeds.Deed;
import cn.linli.timebank.ledger.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Matters of the moral council as those concerned see them, and the notice board for everybody. */
final class DeedShown implements Resource<DeedReply> {

  private final CaseStates<Deed> deeds;
  private final CaseStates<Account> accounts;
  private final HolderNames names;
  private final Vault vault;

  DeedShown(CaseStates<Deed> deeds, CaseStates<Account> accounts, HolderNames names, Vault vault) {
    this.deeds = deeds;
    this.accounts = accounts;
    this.names = names;
    this.vault = vault;
  }

  /**
   * What hangs on the board.
   *
   * @param name masked: names are not shown in full (domain rules §6.3)
   */
  record NoticeReply(String id, @Nullable String name, String deed, int points, Instant until) {}

  @Override
  public @Nullable DeedReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Deed) Objects.requireNonNull(done.states().get(done.primary()));
    return reply(new Stored<>(done.primary().key(), state, done.version()), call.caller());
  }

  @Override
  public @Nullable DeedReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return deeds.find(primary).map(it -> reply(it, caller)).orElse(null);
  }

  @Nullable DeedReply one(Query<NoBody> query) {
    var found = deeds.find(DeedCases.fromPath(query.path("id")));
    DeedReply reply = found.map(it -> reply(it, query.caller())).orElse(null);
    if (found.isPresent() && reply == null && !query.caller().is(Role.RESIDENT)) {
      throw AccessException.outOfScope();
    }
    return reply;
  }

  /**
   * Of a place, for its council and clerks; of an account, for its holder. Words stand with the
   * single matter.
   */
  Page<DeedReply> page(Query<NoBody> query) {
    Caller caller = query.caller();
    String list;
    if (caller.is(Role.RESIDENT)) {
      String account = query.text("account").orElse("");
      if (!Reach.isHolder(accounts, account, caller)) {
        return new Page<>(List.of(), null);
      }
      list = ListFields.of(DeedCases.KIND, account);
    } else {
      list = ListFields.place(DeedCases.KIND, place(query).value());
    }
    Page<Stored<Deed>> page = Listing.page(query, deeds, list, Deed::reportedAt);
    Holders holders = holders(page.items());
    return new Page<>(
        page.items().stream()
            .map(it -> reply(it, caller, holders, false))
            .filter(Objects::nonNull)
            .toList(),
        page.next());
  }

  /** Everybody of the place reads it; no deduction ever hangs there. */
  Page<NoticeReply> notices(Query<NoBody> query) {
    String board = ListFields.place(DeedCases.NOTICES, place(query).value());
    Page<Stored<Deed>> page = Listing.page(query, deeds, board, Deed::reportedAt);
    Holders holders = holders(page.items());
    return new Page<>(
        page.items().stream()
            .map(it ->
                new NoticeReply(
                    it.id(),
                    holders.name(it.state()),
                    Objects.requireNonNull(it.state().what()),
                    it.state().points(),
                    Objects.requireNonNull(it.state().noticeUntil())))
            .toList(),
        page.next());
  }

  private static DivisionCode place(Query<NoBody> query) {
    DivisionCode place = query.division("division").orElse(query.caller().scope());
    query.caller().mustCover(place);
    return place;
  }

  /** Whether somebody may read all of a matter. */
  boolean sees(Deed deed, Caller caller) {
    return sees(deed, caller, holdersOf(List.of(deed)));
  }

  private static boolean sees(Deed deed, Caller caller, Holders holders) {
    return caller.mark().equals(deed.reportedBy())
        || caller.is(COUNCIL_MEMBER, BANK_CLERK, COMMUNITY_CLERK, AUDITOR, ADMIN)
            && caller.covers(DivisionCode.of(Objects.requireNonNull(deed.division())))
        || holders.isSpokenForBy(deed, caller.mark());
  }

  private @Nullable DeedReply reply(Stored<Deed> stored, Caller caller) {
    return reply(stored, caller, holders(List.of(stored)), true);
  }

  /** Null: not for them. On the board, everybody of the place reads that it hangs there. */
  private @Nullable DeedReply reply(
      Stored<Deed> stored, Caller caller, Holders holders, boolean words) {
    Deed it = stored.state();
    boolean all = sees(it, caller, holders);
    boolean board =
        !it.isDeduction()
            && it.noticeUntil() != null
            && caller.scope().value().startsWith(Objects.requireNonNull(it.division()));
    if (!all && !board) {
      return null;
    }
    boolean told = all && words;
    return new DeedReply(
        stored.id(),
        Objects.requireNonNull(it.side()),
        Objects.requireNonNull(it.status()),
        Objects.requireNonNull(it.account()),
        holders.name(it),
        Objects.requireNonNull(it.division()),
        Objects.requireNonNull(it.what()),
        it.points(),
        it.source(),
        told ? text(it.evidenceRef()) : null,
        it.attended(),
        told ? text(it.hearingRef()) : null,
        told
            ? it.reasonRefs().stream().map(this::text).filter(Objects::nonNull).toList()
            : List.of(),
        it.round() == null
            ? null
            : new DeedReply.Votes(it.round(), it.votes().size(), it.agreed().quorum()),
        it.noticeUntil(),
        it.booked(),
        all ? it.entry() : null,
        Objects.requireNonNull(it.reportedAt()),
        stored.version());
  }

  private @Nullable String text(@Nullable String ref) {
    return ref == null ? null : vault.open(ref).text().orElse(null);
  }

  /**
   * Holders of the passbooks of a page, read at once.
   *
   * @param names masked, by account
   */
  private record Holders(Map<String, Account> accounts, Map<String, String> names) {

    boolean isSpokenForBy(Deed deed, String mark) {
      Account account = accounts.get(deed.account());
      return account != null && account.isSpokenForBy(mark);
    }

    @Nullable String name(Deed deed) {
      return names.get(deed.account());
    }
  }

  private Holders holders(List<Stored<Deed>> page) {
    return holdersOf(page.stream().map(Stored::state).toList());
  }

  private Holders holdersOf(List<Deed> of) {
    Map<String, Account> found =
        AccountCases.byId(accounts, of.stream().map(it -> Objects.requireNonNull(it.account())));
    return new Holders(found, names.masked(found));
  }
}
