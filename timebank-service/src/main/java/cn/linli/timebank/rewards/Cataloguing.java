package cn.linli.timebank.rewards;

import cn.linli.events.timebank.RewardEvent;
import cn.linli.events.timebank.RewardFiling;
import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.RewardProvider;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.Providers;
import cn.linli.timebank.casework.RewardCases;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.rewards.Reward;
import cn.linli.timebank.domain.rewards.RewardCommand;
import cn.linli.timebank.domain.rewards.RewardRules;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** From calls to commands of a catalogue. */
final class Cataloguing {

  private final Vault vault;
  private final Schemes schemes;
  private final Providers providers;

  Cataloguing(Vault vault, Schemes schemes, Providers providers) {
    this.vault = vault;
    this.schemes = schemes;
    this.providers = providers;
  }

  Command offer(Call<Bodies.Offer> call) {
    Bodies.Offer body = call.body();
    StreamId stream = RewardCases.stream(call.derivedId("reward"));
    var words = new Words(vault.sealing(stream, call.commandId()));
    String division = body.division().value();
    var filing =
        new RewardFiling(
            division,
            words.seal(body.title()),
            body.kind(),
            body.service(),
            body.unit(),
            body.price(),
            body.stock(),
            quarterLimit(body),
            provider(body.provider(), division));
    return call.command(
            201,
            List.of(stream),
            words.besides(),
            words.documents(),
            Command.<Reward, RewardEvent>single(
                stream,
                Reward.class,
                (reward, at) ->
                    RewardRules.decide(
                        new RewardCommand.Offer(filing), reward, goodsForMinutes(division))))
        .onNewStream();
  }

  Command reprice(Call<Bodies.Price> call) {
    return act(call, (body, words) -> new RewardCommand.Reprice(body.price()));
  }

  Command restock(Call<Bodies.Restock> call) {
    return act(call, (body, words) -> new RewardCommand.Restock(body.quantity()));
  }

  Command withdraw(Call<Bodies.Reason> call) {
    return act(call, (body, words) -> new RewardCommand.Withdraw(words.seal(body.reason())));
  }

  private <B> Command act(Call<B> call, BiFunction<B, Words, RewardCommand> asks) {
    StreamId stream = RewardCases.fromPath(call.path("id"));
    var words = new Words(vault.sealing(stream, call.commandId()));
    RewardCommand command = asks.apply(call.body(), words);
    Caller caller = call.caller();
    return call.command(
        200,
        List.of(stream),
        words.besides(),
        words.documents(),
        Command.<Reward, RewardEvent>single(
            stream, Reward.class, (reward, at) -> decide(command, reward, caller)));
  }

  private Decision<RewardEvent> decide(RewardCommand command, Reward reward, Caller caller) {
    if (!reward.exists()) {
      return Decision.refuse("not-found");
    }
    String division = reward.filed().division();
    return caller.covers(DivisionCode.of(division))
        ? RewardRules.decide(command, reward, goodsForMinutes(division))
        : Decision.refuse("out-of-scope");
  }

  /** Somebody of the place who is there now. */
  private @Nullable RewardProvider provider(Bodies.@Nullable Provider named, String division) {
    if (named == null) {
      return null;
    }
    var provider = new RewardProvider(named.kind(), named.id());
    String home =
        providers
            .home(provider)
            .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-provider")));
    if (!home.startsWith(division)) {
      throw new ProblemException(Problem.of(422, "foreign-provider"));
    }
    return provider;
  }

  /** What the catalogue does not say of goods, the scheme does. */
  private @Nullable Integer quarterLimit(Bodies.Offer body) {
    if (body.quarterLimit() != null || body.kind() == RewardKind.SERVICE) {
      return body.quarterLimit();
    }
    int limit = SchemeTable.cell(schemes.of(body.division().value()).goodsQuarterLimit());
    return limit == 0 ? null : Integer.valueOf(limit);
  }

  private boolean goodsForMinutes(String division) {
    return SchemeTable.cell(schemes.of(division).goodsForMinutes());
  }
}
