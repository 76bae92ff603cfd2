package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Catalogue and orders, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpendingOverHttpTest {

  private Bank bank;

  @BeforeAll
  void start() {
    bank = new Bank(new Server("spending", Clock.systemUTC()));
    bank.community(HERE, "clearingPairMinutes", 120);
    bank.community(THERE, "clearingPairMinutes", 90);
  }

  @AfterAll
  void stop() {
    bank.close();
  }

  @Test
  void a_catalogue_is_kept_by_its_community_and_read_by_everybody() {
    String rice = bank.reward(HERE, "goods", "points", 30, "stock", 5, "quarterLimit", 2);

    Reply shown = bank.resident(HERE, "li-si").get("/bank/rewards/" + rice).ok();

    shown.has("title", "上门理发", "price", 30, "left", 5, "quarterLimit", 2, "standing", "offered");
    Person clerk = bank.clerk(HERE);
    clerk.post("/bank/rewards/" + rice + "/price", "price", 25).ok().has("price", 25);
    bank.clerk(HERE).post("/bank/rewards/" + rice + "/restock", "quantity", 3).ok().has("left", 8);
    bank.clerk(THERE)
        .post("/bank/rewards/" + rice + "/restock", "quantity", 3)
        .problem(403, "out-of-scope");
    bank.resident(HERE, "li-si")
        .post("/bank/rewards/" + rice + "/price", "price", 1)
        .problem(403, "wrong-role");
    Reply listed =
        bank.resident(HERE, "li-si")
            .get("/bank/rewards?division=370602003&kind=goods&unit=points&available=true")
            .ok();
    assertThat(listed.at("items").values()).anyMatch(it -> it.get("id").asString().equals(rice));
    bank.clerk(HERE).post("/bank/rewards/" + rice + "/withdraw", "reason", "已发完").ok();
    bank.clerk(HERE)
        .post("/bank/rewards/" + rice + "/price", "price", 20)
        .refused("reward-withdrawn");
    bank.server
        .as("bank-clerk@" + HERE)
        .post("/bank/rewards", Map.of())
        .problem(400, "invalid-fields");
  }

  @Test
  void goods_are_for_points_only_by_default() {
    bank.clerk(HERE)
        .post(
            "/bank/rewards",
            "division",
            HERE,
            "title",
            "大米",
            "kind",
            "goods",
            "unit",
            "minutes",
            "price",
            60,
            "stock",
            3)
        .refused("goods-for-points-only");
  }

  @Test
  void an_order_is_held_and_fulfilled_and_the_volunteer_earns_the_time() {
    String account = bank.account(HERE, "order-a", "minutes", 100);
    String volunteer = bank.account(HERE, "volunteer-a");
    String haircut = bank.reward(HERE, "service", "minutes", 60, "service", "help");
    Person holder = bank.resident(HERE, "order-a");

    Reply placed = bank.order(holder, account, haircut, 1).created();

    placed.has("status", "placed", "amount", 60, "unit", "minutes", "division", HERE);
    assertThat(bank.available(account, "minutes")).isEqualTo(40);
    String path = "/bank/orders/" + placed.id();
    holder.get(path).ok().has("account", account);
    bank.resident(HERE, "stranger").get(path).problem(404, "not-found");
    Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    var delivery =
        Map.<String, Object>of(
            "deliveredBy",
            volunteer,
            "startedAt",
            end.minusSeconds(50 * 60).toString(),
            "endedAt",
            end.toString());
    bank.clerk(THERE).post(path + "/fulfil", delivery).problem(403, "out-of-scope");
    bank.clerk(HERE)
        .post(path + "/fulfil", "deliveredBy", volunteer)
        .refused("service-time-missing");
    bank.clerk(HERE).post(path + "/fulfil", delivery).ok().has("status", "fulfilled");
    assertThat(bank.available(account, "minutes")).isEqualTo(40);
    assertThat(bank.available(volunteer, "minutes")).isEqualTo(50);
    bank.clerk(HERE).post(path + "/fulfil", delivery).refused("order-ended");
    bank.order(holder, account, haircut, 1).refused("insufficient-balance");
    bank.resident(HERE, "order-a")
        .post(
            "/bank/orders", "account", account, "reward", haircut, "quantity", 1, "unit", "points")
        .refused("units-never-convert");
  }

  @Test
  void the_same_key_orders_once_and_only_the_holder_orders() {
    String account = bank.account(HERE, "order-b", "points", 100);
    String rice = bank.reward(HERE, "goods", "points", 30, "stock", 5);
    Person holder = bank.resident(HERE, "order-b");

    var body = Map.<String, Object>of("account", account, "reward", rice, "quantity", 1);
    String first = holder.post("/bank/orders", body).created().id();
    assertThat(holder.post("/bank/orders", body).created().id()).isEqualTo(first);

    assertThat(bank.available(account, "points")).isEqualTo(70);
    bank.order(bank.resident(HERE, "stranger"), account, rice, 1).problem(403, "not-yourself");
    bank.order(bank.clerk(HERE), account, rice, 1).problem(403, "not-yourself");
    bank.clerk(HERE)
        .post(
            "/bank/orders",
            "account",
            account,
            "reward",
            rice,
            "quantity",
            1,
            "recordedOnBehalf",
            Map.of("evidence", "老人来电"))
        .created();
    bank.order(holder, account, rice, 9).refused("quarter-limit");
    bank.order(holder, account, rice, 2).refused("insufficient-balance");
    bank.server
        .as("resident@" + HERE + "/order-b")
        .post("/bank/orders", body)
        .problem(400, "idempotency-key-required");
  }

  @Test
  void cancelling_gives_all_back_and_the_last_piece_is_sold_once() {
    String one = bank.account(HERE, "order-c", "points", 100);
    String two = bank.account(HERE, "order-d", "points", 100);
    String rice = bank.reward(HERE, "goods", "points", 30, "stock", 1);
    String order = bank.order(bank.resident(HERE, "order-c"), one, rice, 1).created().id();
    bank.order(bank.resident(HERE, "order-d"), two, rice, 1).refused("out-of-stock");

    bank.resident(HERE, "order-c").post("/bank/orders/" + order + "/cancel").ok();

    assertThat(bank.available(one, "points")).isEqualTo(100);
    String second = bank.order(bank.resident(HERE, "order-d"), two, rice, 1).created().id();
    bank.clerk(HERE).post("/bank/orders/" + second + "/cancel").refused("reason-missing");
    bank.clerk(HERE)
        .post("/bank/orders/" + second + "/no-show")
        .ok()
        .has("status", "no-show-released");
    bank.resident(HERE, "order-d").get("/bank/rewards/" + rice).ok().has("left", 1);
    Reply own = bank.resident(HERE, "order-d").get("/bank/orders?account=" + two).ok();
    assertThat(own.at("items").size()).isEqualTo(1);
    bank.resident(HERE, "order-d").get("/bank/orders").refused("account-missing");
    Reply all = bank.clerk(HERE).get("/bank/orders?division=" + HERE + "&status=cancelled").ok();
    assertThat(all.at("items").size()).isPositive();
  }

  @Test
  void minutes_of_one_community_are_spent_in_another_up_to_what_both_agreed() {
    String account = bank.account(HERE, "order-e", "minutes", 300);
    String back = bank.account(THERE, "order-f", "minutes", 300);
    String there = bank.reward(THERE, "service", "minutes", 60, "service", "repair");
    String here = bank.reward(HERE, "service", "minutes", 20, "service", "repair");
    Person holder = bank.resident(HERE, "order-e");
    String order = bank.order(holder, account, there, 1).created().id();

    bank.order(holder, account, there, 1).refused("pair-limit");
    bank.clerk(THERE).post("/bank/orders/" + order + "/fulfil").ok();
    String other = bank.order(bank.resident(THERE, "order-f"), back, here, 1).created().id();
    bank.clerk(HERE).post("/bank/orders/" + other + "/fulfil").ok();

    Reply street =
        bank.server
            .as("street-officer@370602003")
            .get("/bank/clearing?division=370602003")
            .ok()
            .has("sum", 0);
    assertThat(street.at("communities").toString())
        .contains("{\"division\":\"" + HERE + "\",\"given\":20,\"taken\":60,\"net\":-40}")
        .contains("{\"division\":\"" + THERE + "\",\"given\":60,\"taken\":20,\"net\":40}");
    assertThat(street.at("districts").size()).isZero();
    street.has("pairs[0].owed", 40, "pairs[0].spentLow", 60, "pairs[0].spentHigh", 20);
    Reply before = bank.city.get("/bank/clearing?division=3706&from=2020-01-01&to=2020-12-31").ok();
    assertThat(before.at("pairs").size()).isZero();
    bank.clerk(HERE).get("/bank/clearing?division=" + THERE).problem(403, "out-of-scope");
    String points = bank.reward(THERE, "service", "points", 1);
    bank.order(holder, account, points, 1).refused("foreign-community");
    String apart = "370602004001";
    bank.scheme(apart, "clearing", false);
    String elsewhere = bank.reward(apart, "service", "minutes", 10);
    bank.order(holder, account, elsewhere, 1).refused("foreign-community");
  }
}
