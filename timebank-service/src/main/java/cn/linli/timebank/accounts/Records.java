package cn.linli.timebank.accounts;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.ReadinessRecorded;
import cn.linli.events.timebank.Reason;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.ledger.AccountRules;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clerks record about holders, and what they grant. */
final class Records {

  private final Banking banking;
  private final Vault vault;
  private final Divisions divisions;

  Records(Banking banking, Vault vault, Divisions divisions) {
    this.banking = banking;
    this.vault = vault;
    this.divisions = divisions;
  }

  /** Both sides of a relation, in one commit. */
  Command relate(Call<Bodies.Relate> call) {
    StreamId one = AccountCases.fromPath(call.path("id"));
    StreamId other = AccountCases.stream(call.body().account());
    var words = new Words(vault.sealing(one, call.commandId()));
    String evidenceRef = words.seal(call.body().evidence());
    return both(
        call,
        one,
        other,
        words,
        (account, its) -> AccountRules.relate(account, its, call.body().kind(), evidenceRef));
  }

  Command unrelate(Call<Bodies.Unrelate> call) {
    return both(
        call,
        AccountCases.fromPath(call.path("id")),
        AccountCases.stream(call.body().account()),
        null,
        AccountRules::unrelate);
  }

  private interface Side {
    Decision<AccountEvent> decide(cn.linli.timebank.ledger.Account account, String other);
  }

  private Command both(
      Call<?> call, StreamId one, StreamId other, @Nullable Words words, Side side) {
    Caller caller = call.caller();
    return banking.command(
        call,
        200,
        List.of(one),
        List.of(one.key(), other.key()).stream().distinct().toList(),
        words,
        seen -> {
          Refusal hidden = Reach.mayKeepForOthers(seen.account(one.key()), caller);
          if (hidden != null) {
            return Wanted.refuse(hidden);
          }
          if (Reach.isHolder(seen.account(other.key()), caller)) {
            return Wanted.refuse("self-confirmation");
          }
          var changes = new ArrayList<Change>();
          for (StreamId stream : List.of(one, other)) {
            StreamId its = stream.equals(one) ? other : one;
            switch (side.decide(seen.account(stream.key()), its.key())) {
              case Decision.Refused<AccountEvent>(var refusal) -> {
                return Wanted.refuse(refusal);
              }
              case Decision.Accepted<AccountEvent>(var events) ->
                  changes.add(new Change(stream, events));
            }
          }
          return Wanted.book(null, changes);
        });
  }

  /** Insurance before risky work, training before anything (志愿服务条例 §15, §17). */
  Command readiness(Call<Bodies.Readiness> call) {
    StreamId stream = AccountCases.fromPath(call.path("id"));
    Caller caller = call.caller();
    var recorded = new ReadinessRecorded(call.body().insured(), call.body().trained());
    return banking.command(
        call,
        200,
        List.of(stream),
        List.of(stream.key()),
        null,
        seen -> {
          Refusal hidden = Reach.mayKeep(seen.account(stream.key()), caller);
          return hidden == null
              ? Wanted.book(null, new Change(stream, List.of(recorded)))
              : Wanted.refuse(hidden);
        });
  }

  /**
   * To a pool out of public means, by a street or above; to a person from the pool of the
   * community, as much as its scheme lets and the pool can spare (domain rules §6.2: Nanjing).
   */
  Command grant(Call<Bodies.Grant> call) {
    StreamId stream = AccountCases.fromPath(call.path("id"));
    String id = stream.key();
    var words = new Words(vault.sealing(stream, call.commandId()));
    String evidenceRef = words.seal(call.body().evidence());
    boolean toPool = Book.isPool(id);
    Caller caller = call.caller();
    String pool = toPool ? id : pool(caller, call);
    return banking.command(
        call,
        200,
        List.of(stream),
        List.of(id, pool).stream().distinct().toList(),
        words,
        seen -> {
          Refusal refusal =
              toPool ? mayFund(id, caller) : mayGrant(seen, call.body(), id, pool, caller);
          if (refusal != null) {
            return Wanted.refuse(refusal);
          }
          var body = call.body();
          return Wanted.book(
              toPool
                  ? Transaction.of(
                      Step.issue(
                          id,
                          Book.opened(id).division(),
                          body.unit(),
                          body.amount(),
                          Reason.GRANT,
                          evidenceRef))
                  : Transaction.of(
                      Step.move(pool, id, body.unit(), body.amount(), Reason.GRANT, evidenceRef)));
        });
  }

  /** A clerk of one community grants from its pool; others name it. */
  private static String pool(Caller caller, Call<Bodies.Grant> call) {
    DivisionCode named = call.body().pool();
    return Book.pool((named == null ? caller.scope() : named).value());
  }

  private @Nullable Refusal mayFund(String pool, Caller caller) {
    if (!caller.is(Role.STREET_OFFICER, Role.DISTRICT_OFFICER, Role.CITY_OFFICER)) {
      return Refusal.of("wrong-role");
    }
    DivisionCode community = DivisionCode.of(Book.opened(pool).division());
    if (!caller.covers(community)) {
      return Refusal.of("out-of-scope");
    }
    return divisions.now().isKnown(community) ? null : Refusal.of("unknown-division");
  }

  private static @Nullable Refusal mayGrant(
      Seen seen, Bodies.Grant body, String id, String pool, Caller caller) {
    Refusal hidden = Reach.mayKeepForOthers(seen.account(id), caller);
    if (hidden != null) {
      return hidden;
    }
    String division = seen.account(id).division();
    if (!pool.equals(Book.pool(division))) {
      return Refusal.of("other-pool", "pool", Book.pool(division));
    }
    int most = cell(seen.schemes().of(division).grantMinutesMax());
    if (most == 0) {
      return Refusal.of("no-grants");
    }
    return body.amount() > most ? Refusal.of("grant-too-large", "limit", most) : null;
  }
}
