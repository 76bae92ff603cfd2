package cn.linli.timebank;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import cn.linli.testing.ServiceUnderTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Gifts from the outside: once, on both sides, never more than there is. */
class TransfersOverHttpTest {

  private static final int AT_ONCE = 1_000;

  private static Server server;

  @BeforeAll
  static void start() {
    server = new Server("bank-transfers");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String related(String one, String other, String kind) {
    String from = server.opened(one);
    String to = server.opened(other);
    once(server.as("bank-clerk@" + COMMUNITY))
        .post(
            "/bank/accounts/" + from + "/relations", "account", to, "kind", kind, "evidence", "户口簿")
        .ok()
        .has("relations[0].account", to, "relations[0].kind", kind);
    return from + " " + to;
  }

  @Test
  void a_gift_is_on_both_sides_and_said_five_times_is_given_once() {
    String[] both =
        related("resident@" + COMMUNITY + "/mother", "resident@" + COMMUNITY + "/son", "lineal")
            .split(" ");
    server.granted(both[0], 100);
    Person mother = server.as("resident@" + COMMUNITY + "/mother");
    var gift =
        Map.<String, Object>of("from", both[0], "to", both[1], "unit", "minutes", "amount", 40);
    Reply first = mother.key("gift-1-mother").post("/bank/transfers", gift).created();
    for (int i = 0; i < 4; i++) {
      Reply again = mother.key("gift-1-mother").post("/bank/transfers", gift).created();
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.header("Location")).isEqualTo("/api/v1/bank/transfers/" + first.id());
    }
    mother.get("/bank/accounts/" + both[0]).ok().has("minutes.posted", 60);
    Person son = server.as("resident@" + COMMUNITY + "/son");
    son.get("/bank/accounts/" + both[1]).ok().has("minutes.posted", 40);
    assertThat(son.get("/bank/transfers/" + first.id()).ok().body()).isEqualTo(first.body());
    server
        .as("resident@" + COMMUNITY + "/stranger")
        .get("/bank/transfers/" + first.id())
        .problem(404, "not-found");
    son.get("/bank/accounts/" + both[1] + "/entries")
        .ok()
        .has("items[0].counter", "a:" + both[0], "items[0].reason", "transfer");
    once(son).post("/bank/transfers", gift).problem(404, "not-found");
    Person clerk = server.as("bank-clerk@" + COMMUNITY);
    once(clerk).post("/bank/transfers", gift).problem(403, "not-yourself");
    once(clerk)
        .post(
            "/bank/transfers",
            "from",
            both[0],
            "to",
            both[1],
            "unit",
            "minutes",
            "amount",
            10,
            "reason",
            "看病",
            "recordedOnBehalf",
            Map.of("evidence", "本人到场"))
        .created();
  }

  @Test
  void of_a_thousand_at_once_out_of_a_hundred_minutes_a_hundred_succeed() throws Exception {
    String[] both =
        related("resident@" + COMMUNITY + "/rich", "resident@" + COMMUNITY + "/heir", "lineal")
            .split(" ");
    server.granted(both[0], 100);
    Person rich = server.as("resident@" + COMMUNITY + "/rich");
    var gift =
        Map.<String, Object>of("from", both[0], "to", both[1], "unit", "minutes", "amount", 1);
    List<Callable<Integer>> all =
        IntStream.range(0, AT_ONCE)
            .<Callable<Integer>>mapToObj(number ->
                () ->
                    rich.key("one-of-a-thousand-" + number)
                        .post("/bank/transfers", gift)
                        .response()
                        .statusCode())
            .toList();
    List<Integer> statuses;
    try (var threads = Executors.newFixedThreadPool(64)) {
      statuses = threads.invokeAll(all).stream().map(TransfersOverHttpTest::got).toList();
    }
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(100);
    assertThat(statuses.stream().filter(status -> status == 422)).hasSize(AT_ONCE - 100);
    rich.get("/bank/accounts/" + both[0]).ok().has("minutes.posted", 0);
    server
        .as("resident@" + COMMUNITY + "/heir")
        .get("/bank/accounts/" + both[1])
        .ok()
        .has("minutes.posted", 100);
    assertThat(server.journal("a:" + both[1])).hasSize(102);
  }

  private static int got(java.util.concurrent.Future<Integer> status) {
    try {
      return status.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void only_relatives_get_something_and_the_pool_takes_donations() {
    String[] friends =
        related("resident@" + COMMUNITY + "/a", "resident@" + COMMUNITY + "/b", "friend")
            .split(" ");
    String stranger = server.opened("resident@" + COMMUNITY + "/c");
    server.granted(friends[0], 300);
    Person a = server.as("resident@" + COMMUNITY + "/a");
    gives(a, friends[0], friends[1], 10).refused("transfer-off");
    gives(a, friends[0], stranger, 10).refused("relation-not-recorded");
    gives(a, friends[0], friends[0], 10).refused("same-account");
    gives(a, friends[0], "pool-370602003007", 10).refused("foreign-community");
    gives(a, friends[0], "pool-" + COMMUNITY, 10).created().has("reason", "donation");
    gives(a, friends[0], "pool-" + COMMUNITY, 291).refused("insufficient-balance");
    once(a)
        .post("/bank/transfers", "from", friends[0], "unit", "minutes", "amount", 5)
        .created()
        .has("reason", "donation", "amount", 5);
    a.get("/bank/accounts/" + friends[0]).ok().has("minutes.posted", 285);
  }

  private static Reply gives(Person person, String from, String to, long amount) {
    return once(person)
        .post("/bank/transfers", "from", from, "to", to, "unit", "minutes", "amount", amount);
  }

  @Test
  void what_does_not_fit_into_a_passbook_stays_with_who_gives() {
    String next = "370602003009";
    var table = ServiceUnderTest.JSON.valueToTree(ShippedTables.of(SchemeTable.class));
    ((ObjectNode) table).put("accountCapMinutes", 100);
    server.as("city-officer@3706").post("/config/schemes?division=" + next, table.toString()).ok();
    String from = server.opened("resident@" + next + "/full-giver");
    String to = server.opened("resident@" + next + "/full");
    once(server.as("bank-clerk@" + next))
        .post(
            "/bank/accounts/" + from + "/relations",
            "account",
            to,
            "kind",
            "lineal",
            "evidence",
            "户口簿")
        .ok();
    server.funded(next, 200);
    for (String account : List.of(from, to)) {
      once(server.as("bank-clerk@" + next))
          .post(
              "/bank/accounts/" + account + "/grants",
              "unit",
              "minutes",
              "amount",
              account.equals(to) ? 80 : 60,
              "evidence",
              "独居老人")
          .ok();
    }
    Person giver = server.as("resident@" + next + "/full-giver");
    Reply refused = gives(giver, from, to, 21).refused("account-cap");
    refused.has("details.limit", 100);
    assertThat(refused.text("detail")).contains("100").doesNotContain("80", "20");
    giver.get("/bank/accounts/" + from).ok().has("minutes.posted", 60);
    gives(giver, from, to, 20).created();
    gives(giver, from, "pool-" + next, 1).created();
  }

  @Test
  void between_communities_both_sides_stand_against_their_clearing_account() {
    String from = server.opened("resident@" + COMMUNITY + "/here");
    String to = server.opened("resident@370602003007/there");
    once(server.as("bank-clerk@370602003"))
        .post(
            "/bank/accounts/" + from + "/relations",
            "account",
            to,
            "kind",
            "lineal",
            "evidence",
            "户口簿")
        .ok();
    server.granted(from, 100);
    Person here = server.as("resident@" + COMMUNITY + "/here");
    Person again = here.key("to-the-other-community");
    var gift = Map.<String, Object>of("from", from, "to", to, "unit", "minutes", "amount", 30);
    Reply first = again.post("/bank/transfers", gift).created().has("to", to);
    assertThat(again.post("/bank/transfers", gift).created().body()).isEqualTo(first.body());
    here.get("/bank/accounts/" + from + "/entries")
        .ok()
        .has("items[1].counter", "clearing:" + COMMUNITY + "-370602003007", "items[1].amount", -30);
    assertThat(server.journal("c:" + COMMUNITY + "-370602003007")).hasSize(1);
    once(here)
        .post("/bank/transfers", "from", from, "to", to, "unit", "points", "amount", 1)
        .refused("foreign-community");
  }
}
