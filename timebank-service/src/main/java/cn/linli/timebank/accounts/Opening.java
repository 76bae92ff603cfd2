package cn.linli.timebank.accounts;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.AccountRules;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens passbooks. The id follows from who holds it, so nobody has two of one kind: from the mark
 * of their calls, else from their phone. Whoever was known by their phone and has a token now keeps
 * the passbook they have: a clerk who sees both binds them. A resident's own word for a phone binds
 * nothing, for a token proves no phone.
 */
final class Opening {

  private static final String PURPOSE = "bank-account";

  /** A community's code; a time bank of a whole street has nine digits. */
  private static final int DIGITS_MIN = 9;

  private static final int DIGITS_MAX = 12;

  /** Passbooks of one mark that are looked through: one's own and those of one's wards. */
  private static final int OF_ONE_MARK_MAX = 100;

  private final Banking banking;
  private final Vault vault;
  private final KeyedHash hash;
  private final CaseStates<Account> states;

  Opening(Banking banking, Vault vault, KeyedHash hash, CaseStates<Account> states) {
    this.banking = banking;
    this.vault = vault;
    this.hash = hash;
    this.states = states;
  }

  Command open(Call<Bodies.Open> call) {
    Bodies.Open body = call.body();
    String division = body.division().value();
    if (body.kind() == AccountKind.POOL) {
      throw new ProblemException(Problem.of(422, "pool-opens-itself"));
    }
    if (division.length() < DIGITS_MIN || division.length() > DIGITS_MAX) {
      throw new ProblemException(Problem.of(422, "not-a-community"));
    }
    PersonMark phone = phone(body.holder());
    String owner = owner(call);
    String known = owner == null ? null : ofMark(body.kind(), owner);
    if (known == null && owner != null && phone != null && !call.caller().is(Role.RESIDENT)) {
      StreamId before = AccountCases.stream(id(body.kind(), "phone|" + phone.value()));
      if (states.find(before).filter(it -> it.state().owner() == null).isPresent()) {
        return bind(call, before, owner);
      }
    }
    String id = known == null ? id(body.kind(), identity(body, owner, phone)) : known;
    StreamId stream = AccountCases.stream(id);
    var words = new Words(vault.sealing(stream, call.commandId()));
    String holderRef =
        words.seal(
            phone,
            new Person(body.holder().name(), body.holder().birthYear(), body.holder().phone()));
    String consentRef = words.sealIfAny(body.consent());
    return banking.command(
        call,
        201,
        List.of(stream),
        accounts(id, body),
        words,
        seen -> {
          var opening =
              new AccountRules.Opening(
                  id,
                  body.kind(),
                  division,
                  holderRef,
                  owner,
                  call.caller().is(Role.RESIDENT) ? call.caller().mark() : null,
                  body.holder().birthYear(),
                  body.guardian(),
                  body.guardian() == null ? Account.NONE : seen.account(body.guardian()),
                  consentRef);
          return switch (AccountRules.open(seen.account(id), opening, seen.at())) {
            case Decision.Refused<AccountEvent>(var refusal) -> Wanted.refuse(refusal);
            case Decision.Accepted<AccountEvent>(var events) ->
                Wanted.book(start(id, body.kind(), division, seen), new Change(stream, events));
          };
        });
  }

  private String id(AccountKind kind, String identity) {
    return hash.of(PURPOSE, kind.wire(), identity);
  }

  /** The passbook of this kind that is bound to a mark; null: none. */
  private @Nullable String ofMark(AccountKind kind, String mark) {
    String list = ListFields.of(AccountCases.KIND, mark);
    return Listing.first(states, list, OF_ONE_MARK_MAX).stream()
        .filter(it -> it.state().kind() == kind && mark.equals(it.state().owner()))
        .filter(it -> it.state().status() != Account.Status.CLOSED)
        .map(CaseStates.Stored::id)
        .findFirst()
        .orElse(null);
  }

  private Command bind(Call<Bodies.Open> call, StreamId stream, String owner) {
    return banking.command(
        call,
        200,
        List.of(stream),
        List.of(stream.key()),
        null,
        seen -> {
          Account account = seen.account(stream.key());
          Refusal hidden = Reach.mayKeep(account, call.caller());
          return hidden == null
              ? Wanted.of(stream, AccountRules.bind(account, owner))
              : Wanted.refuse(hidden);
        });
  }

  private static List<String> accounts(String id, Bodies.Open body) {
    var accounts = new ArrayList<String>();
    accounts.add(id);
    if (body.kind() == AccountKind.PERSON) {
      accounts.add(Book.pool(body.division().value()));
    }
    if (body.guardian() != null && !accounts.contains(body.guardian())) {
      accounts.add(body.guardian());
    }
    return accounts;
  }

  /** What the scheme gives to begin with; the pool gives no more than it can spare. */
  private static @Nullable Transaction start(
      String id, AccountKind kind, String division, Banking.Seen seen) {
    SchemeTable scheme = seen.schemes().of(division);
    int points = cell(scheme.householdStartPoints());
    if (kind == AccountKind.HOUSEHOLD && points > 0) {
      return Transaction.of(Step.issue(id, division, Unit.POINTS, points, Reason.WELCOME, null));
    }
    int minutes = cell(scheme.welcomeMinutes());
    String pool = Book.pool(division);
    return kind == AccountKind.PERSON
            && minutes > 0
            && seen.account(pool).balance(Unit.MINUTES).available() - minutes
                >= cell(scheme.poolFloorMinutes())
        ? Transaction.of(Step.move(pool, id, Unit.MINUTES, minutes, Reason.WELCOME, null))
        : null;
  }

  /** Residents open their own; a clerk may say whose tokens are the holder's. */
  private static @Nullable String owner(Call<Bodies.Open> call) {
    String named = call.body().holder().account();
    if (!call.caller().is(Role.RESIDENT)) {
      return named == null ? null : call.markOf(named);
    }
    if (named != null && !call.markOf(named).equals(call.caller().mark())) {
      throw new ProblemException(Problem.of(403, "not-yourself"));
    }
    return call.body().guardian() == null ? call.caller().mark() : null;
  }

  private @Nullable PersonMark phone(Bodies.Holder holder) {
    return holder.phone() == null || holder.phone().isBlank()
        ? null
        : PersonMark.ofPhone(hash, holder.phone());
  }

  /**
   * A child without a token or phone is known by the guardian and its name; a group by its name.
   */
  private static String identity(
      Bodies.Open body, @Nullable String owner, @Nullable PersonMark phone) {
    if (owner != null) {
      return "mark|" + owner;
    }
    if (body.guardian() != null) {
      return "child|" + body.guardian() + "|" + body.holder().name();
    }
    if (body.kind() == AccountKind.GROUP) {
      return "group|" + body.division().value() + "|" + body.holder().name();
    }
    if (phone == null) {
      throw new ProblemException(Problem.of(422, "holder-not-identified"));
    }
    return "phone|" + phone.value();
  }
}
