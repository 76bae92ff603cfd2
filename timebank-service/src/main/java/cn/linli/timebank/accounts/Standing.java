package cn.linli.timebank.accounts;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.AccountRules;
import cn.linli.timebank.ledger.Leaving;
import java.util.List;

/** Freezing, and what becomes of what somebody left. */
final class Standing {

  private final Banking banking;
  private final Vault vault;

  Standing(Banking banking, Vault vault) {
    this.banking = banking;
    this.vault = vault;
  }

  private interface Rule {
    Wanted of(Account account, String wordsRef, Seen seen);
  }

  Command freeze(Call<Bodies.Freeze> call) {
    StreamId stream = AccountCases.fromPath(call.path("id"));
    return keep(
        call,
        call.body().reason(),
        List.of(stream.key()),
        (account, reasonRef, seen) ->
            Wanted.of(
                stream,
                AccountRules.freeze(
                    account,
                    call.body().cause(),
                    reasonRef,
                    cell(seen.schemes().of(account.division()).successionMonths()),
                    seen.at())));
  }

  Command unfreeze(Call<Bodies.Because> call) {
    StreamId stream = AccountCases.fromPath(call.path("id"));
    return keep(
        call,
        call.body().reason(),
        List.of(stream.key()),
        (account, reasonRef, _) -> Wanted.of(stream, AccountRules.unfreeze(account, reasonRef)));
  }

  /** A guardian's token speaks for a minor from now on. */
  Command guard(Call<Bodies.Guard> call) {
    String guardian = call.body().guardian();
    StreamId stream = AccountCases.fromPath(call.path("id"));
    return keep(
        call,
        call.body().consent(),
        List.of(stream.key(), guardian).stream().distinct().toList(),
        (account, consentRef, seen) ->
            Wanted.of(
                stream,
                AccountRules.guard(
                    account, guardian, seen.account(guardian), consentRef, seen.at())));
  }

  /** To a relative who was recorded before, and asks in time. */
  Command succeed(Call<Bodies.Succeed> call) {
    String heir = call.body().heir();
    StreamId stream = AccountCases.fromPath(call.path("id"));
    return keep(
        call,
        call.body().evidence(),
        List.of(stream.key(), heir).stream().distinct().toList(),
        (account, evidenceRef, seen) -> {
          Refusal objection = Leaving.objection(account, heir, seen.account(heir), seen.at());
          if (objection == null && Reach.isHolder(seen.account(heir), call.caller())) {
            objection = Refusal.of("self-confirmation");
          }
          return objection == null
              ? Wanted.book(Leaving.closing(account, heir, evidenceRef))
              : Wanted.refuse(objection);
        });
  }

  private Command keep(Call<?> call, String said, List<String> accounts, Rule rule) {
    StreamId stream = AccountCases.fromPath(call.path("id"));
    var words = new Words(vault.sealing(stream, call.commandId()));
    String ref = words.seal(said);
    Caller caller = call.caller();
    return banking.command(
        call,
        200,
        List.of(stream),
        accounts,
        words,
        seen -> {
          Account account = seen.account(stream.key());
          Refusal hidden = Reach.mayKeepForOthers(account, caller);
          return hidden == null ? rule.of(account, ref, seen) : Wanted.refuse(hidden);
        });
  }
}
