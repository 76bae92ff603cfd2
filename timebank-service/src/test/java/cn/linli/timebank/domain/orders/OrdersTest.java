package cn.linli.timebank.domain.orders;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.HoldReleased;
import cn.linli.events.timebank.AccountEvent.HoldSettled;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.OrderEvent.OrderCancelled;
import cn.linli.events.timebank.OrderEvent.OrderFulfilled;
import cn.linli.events.timebank.OrderEvent.OrderGivenBack;
import cn.linli.events.timebank.OrderEvent.OrderMissed;
import cn.linli.events.timebank.OrderEvent.OrderPlaced;
import cn.linli.events.timebank.RewardEvent.RewardRepriced;
import cn.linli.events.timebank.RewardEvent.RewardWithdrawn;
import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.domain.orders.OrderCommand.Cancel;
import cn.linli.timebank.domain.orders.OrderCommand.Fulfil;
import cn.linli.timebank.domain.orders.OrderCommand.GiveBack;
import cn.linli.timebank.domain.orders.OrderCommand.Miss;
import cn.linli.timebank.ledger.Earning;
import cn.linli.timebank.ledger.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Given an account, a reward and what was ordered; when; then. Streams move together or not. */
class OrdersTest {

  private static final Instant NOW = Scene.NOW;

  @Test
  void an_order_takes_stock_hold_and_quota_together() {
    var scene = Scene.of(RewardKind.GOODS, Unit.POINTS).price(30).stock(5).limit(3).balance(100);

    scene.place("o1", 2);

    assertThat(scene.order.status()).isEqualTo(Order.Status.PLACED);
    assertThat(scene.order.due()).isEqualTo(NOW.plus(Duration.ofDays(14)));
    assertThat(scene.reward.left()).isEqualTo(3);
    assertThat(scene.quota.used(Scene.REWARD)).isEqualTo(2);
    assertThat(scene.available()).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({
    // stock, limit, balance, quantity, code
    "1,, 100, 2, out-of-stock",
    "5, 1, 100, 2, quarter-limit",
    "5, 3, 59, 2, insufficient-balance",
    "0, 3, 100, 1, out-of-stock",
  })
  void what_stands_against_an_order_has_a_code_and_nothing_moves(
      int stock, Integer limit, long balance, int quantity, String code) {
    var scene =
        Scene.of(RewardKind.GOODS, Unit.POINTS)
            .price(30)
            .stock(stock)
            .limit(limit)
            .balance(balance);

    assertThat(scene.refused("o1", quantity)).isEqualTo(code);
    assertThat(scene.available()).isEqualTo(balance);
  }

  @Test
  void units_never_convert() {
    var scene = Scene.of(RewardKind.SERVICE, Unit.MINUTES).price(30).balance(100);

    assertThat(scene.paying(Unit.POINTS).refused("o1", 1)).isEqualTo("units-never-convert");
    assertThat(scene.paying(Unit.MINUTES).placed("o1", 1)).isTrue();
  }

  @Test
  void a_foreign_community_needs_an_agreed_limit_and_points_stay_at_home() {
    var minutes = Scene.of(RewardKind.SERVICE, Unit.MINUTES).price(30).balance(500).elsewhere();
    assertThat(minutes.refused("o1", 1)).isEqualTo("foreign-community");
    assertThat(minutes.agreed(60L).placed("o1", 1)).isTrue();
    assertThat(minutes.refused("o2", 2)).isEqualTo("pair-limit");

    var points = Scene.of(RewardKind.SERVICE, Unit.POINTS).price(30).balance(500).elsewhere();
    assertThat(points.agreed(60L).refused("o1", 1)).isEqualTo("foreign-community");
  }

  @Test
  void what_was_withdrawn_is_not_ordered_and_a_new_price_does_not_touch_what_was() {
    var scene = Scene.of(RewardKind.SERVICE, Unit.MINUTES).price(30).balance(100);
    scene.place("o1", 1);
    scene.reward = scene.reward.evolve(new RewardRepriced(30, 90), NOW);

    assertThat(scene.order.filed().amount()).isEqualTo(30);
    scene.act("o1", new Fulfil(null));
    assertThat(scene.balance()).isEqualTo(70);
    scene.reward = scene.reward.evolve(new RewardWithdrawn("why"), NOW);
    assertThat(scene.refused("o2", 1)).isEqualTo("reward-withdrawn");
  }

  @Test
  void fulfilling_spends_what_was_held_and_the_volunteer_earns_the_time_given() {
    var scene = Scene.of(RewardKind.SERVICE, Unit.MINUTES).price(60).balance(100);
    scene.place("o1", 1);
    var interval = new Interval(NOW.minus(Duration.ofMinutes(50)), NOW);
    var delivery =
        new Delivery(
            Scene.VOLUNTEER, interval, Earning.of(scene.volunteer, interval, 60, Scene.TERMS));

    var plan = scene.act("o1", new Fulfil(delivery));

    assertThat(plan.order()).containsExactly(new OrderFulfilled(Scene.VOLUNTEER, 50));
    assertThat(scene.balance()).isEqualTo(40);
    assertThat(scene.available()).isEqualTo(40);
    assertThat(scene.volunteer.balance(Unit.MINUTES).posted()).isEqualTo(50);
    assertThat(scene.order.status()).isEqualTo(Order.Status.FULFILLED);
  }

  @Test
  void nobody_earns_from_their_own_order_nor_minutes_for_points_nor_for_goods() {
    var interval = new Interval(NOW.minus(Duration.ofMinutes(50)), NOW);
    var earning = new Earning(50, 50);
    var own = Scene.of(RewardKind.SERVICE, Unit.MINUTES).price(60).balance(100);
    own.place("o1", 1);
    assertThat(own.refused("o1", new Fulfil(new Delivery(Scene.ACCOUNT, interval, earning))))
        .isEqualTo("own-service");
    var delivery = new Delivery(Scene.VOLUNTEER, interval, earning);
    var points = Scene.of(RewardKind.SERVICE, Unit.POINTS).price(60).balance(100);
    points.place("o1", 1);
    assertThat(points.refused("o1", new Fulfil(delivery))).isEqualTo("units-never-convert");
    var goods = Scene.of(RewardKind.GOODS, Unit.POINTS).price(60).stock(1).balance(100);
    goods.place("o1", 1);
    assertThat(goods.refused("o1", new Fulfil(delivery))).isEqualTo("goods-are-no-service");
  }

  @Test
  void cancelling_gives_back_stock_quota_hold_and_room_under_the_limit() {
    var scene =
        Scene.of(RewardKind.SERVICE, Unit.MINUTES)
            .price(30)
            .stock(5)
            .limit(3)
            .balance(100)
            .elsewhere()
            .agreed(60L);
    scene.place("o1", 2);
    assertThat(scene.pair.exposure(Scene.HERE)).isEqualTo(60);

    var plan = scene.act("o1", new Cancel(null));

    assertThat(plan.order()).containsExactly(new OrderCancelled(null));
    assertThat(scene.reward.left()).isEqualTo(5);
    assertThat(scene.quota.used(Scene.REWARD)).isZero();
    assertThat(scene.pair.exposure(Scene.HERE)).isZero();
    assertThat(scene.available()).isEqualTo(100);
    assertThat(scene.refused("o1", new Cancel(null))).isEqualTo("order-ended");
    assertThat(scene.refused("o1", new Fulfil(null))).isEqualTo("order-ended");
    assertThat(scene.refused("o1", new Miss())).isEqualTo("order-ended");
    assertThat(scene.refused("o1", new GiveBack())).isEqualTo("order-ended");
  }

  @Test
  void across_communities_what_is_spent_is_owed() {
    var scene =
        Scene.of(RewardKind.SERVICE, Unit.MINUTES).price(30).balance(100).elsewhere().agreed(60L);
    scene.place("o1", 1);

    scene.act("o1", new Fulfil(null));

    assertThat(scene.pair.owedBy(Scene.HERE)).isEqualTo(30);
    assertThat(scene.pair.owedBy(Scene.THERE)).isEqualTo(-30);
    assertThat(scene.booked.stream().filter(Posted.class::isInstance).map(Posted.class::cast))
        .last()
        .satisfies(
            it -> assertThat(it.counter()).isEqualTo("clearing:" + Scene.HERE + "-" + Scene.THERE));
  }

  @ParameterizedTest
  @CsvSource({"SERVICE, true, true", "SERVICE, false, false", "GOODS, true, false"})
  void who_is_absent_pays_where_the_scheme_says_so_and_never_for_goods(
      RewardKind kind, boolean charging, boolean charged) {
    var scene = Scene.of(kind, Unit.POINTS).price(30).stock(5).balance(100).charging(charging);
    scene.place("o1", 1);

    var plan = scene.act("o1", new Miss());

    assertThat(plan.order()).containsExactly(new OrderMissed(charged));
    assertThat(scene.available()).isEqualTo(charged ? 70 : 100);
    assertThat(scene.reward.left()).isEqualTo(charged ? 4 : 5);
  }

  @Test
  void an_order_that_waits_too_long_lapses_and_is_given_back_once() {
    var scene = Scene.of(RewardKind.GOODS, Unit.POINTS).price(30).stock(5).balance(100);
    scene.place("o1", 1);
    scene.lapse();

    assertThat(scene.refused("o1", new Fulfil(null))).isEqualTo("order-ended");
    var plan = scene.act("o1", new GiveBack());

    assertThat(plan.order()).containsExactly(new OrderGivenBack());
    assertThat(scene.available()).isEqualTo(100);
    assertThat(scene.reward.left()).isEqualTo(5);
    assertThat(scene.booked).last().isInstanceOf(HoldReleased.class);
    assertThat(scene.refused("o1", new GiveBack())).isEqualTo("order-ended");
    assertThat(scene.order.due()).isNull();
  }

  @Test
  void a_quarter_has_its_own_limit() {
    assertThat(Quota.quarter(Instant.parse("2026-12-31T15:59:59Z"))).isEqualTo("2026q4");
    assertThat(Quota.quarter(Instant.parse("2026-12-31T16:00:00Z"))).isEqualTo("2027q1");
  }

  @Test
  void what_was_settled_is_booked_as_redeemed_after_the_hold() {
    var scene = Scene.of(RewardKind.GOODS, Unit.POINTS).price(30).stock(5).balance(100);
    scene.place("o1", 1);
    int before = scene.booked.size();

    scene.act("o1", new Fulfil(null));

    List<AccountEvent> after = scene.booked.subList(before, scene.booked.size());
    assertThat(after).hasSize(2);
    assertThat(after.getFirst()).isEqualTo(new HoldSettled("o1", Unit.POINTS, 30, 0));
    assertThat(((Posted) after.get(1)).amount()).isEqualTo(-30);
    assertThat(scene.placed()).isInstanceOf(OrderPlaced.class);
  }
}
