package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.standalone.simulator.Rewards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What minutes and points are good for: a catalogue, orders, and another community's services. */
class SpendingScenario {

  private static final String HERE = "370602003008";
  private static final String THERE = "370602003009";

  /** In the district next to it. */
  private static final String FAR = "370611104203";

  /** A public fund fills the pools, and pools may grant: what is earned is shown elsewhere. */
  @BeforeAll
  static void fund() {
    for (String community : List.of(HERE, THERE, FAR)) {
      var city = as("city-officer@3706");
      var shipped = (ObjectNode) city.get("/config/schemes?division=" + community).ok().at("table");
      shipped.put("grantMinutesMax", 600).put("clearingPairMinutes", 120);
      city.post("/config/schemes?division=" + community, shipped.toString()).ok();
      once("street-officer@" + community.substring(0, 9))
          .post(
              "/bank/accounts/pool-" + community + "/grants",
              json("unit", "minutes", "amount", 6_000, "evidence", "街道公益资金"))
          .ok();
    }
  }

  @Test
  @Mechanism("R5-13")
  void more_than_fifty_services_are_to_be_had_for_saved_time() {
    for (Map<String, Object> reward : Rewards.of(HERE)) {
      clerk(HERE).post("/bank/rewards", reward).created();
    }

    var services =
        as("resident@" + HERE + "/reader")
            .get("/bank/rewards?division=" + HERE + "&kind=service&unit=minutes&limit=200")
            .ok();

    assertThat(services.at("items").size()).isGreaterThanOrEqualTo(50);
    for (JsonNode each : services.at("items")) {
      assertThat(each.get("title").asString()).isNotBlank();
      assertThat(each.get("price").asInt()).isPositive();
    }
    var repairs =
        as("resident@" + HERE + "/reader")
            .get("/bank/rewards?division=" + HERE + "&service=repair&available=true")
            .ok();
    assertThat(repairs.at("items").size()).isBetween(5, 49);
    String account = passbook(HERE, "saver", 60);
    String plumbing = repairs.at("items").get(0).get("id").asString();
    order(HERE, "saver", account, plumbing).created().has("status", "placed", "amount", 30);
  }

  @Test
  @Mechanism("R3-14")
  void a_household_takes_goods_for_its_points_as_long_as_there_are_any() {
    var holder = once("resident@" + HERE + "/household");
    String account =
        holder
            .post(
                "/bank/accounts",
                json("holder", json("name", "王家"), "kind", "household", "division", HERE))
            .created()
            .has("points.available", 60)
            .id();
    String soap = reward(HERE, json("kind", "goods", "unit", "points", "price", 30, "stock", 2));

    String order = order(HERE, "household", account, soap).created().id();

    clerk(HERE).post("/bank/orders/" + order + "/fulfil").ok().has("status", "fulfilled");
    order(HERE, "household", account, soap).created();
    order(HERE, "household", account, soap).refused("out-of-stock");
    holder.get("/bank/rewards/" + soap).ok().has("left", 0);
    holder
        .get("/bank/accounts/" + account)
        .ok()
        .has("points.posted", 30, "points.held", 30, "points.available", 0);
    var lines = holder.get("/bank/accounts/" + account + "/entries?unit=points").ok();
    lines.has("items[0].reason", "welcome", "items[1].reason", "redeemed", "items[1].amount", -30);
    var paper = holder.get("/bank/accounts/" + account + "/statement.pdf").ok();
    assertThat(paper.header("Content-Type")).startsWith("application/pdf");
    clerk(HERE)
        .post(
            "/bank/rewards",
            json(
                "division",
                HERE,
                "title",
                "大米",
                "kind",
                "goods",
                "unit",
                "minutes",
                "price",
                30,
                "stock",
                1))
        .refused("goods-for-points-only");
  }

  @Test
  @Mechanism("R4-17")
  void saved_minutes_are_ordered_with_called_off_spent_and_earned_by_who_helps() {
    String account = passbook(HERE, "elder", 100);
    String helper = passbook(HERE, "helper", 0);
    String talk =
        reward(
            HERE,
            json("kind", "service", "service", "counselling", "unit", "minutes", "price", 60));
    String first = order(HERE, "elder", account, talk).created().id();
    once("resident@" + HERE + "/elder")
        .post("/bank/orders/" + first + "/cancel")
        .ok()
        .has("status", "cancelled");
    available(HERE, account, 100);
    once("resident@" + HERE + "/elder")
        .post(
            "/bank/orders",
            json("account", account, "reward", talk, "quantity", 1, "unit", "points"))
        .refused("units-never-convert");
    String second = order(HERE, "elder", account, talk).created().id();
    order(HERE, "elder", account, talk).refused("insufficient-balance");

    Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    clerk(HERE)
        .post(
            "/bank/orders/" + second + "/fulfil",
            json(
                "deliveredBy",
                helper,
                "startedAt",
                end.minus(45, ChronoUnit.MINUTES).toString(),
                "endedAt",
                end.toString()))
        .ok()
        .has("status", "fulfilled", "deliveredBy", helper);

    available(HERE, account, 40);
    available(HERE, helper, 45);
    as("resident@" + HERE + "/helper")
        .get("/bank/certificates/" + helper)
        .ok()
        .has("minutes", 45, "times", 1, "stars", 0);
  }

  @Test
  void minutes_of_one_community_are_good_in_another_and_both_know_what_they_owe() {
    String account = passbook(HERE, "traveller", 300);
    String repair =
        reward(THERE, json("kind", "service", "service", "repair", "unit", "minutes", "price", 70));
    String order = order(HERE, "traveller", account, repair).created().id();
    order(HERE, "traveller", account, repair).refused("pair-limit");

    clerk(THERE).post("/bank/orders/" + order + "/fulfil").ok();

    available(HERE, account, 230);
    var city = as("city-officer@3706").get("/bank/clearing?division=3706").ok().has("sum", 0);
    assertThat(net(city, "communities", HERE)).isEqualTo(-70);
    assertThat(net(city, "communities", THERE)).isEqualTo(70);
    int district = net(city, "districts", "370602");
    String repairFar =
        reward(FAR, json("kind", "service", "service", "repair", "unit", "minutes", "price", 40));
    String second = order(HERE, "traveller", account, repairFar).created().id();
    clearing("3706", "districts", "370602", district);
    clerk(FAR).post("/bank/orders/" + second + "/fulfil").ok();
    clearing("3706", "districts", "370602", district - 40);
    clearing("3706", "districts", "370611", 40);
    clearing("370602003", "communities", HERE, -110);

    takenBack(account, 3, FAR);

    available(HERE, account, 230);
    clearing("3706", "districts", "370602", district);
    clearing("3706", "districts", "370611", 0);
    takenBack(account, 2, THERE);
    available(HERE, account, 300);
    clearing("3706", "communities", HERE, 0);
    clearing("3706", "communities", THERE, 0);
    var whole = as("city-officer@3706").get("/bank/clearing?division=3706").ok().has("sum", 0);
    for (String tier : List.of("communities", "districts", "cities")) {
      int sum = 0;
      for (JsonNode each : whole.at(tier)) {
        sum += each.get("net").asInt();
      }
      assertThat(sum).as(tier).isZero();
    }
    once("bank-clerk@" + HERE + "/first")
        .post("/bank/entries/" + account + "-m-2/reverse", json("reason", "再冲一次"))
        .refused("already-reversed");
  }

  /** Two people take a line back, the second of the community that gave; nobody does it alone. */
  private static void takenBack(String account, int line, String gave) {
    var first = once("bank-clerk@" + HERE + "/first");
    String id =
        first
            .post("/bank/entries/" + account + "-m-" + line + "/reverse", json("reason", "服务未做"))
            .created()
            .id();
    once("bank-clerk@" + HERE + "/first")
        .post("/bank/reversals/" + id + "/confirm", json())
        .refused("self-confirmation");
    once("bank-clerk@" + HERE + "/second")
        .post("/bank/reversals/" + id + "/confirm", json())
        .refused("other-side-confirms");
    once("bank-clerk@" + gave)
        .post("/bank/reversals/" + id + "/confirm", json())
        .ok()
        .has("status", "confirmed");
  }

  private static void clearing(String of, String tier, String division, int net) {
    String role = of.length() == 4 ? "city-officer@" : "street-officer@";
    var shown = as(role + of).get("/bank/clearing?division=" + of).ok().has("sum", 0);
    assertThat(net(shown, tier, division)).as("%s of %s", division, of).isEqualTo(net);
  }

  /** Nothing ever went over its border: it owes nothing. */
  private static int net(Reply clearing, String tier, String division) {
    for (JsonNode each : clearing.at(tier)) {
      if (each.get("division").asString().equals(division)) {
        return each.get("net").asInt();
      }
    }
    return 0;
  }

  private static Person once(String user) {
    return as(user).key(UUID.randomUUID().toString());
  }

  private static Person clerk(String community) {
    return once("bank-clerk@" + community);
  }

  private static String passbook(String community, String name, int minutes) {
    String id =
        once("resident@" + community + "/" + name)
            .post(
                "/bank/accounts",
                json("holder", json("name", name), "kind", "person", "division", community))
            .created()
            .id();
    if (minutes > 0) {
      clerk(community)
          .post(
              "/bank/accounts/" + id + "/grants",
              json("unit", "minutes", "amount", minutes, "evidence", "困难老人"))
          .ok();
    }
    return id;
  }

  private static String reward(String community, Map<String, Object> what) {
    var body = json("division", community, "title", "上门服务");
    body.putAll(what);
    return clerk(community).post("/bank/rewards", body).created().id();
  }

  private static Reply order(String community, String name, String account, String reward) {
    return once("resident@" + community + "/" + name)
        .post("/bank/orders", json("account", account, "reward", reward, "quantity", 1));
  }

  private static void available(String community, String account, int minutes) {
    as("bank-clerk@" + community)
        .get("/bank/accounts/" + account)
        .ok()
        .has("minutes.available", minutes);
  }
}
