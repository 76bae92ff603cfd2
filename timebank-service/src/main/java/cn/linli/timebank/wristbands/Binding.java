package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.BandClaimEvent.AccountBanded;
import cn.linli.events.timebank.BandClaimEvent.AccountUnbanded;
import cn.linli.events.timebank.WristbandEvent;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.domain.wristbands.Wristband;
import cn.linli.timebank.domain.wristbands.WristbandRules;
import cn.linli.timebank.ledger.Account;
import java.util.List;

/** Who wears which wristband: the wristband and the account's claim change together. */
final class Binding {

  private final Banking banking;
  private final CaseStates<Wristband> bands;
  private final KeyedHash hash;

  Binding(Banking banking, CaseStates<Wristband> bands, KeyedHash hash) {
    this.banking = banking;
    this.bands = bands;
    this.hash = hash;
  }

  Command bind(Call<Bodies.Bind> call) {
    String account = call.body().account();
    StreamId band = WristbandCases.ofCode(hash, call.body().code());
    StreamId claim = BandClaims.stream(account);
    return banking.command(
        call,
        201,
        List.of(band, claim),
        List.of(account),
        null,
        seen -> {
          Account holder = seen.account(account);
          Refusal kept = Reach.mayKeepForOthers(holder, call.caller());
          if (kept != null) {
            return Wanted.refuse(kept);
          }
          if (holder.kind() != AccountKind.PERSON) {
            return Wanted.refuse("not-a-person");
          }
          Refusal shut = holder.whyNotOpen();
          if (shut != null) {
            return Wanted.refuse(shut);
          }
          var decision =
              WristbandRules.bind(
                  seen.state(band, Wristband.class),
                  account,
                  holder.division(),
                  call.body().since() == null ? seen.at() : call.body().since(),
                  seen.state(claim, BandClaims.Banded.class).band() != null,
                  seen.at());
          return wanted(
              decision,
              band,
              new Change(claim, List.of(new AccountBanded(band.key(), holder.division()))));
        });
  }

  /** Handed back. */
  Command unbind(Call<NoBody> call) {
    return end(call, false);
  }

  /** It is not given out again. */
  Command lost(Call<NoBody> call) {
    return end(call, true);
  }

  private Command end(Call<NoBody> call, boolean lost) {
    StreamId band = WristbandCases.fromPath(hash, call.path("id"));
    String account =
        bands
            .find(band)
            .map(it -> it.state().account())
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    StreamId claim = BandClaims.stream(account);
    return banking.command(
        call,
        200,
        List.of(band, claim),
        List.of(account),
        null,
        seen -> {
          Refusal refusal = Reach.mayAct(seen.account(account), call.caller(), true);
          if (refusal != null) {
            return Wanted.refuse(refusal);
          }
          Wristband worn = seen.state(band, Wristband.class);
          return account.equals(worn.account())
              ? wanted(
                  WristbandRules.unbind(worn, lost, seen.at()),
                  band,
                  new Change(claim, List.of(new AccountUnbanded())))
              : Wanted.refuse("wristband-not-bound");
        });
  }

  private static Wanted wanted(Decision<WristbandEvent> decision, StreamId band, Change claim) {
    return switch (decision) {
      case Decision.Refused<WristbandEvent>(var refusal) -> Wanted.refuse(refusal);
      case Decision.Accepted<WristbandEvent>(var events) ->
          Wanted.book(null, new Change(band, events), claim);
    };
  }
}
