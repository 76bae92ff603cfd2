package cn.linli.timebank.volunteering;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;
import static cn.linli.timebank.volunteering.Acts.CLERK;
import static cn.linli.timebank.volunteering.Acts.ago;
import static cn.linli.timebank.volunteering.Acts.resident;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.testing.Reply;
import cn.linli.testing.ServiceUnderTest;
import cn.linli.timebank.Server;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A helper of the neighbouring community (通存通兑): paid through what the two owe each other. */
class ExchangeAcrossOverHttpTest {

  private static final String NEXT = "370602003007";
  private static final String SHUT = "370602004001";
  private static final String ELSEWHERE = "620201001001";

  private static Server server;
  private static Acts acts;

  @BeforeAll
  static void start() {
    server = new Server("bank-exchange-across");
    acts = new Acts(server);
    scheme(COMMUNITY, Map.of("clearingPairMinutes", 100));
    scheme(NEXT, Map.of("clearingPairMinutes", 100));
    scheme(SHUT, Map.of("clearing", false));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void scheme(String division, Map<String, Object> changes) {
    ObjectNode table = ServiceUnderTest.JSON.valueToTree(ShippedTables.of(SchemeTable.class));
    changes.forEach((name, value) -> table.set(name, ServiceUnderTest.JSON.valueToTree(value)));
    once(server.as("city-officer@" + division.substring(0, 4)))
        .post("/config/schemes?division=" + division, table.toString())
        .ok();
  }

  private static String helper(String division, String name) {
    return server.opened("resident@" + division + "/" + name);
  }

  private static String need(String elder, int minutes) {
    String id =
        acts.post(
                resident("elder"),
                "/needs",
                "account",
                elder,
                "service",
                "outing",
                "minutes",
                minutes,
                "until",
                ago(-3_000).toString(),
                "words",
                "陪同去医院复查")
            .created()
            .id();
    acts.post(CLERK, "/needs/" + id + "/audit").ok();
    return id;
  }

  private static Reply proposed(String division, String name, String account, String need) {
    return acts.post(
        "resident@" + division + "/" + name, "/matches", "need", need, "provider", account);
  }

  private static Reply clearing() {
    return server
        .as("street-officer@370602003")
        .get("/bank/clearing?division=370602003")
        .ok()
        .has("sum", 0);
  }

  @Test
  void a_helper_of_the_next_community_is_paid_through_the_pair_up_to_its_limit() {
    String elder = acts.account("elder");
    server.granted(elder, 300);
    String next = helper(NEXT, "next");
    String who = "resident@" + NEXT + "/next";
    String first = need(elder, 60);
    String second = need(elder, 60);
    proposed(SHUT, "shut", helper(SHUT, "shut"), first).refused("other-community");
    proposed(ELSEWHERE, "far", helper(ELSEWHERE, "far"), first).refused("other-city");

    String match = "/matches/" + proposed(NEXT, "next", next, first).created().id();
    acts.post(resident("elder"), match + "/agree").ok().has("status", "agreed");
    String other = "/matches/" + proposed(NEXT, "next", next, second).created().id();
    acts.post(resident("elder"), other + "/agree").refused("pair-limit");
    acts.post(resident("elder"), match + "/cancel").ok();
    acts.post(resident("elder"), other + "/agree").ok().has("status", "agreed");
    clearing().has("pairs[0].owed", 0, "pairs[0].spentLow", 0);
    acts.post(who, other + "/deliver", "began", ago(70).toString(), "ended", ago(10).toString())
        .ok();
    acts.post(resident("elder"), other + "/confirm", "minutes", 50).ok().has("paid", 50);

    acts.get(who, "/accounts/" + next).ok().has("minutes.posted", 50);
    String account = "clearing:" + COMMUNITY + "-" + NEXT;
    acts.get(who, "/accounts/" + next + "/entries?unit=minutes")
        .ok()
        .has("items[0].reason", "exchange", "items[0].counter", account);
    acts.get(resident("elder"), "/accounts/" + elder)
        .ok()
        .has("minutes.posted", 250, "minutes.held", 0);
    clearing().has("pairs[0].owed", 50, "pairs[0].spentLow", 50);
    assertThat(server.journal("c:" + COMMUNITY + "-" + NEXT)).hasSize(4);
    takenBack(elder, next);
  }

  /** A minute wrongly confirmed goes back like any other line. */
  private static void takenBack(String elder, String next) {
    Map<String, Object> why = Map.of("reason", "没有服务");
    String clerk = "bank-clerk@" + NEXT;
    String id =
        acts.post(clerk + "/one", "/entries/" + next + "-m-1/reverse", "reason", "没有服务")
            .created()
            .has("account", next, "other", elder, "amount", 50)
            .id();
    once(server.as(clerk + "/two")).post("/bank/reversals/" + id + "/confirm", Map.of()).ok();
    once(server.as(clerk + "/one"))
        .post("/bank/entries/" + next + "-m-1/reverse", why)
        .refused("already-reversed");
    acts.get(resident("elder"), "/accounts/" + elder).ok().has("minutes.posted", 300);
    clearing().has("pairs[0].owed", 0);
  }
}
