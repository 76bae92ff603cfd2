package cn.linli.timebank;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lines that were wrong, and passbooks on which nothing moves. */
class ReversalsOverHttpTest {

  private static final Map<String, Object> WRONG = Map.of("reason", "记错了人");

  private static Server server;

  @BeforeAll
  static void start() {
    server = new Server("bank-reversals");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Person clerk(String name) {
    return server.as("bank-clerk@" + COMMUNITY + "/" + name);
  }

  private static Reply account(String id) {
    return clerk("one").get("/bank/accounts/" + id).ok();
  }

  private static String line(String account, int number) {
    return account(account).id() + "-m-" + number;
  }

  @Test
  void a_grant_is_taken_back_once_by_two_people() {
    String id = server.opened("resident@" + COMMUNITY + "/granted");
    server.granted(id, 60);
    String path = "/bank/entries/" + line(id, 1) + "/reverse";
    Reply asked = once(clerk("one")).post(path, WRONG).created();
    asked.has("status", "pending", "amount", 60, "reason", "记错了人");
    account(id).has("minutes.posted", 60, "minutes.held", 60, "minutes.available", 0);
    once(clerk("one")).post(path, WRONG).refused("reversal-pending");
    String reversal = "/bank/reversals/" + asked.id();
    assertThat(asked.header("Location")).isEqualTo("/api/v1/bank/entries/" + asked.id());
    once(clerk("one")).post(reversal + "/confirm", Map.of()).refused("self-confirmation");
    Person second = clerk("two").key("confirm-it-once");
    for (int i = 0; i < 5; i++) {
      second.post(reversal + "/confirm", Map.of()).ok().has("status", "confirmed");
    }
    account(id).has("minutes.posted", 0, "minutes.held", 0);
    once(clerk("two")).post(reversal + "/confirm", Map.of()).refused("already-reversed");
    once(clerk("one")).post(path, WRONG).refused("already-reversed");
    once(clerk("one"))
        .post("/bank/entries/" + line(id, 2) + "/reverse", WRONG)
        .refused("not-reversible");
    assertThat(server.journal("a:" + id)).hasSize(4);
  }

  @Test
  void a_gift_is_taken_back_on_both_sides_whichever_line_is_named() {
    String from = server.opened("resident@" + COMMUNITY + "/giver");
    String to = server.opened("resident@" + COMMUNITY + "/taker");
    related(from, to);
    server.granted(from, 50);
    once(server.as("resident@" + COMMUNITY + "/giver"))
        .post("/bank/transfers", "from", from, "to", to, "unit", "minutes", "amount", 30)
        .created();
    Reply asked =
        once(clerk("one"))
            .post("/bank/entries/" + line(from, 2) + "/reverse", WRONG)
            .created()
            .has("account", to, "other", from, "id", line(to, 1));
    once(clerk("one"))
        .post("/bank/entries/" + line(to, 1) + "/reverse", WRONG)
        .refused("reversal-pending");
    once(clerk("two")).post("/bank/reversals/" + asked.id() + "/reject", WRONG).ok();
    account(to).has("minutes.available", 30);
    once(clerk("two")).post("/bank/entries/" + line(to, 1) + "/reverse", WRONG).created();
    once(clerk("one")).post("/bank/reversals/" + asked.id() + "/confirm", Map.of()).ok();
    account(from).has("minutes.posted", 50);
    account(to).has("minutes.posted", 0);
    assertThat(clerk("one").get("/bank/reversals").ok().at("items").findValuesAsString("id"))
        .contains(asked.id());
    server
        .as("bank-clerk@370602003007")
        .get("/bank/reversals/" + asked.id())
        .problem(403, "out-of-scope");
  }

  @Test
  void what_is_spent_already_can_not_be_set_aside() {
    String from = server.opened("resident@" + COMMUNITY + "/spender");
    String pool = "pool-" + COMMUNITY;
    server.granted(from, 20);
    once(server.as("resident@" + COMMUNITY + "/spender"))
        .post("/bank/transfers", "from", from, "to", pool, "unit", "minutes", "amount", 15)
        .created();
    once(clerk("one"))
        .post("/bank/entries/" + line(from, 1) + "/reverse", WRONG)
        .refused("insufficient-balance");
  }

  @Test
  void what_somebody_left_goes_to_a_recorded_relative_who_asks() {
    String left = server.opened("resident@" + COMMUNITY + "/late");
    String heir = server.opened("resident@" + COMMUNITY + "/daughter");
    String friend = server.opened("resident@" + COMMUNITY + "/neighbour");
    related(left, heir);
    server.granted(left, 90);
    var asks = Map.<String, Object>of("heir", heir, "evidence", "死亡证明");
    String path = "/bank/accounts/" + left;
    once(clerk("one")).post(path + "/succession", asks).refused("not-frozen");
    once(clerk("one"))
        .post(path + "/freeze", "cause", "death", "reason", "讣告")
        .ok()
        .has("status", "frozen", "frozen", "death");
    once(server.as("resident@" + COMMUNITY + "/late"))
        .post("/bank/transfers", "from", left, "to", heir, "unit", "minutes", "amount", 1)
        .refused("account-frozen");
    once(clerk("one"))
        .post(path + "/succession", Map.of("heir", friend, "evidence", "邻居"))
        .refused("relation-not-recorded");
    once(clerk("one"))
        .post(path + "/succession", asks)
        .ok()
        .has("status", "closed", "minutes.posted", 0);
    account(heir).has("minutes.posted", 90);
    once(clerk("one")).post(path + "/unfreeze", WRONG).refused("not-frozen");
  }

  private static void related(String one, String other) {
    once(clerk("one"))
        .post(
            "/bank/accounts/" + one + "/relations",
            "account",
            other,
            "kind",
            "lineal",
            "evidence",
            "户口簿")
        .ok();
  }
}
