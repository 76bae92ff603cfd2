package cn.linli.timebank.domain.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.RewardEvent;
import cn.linli.events.timebank.RewardEvent.RewardOffered;
import cn.linli.events.timebank.RewardEvent.RewardRepriced;
import cn.linli.events.timebank.RewardEvent.RewardRestocked;
import cn.linli.events.timebank.RewardEvent.RewardWithdrawn;
import cn.linli.events.timebank.RewardEvent.StockReturned;
import cn.linli.events.timebank.RewardEvent.StockTaken;
import cn.linli.events.timebank.RewardFiling;
import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.rewards.RewardCommand.Offer;
import cn.linli.timebank.domain.rewards.RewardCommand.Reprice;
import cn.linli.timebank.domain.rewards.RewardCommand.Restock;
import cn.linli.timebank.domain.rewards.RewardCommand.Withdraw;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RewardRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final String HERE = "370602003006";
  private static final RewardFiling RICE = goods(HERE, Unit.POINTS, 50);
  private static final RewardFiling HAIRCUT = service(Unit.MINUTES, null);

  @Test
  void goods_are_for_points_unless_the_scheme_says_otherwise_and_have_a_stock() {
    assertThat(offer(RICE, false)).isEqualTo(Decision.accept(new RewardOffered(RICE)));
    RewardFiling forMinutes = goods(HERE, Unit.MINUTES, 50);
    assertThat(code(offer(forMinutes, false))).isEqualTo("goods-for-points-only");
    assertThat(offer(forMinutes, true)).isEqualTo(Decision.accept(new RewardOffered(forMinutes)));
    assertThat(code(offer(goods(HERE, Unit.POINTS, null), false))).isEqualTo("stock-missing");
  }

  @Test
  void services_cost_either_unit_and_need_no_stock() {
    assertThat(offer(HAIRCUT, false)).isEqualTo(Decision.accept(new RewardOffered(HAIRCUT)));
    RewardFiling forPoints = service(Unit.POINTS, 20);
    assertThat(offer(forPoints, false)).isEqualTo(Decision.accept(new RewardOffered(forPoints)));
  }

  @Test
  void a_service_is_one_of_those_that_volunteers_give() {
    var juggling =
        new RewardFiling(
            HERE, "r", RewardKind.SERVICE, "juggling", Unit.MINUTES, 60, null, null, null);

    assertThat(code(offer(juggling, false))).isEqualTo("unknown-service");
  }

  @Test
  void a_catalogue_belongs_to_a_community() {
    for (var place : new String[] {"370602", "370602003006001"}) {
      assertThat(code(offer(goods(place, Unit.POINTS, 1), false))).isEqualTo("not-a-community");
    }
  }

  @Test
  void prices_and_stock_change_until_it_is_withdrawn() {
    Reward rice = Reward.NONE.evolve(new RewardOffered(RICE), NOW);

    assertThat(decide(new Reprice(25), rice))
        .isEqualTo(Decision.accept(new RewardRepriced(30, 25)));
    assertThat(code(decide(new Reprice(30), rice))).isEqualTo("nothing-changed");
    assertThat(decide(new Restock(10), rice))
        .isEqualTo(Decision.accept(new RewardRestocked(10, 60)));
    assertThat(code(decide(new Restock(RewardRules.STOCK_MAX), rice))).isEqualTo("stock-too-large");
    assertThat(code(decide(new Offer(RICE), rice))).isEqualTo("reward-known");
    Reward gone = rice.evolve(new RewardWithdrawn("why"), NOW);
    assertThat(gone.isAvailable()).isFalse();
    assertThat(code(decide(new Reprice(1), gone))).isEqualTo("reward-withdrawn");
    assertThat(code(decide(new Withdraw("why"), gone))).isEqualTo("reward-withdrawn");
    assertThat(code(decide(new Restock(1), Reward.NONE))).isEqualTo("not-found");
    Reward haircut = Reward.NONE.evolve(new RewardOffered(HAIRCUT), NOW);
    assertThat(code(decide(new Restock(1), haircut))).isEqualTo("no-stock-kept");
  }

  @Test
  void stock_is_taken_to_the_last_one_and_comes_back() {
    Reward rice = Reward.NONE.evolve(new RewardOffered(RICE), NOW);

    assertThat(RewardRules.take(rice, "o1", 50))
        .isEqualTo(Decision.accept(new StockTaken("o1", 50, 0)));
    Reward empty = rice.evolve(new StockTaken("o1", 50, 0), NOW);
    assertThat(empty.isAvailable()).isFalse();
    assertThat(RewardRules.take(empty, "o2", 1))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            it -> {
              assertThat(it.refusal().code()).isEqualTo("out-of-stock");
              assertThat(it.refusal().details()).containsEntry("left", 0);
            });
    assertThat(RewardRules.giveBack(empty, "o1", 50)).isEqualTo(new StockReturned("o1", 50, 50));
  }

  private static Decision<RewardEvent> offer(RewardFiling filing, boolean goodsForMinutes) {
    return RewardRules.decide(new Offer(filing), Reward.NONE, goodsForMinutes);
  }

  private static Decision<RewardEvent> decide(RewardCommand command, Reward reward) {
    return RewardRules.decide(command, reward, false);
  }

  private static String code(Decision<RewardEvent> decision) {
    return ((Decision.Refused<RewardEvent>) decision).refusal().code();
  }

  private static RewardFiling goods(String division, Unit unit, @Nullable Integer stock) {
    return new RewardFiling(division, "ref", RewardKind.GOODS, null, unit, 30, stock, 2, null);
  }

  private static RewardFiling service(Unit unit, @Nullable Integer stock) {
    return new RewardFiling(HERE, "ref", RewardKind.SERVICE, "help", unit, 60, stock, null, null);
  }
}
