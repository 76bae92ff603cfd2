package cn.linli.timebank.orders;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Recorded;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.OrderCases;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.casework.QuotaCases;
import cn.linli.timebank.casework.RewardCases;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.clearing.Agreed;
import cn.linli.timebank.domain.orders.Placing;
import cn.linli.timebank.domain.orders.Quota;
import cn.linli.timebank.domain.rewards.Reward;
import cn.linli.timebank.ledger.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Placing an order: stock, limits and the hold are taken in one commit, or none of them. */
final class Ordering {

  private final Banking banking;
  private final Schemes schemes;
  private final Payers payers;
  private final CaseStates<Reward> rewards;
  private final Vault vault;

  Ordering(
      Banking banking, Schemes schemes, Payers payers, CaseStates<Reward> rewards, Vault vault) {
    this.banking = banking;
    this.schemes = schemes;
    this.payers = payers;
    this.rewards = rewards;
    this.vault = vault;
  }

  Command place(Call<Bodies.Place> call) {
    Bodies.Place body = call.body();
    Account account = payers.account(body.account());
    payers.maySpend(call.caller(), account, body.recordedOnBehalf() != null);
    Reward reward = reward(body.reward());
    StreamId stream = OrderCases.stream(call.derivedId("order"));
    var words = new Words(vault.sealing(stream, call.commandId()));
    String evidence = evidence(body.recordedOnBehalf(), words);
    String from = account.division();
    String to = reward.filed().division();
    String quarter = Quota.quarter(call.receivedAt());
    var touched =
        new Touched(
            stream,
            RewardCases.stream(body.reward()),
            reward.filed().quarterLimit() == null
                ? null
                : QuotaCases.stream(body.account(), quarter),
            from.equals(to) ? null : PairCases.stream(from, to));
    Placing.Terms terms = terms(from, to);
    return banking
        .command(
            call,
            201,
            touched.streams(),
            List.of(body.account()),
            words,
            seen ->
                !payers.speaks(
                        call.caller(),
                        seen.account(body.account()),
                        body.recordedOnBehalf() != null)
                    ? Wanted.refuse("not-yourself")
                    : touched.wanted(
                        Placing.decide(
                            new Placing.Wish(
                                stream.key(),
                                body.account(),
                                from,
                                body.reward(),
                                body.quantity(),
                                quarter,
                                evidence,
                                body.unit(),
                                seen.at()),
                            touched.around(seen),
                            terms),
                        seen))
        .onNewStream();
  }

  private Reward reward(String id) {
    return rewards
        .find(RewardCases.stream(id))
        .map(CaseStates.Stored::state)
        .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-reward")));
  }

  private static @Nullable String evidence(@Nullable Recorded recorded, Words words) {
    return recorded == null ? null : words.seal(recorded.evidence());
  }

  private Placing.Terms terms(String from, String to) {
    SchemeTable giver = schemes.of(to);
    return new Placing.Terms(
        SchemeTable.cell(giver.orderDays()),
        SchemeTable.cell(giver.noShowCharged()),
        from.equals(to) ? null : Agreed.limit(schemes.of(from), giver).orElse(null));
  }
}
