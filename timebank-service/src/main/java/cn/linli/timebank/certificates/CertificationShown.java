package cn.linli.timebank.certificates;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;

import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Tier;
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
import cn.linli.timebank.domain.certificates.Certification;
import cn.linli.timebank.domain.certificates.ServiceRecord;
import cn.linli.timebank.ledger.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Certificates that were asked for, and the notice board for everybody of the place. */
final class CertificationShown implements Resource<CertificationReply> {

  private final CaseStates<Certification> states;
  private final CaseStates<Account> accounts;
  private final HolderNames holders;
  private final Vault vault;

  CertificationShown(
      CaseStates<Certification> states,
      CaseStates<Account> accounts,
      HolderNames holders,
      Vault vault) {
    this.states = states;
    this.accounts = accounts;
    this.holders = holders;
    this.vault = vault;
  }

  @Override
  public @Nullable CertificationReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Certification) Objects.requireNonNull(done.states().get(done.primary()));
    return reply(new Stored<>(done.primary().key(), state, done.version()), call.caller());
  }

  @Override
  public @Nullable CertificationReply asItIsNow(
      StreamId primary, Caller caller, Language language) {
    return states.find(primary).map(it -> reply(it, caller)).orElse(null);
  }

  @Nullable CertificationReply one(Query<NoBody> query) {
    var found = states.find(CertificationCases.fromPath(query.path("id")));
    CertificationReply reply = found.map(it -> reply(it, query.caller())).orElse(null);
    if (found.isPresent() && reply == null && !query.caller().is(Role.RESIDENT)) {
      throw AccessException.outOfScope();
    }
    return reply;
  }

  /** Of a passbook for its holder, of a place for those who keep or check the books. */
  Page<CertificationReply> page(Query<NoBody> query) {
    Caller caller = query.caller();
    String list;
    if (caller.is(Role.RESIDENT)) {
      String account = query.text("account").orElse("");
      if (!Reach.isHolder(accounts, account, caller)) {
        return new Page<>(List.of(), null);
      }
      list = ListFields.of(CertificationCases.KIND, account);
    } else {
      DivisionCode place = query.division("division").orElse(caller.scope());
      caller.mustCover(place);
      list = ListFields.place(CertificationCases.KIND, place.value());
    }
    Page<Stored<Certification>> page = Listing.page(query, states, list, Certification::askedAt);
    Map<String, Account> of = accountsOf(page.items());
    return new Page<>(
        page.items().stream()
            .map(it -> reply(it, caller, Objects.requireNonNull(of.get(account(it)))))
            .toList(),
        page.next());
  }

  /** Everybody of the place reads it, also where their token is of one grid of it. */
  Page<CertificationReply.Notice> notices(Query<NoBody> query) {
    DivisionCode scope = query.caller().scope();
    DivisionCode place = query.division("division").orElse(scope.at(Tier.COMMUNITY).orElse(scope));
    boolean within = place.at(Tier.COMMUNITY).isPresent() && place.contains(scope);
    if (!within) {
      query.caller().mustCover(place);
    }
    String board = ListFields.place(CertificationCases.NOTICES, place.value());
    Page<Stored<Certification>> page = Listing.page(query, states, board, Certification::askedAt);
    Map<String, String> names = holders.masked(accountsOf(page.items()));
    return new Page<>(
        page.items().stream().map(it -> notice(it, names.getOrDefault(account(it), ""))).toList(),
        page.next());
  }

  private static CertificationReply.Notice notice(Stored<Certification> stored, String name) {
    Certification it = stored.state();
    ServiceRecord record = it.record();
    return new CertificationReply.Notice(
        stored.id(),
        name,
        it.filed().number(),
        record.minutes(),
        record.times(),
        services(record),
        it.filed().until(),
        it.status() == Certification.Status.OBJECTED);
  }

  /** Null: not for them. While it hangs, everybody of the place reads that it does. */
  private @Nullable CertificationReply reply(Stored<Certification> stored, Caller caller) {
    Account account = accountsOf(List.of(stored)).get(account(stored));
    Certification it = stored.state();
    DivisionCode place = DivisionCode.of(it.filed().division());
    boolean board = it.hangs() && (place.contains(caller.scope()) || caller.covers(place));
    return account != null && (sees(it, account, caller) || board)
        ? reply(stored, caller, account)
        : null;
  }

  /** The volunteer, and those who keep or check the books of the place that issues it. */
  static boolean sees(Certification it, Account account, Caller caller) {
    return Reach.isHolder(account, caller)
        || caller.is(BANK_CLERK, AUDITOR, ADMIN)
            && caller.covers(DivisionCode.of(it.filed().division()));
  }

  private CertificationReply reply(Stored<Certification> stored, Caller caller, Account account) {
    Certification it = stored.state();
    boolean all = sees(it, account, caller);
    ServiceRecord record = it.record();
    return new CertificationReply(
        stored.id(),
        Objects.requireNonNull(it.status()),
        all ? it.filed().account() : null,
        holders.name(account, caller),
        it.filed().division(),
        it.filed().number(),
        record.minutes(),
        record.times(),
        record.stars(),
        services(record),
        it.filed().noticeDays(),
        it.filed().until(),
        objections(it, all),
        Objects.requireNonNull(it.askedAt()),
        it.issuedAt(),
        stored.version());
  }

  private static List<CertificationReply.Service> services(ServiceRecord record) {
    return record.kinds().stream()
        .map(it ->
            new CertificationReply.Service(
                it.service(), it.times(), it.minutes(), it.first(), it.last()))
        .toList();
  }

  private List<CertificationReply.Objection> objections(Certification it, boolean words) {
    var shown = new ArrayList<CertificationReply.Objection>();
    for (Certification.Objection each : it.objections()) {
      shown.add(
          new CertificationReply.Objection(
              shown.size() + 1,
              each.upheld() == null
                  ? CertificationReply.Standing.OPEN
                  : each.upheld()
                      ? CertificationReply.Standing.UPHELD
                      : CertificationReply.Standing.DISMISSED,
              words ? text(each.reasonRef()) : null,
              words ? text(each.answerRef()) : null));
    }
    return shown;
  }

  private @Nullable String text(@Nullable String ref) {
    return ref == null ? null : vault.open(ref).text().orElse(null);
  }

  private static String account(Stored<Certification> stored) {
    return stored.state().filed().account();
  }

  private Map<String, Account> accountsOf(List<Stored<Certification>> page) {
    return AccountCases.byId(accounts, page.stream().map(CertificationShown::account));
  }
}
