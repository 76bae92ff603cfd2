package cn.linli.timebank.volunteering;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.volunteering.Acts.CLERK;
import static cn.linli.timebank.volunteering.Acts.ago;
import static cn.linli.timebank.volunteering.Acts.recorded;
import static cn.linli.timebank.volunteering.Acts.resident;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.timebank.Server;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A need is audited, matched, held, delivered and paid; saying no costs nothing. */
class ExchangeOverHttpTest {

  private static Server server;
  private static Acts acts;

  @BeforeAll
  static void start() {
    server = new Server("bank-exchange");
    acts = new Acts(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String need(String name, String account, int minutes) {
    return acts.post(
            resident(name),
            "/needs",
            "account",
            account,
            "service",
            "outing",
            "minutes",
            minutes,
            "until",
            ago(-3_000).toString(),
            "words",
            "陪同去医院复查")
        .created()
        .has("status", "auditing")
        .id();
  }

  private static void balance(String name, String account, int posted, int held) {
    acts.get(resident(name), "/accounts/" + account)
        .ok()
        .has("minutes.posted", posted, "minutes.held", held);
  }

  private static List<String> desk(String user) {
    return server.as(user).get("/desk").ok().at("items").findValuesAsString("what");
  }

  @Test
  void a_neighbour_is_paid_what_the_recipient_saved() {
    String elder = acts.account("elder");
    String giver = acts.account("giver");
    server.granted(elder, 100);
    String need = need("elder", elder, 60);
    String path = "/needs/" + need;
    assertThat(acts.get(resident("giver"), "/needs").ok().at("items").size()).isZero();
    acts.post(resident("giver"), "/matches", "need", need, "provider", giver)
        .refused("need-not-open");
    assertThat(desk(CLERK)).contains("audit-need");
    acts.post(CLERK, path + "/audit").ok().has("status", "open", "name", "王**");
    acts.get(resident("giver"), "/needs")
        .ok()
        .has("items[0].id", need, "items[0].account", "", "items[0].words", "");
    String offer =
        acts.post(
                resident("giver"),
                "/offers",
                "account",
                giver,
                "services",
                List.of("outing", "help"))
            .created()
            .id();

    String declined =
        acts.post(CLERK, "/matches", "need", need, "provider", giver, "offer", offer)
            .created()
            .id();
    acts.post(resident("giver"), "/matches/" + declined + "/decline")
        .ok()
        .has("status", "declined");
    balance("elder", elder, 100, 0);

    String match =
        "/matches/"
            + acts.post(resident("giver"), "/matches", "need", need, "provider", giver)
                .created()
                .has("agreed[0]", "provider")
                .id();
    acts.get(resident("stranger"), match).problem(403, "out-of-scope");
    assertThat(desk(resident("elder"))).containsExactly("answer-match");
    acts.post(resident("elder"), match + "/agree").ok().has("status", "agreed");
    balance("elder", elder, 100, 60);
    acts.post(resident("elder"), match + "/cancel").ok().has("status", "cancelled");
    balance("elder", elder, 100, 0);

    String again =
        "/matches/" + acts.post(CLERK, "/matches", "need", need, "provider", giver).created().id();
    acts.post(CLERK, again + "/agree").refused("evidence-missing");
    acts.post(CLERK, again + "/agree", "recordedOnBehalf", recorded()).ok();
    acts.post(resident("giver"), again + "/agree").ok().has("status", "agreed");
    acts.post(
            resident("giver"),
            again + "/deliver",
            "began",
            ago(70).toString(),
            "ended",
            ago(10).toString())
        .ok()
        .has("served", 60);
    acts.post(resident("giver"), again + "/confirm", "minutes", 50).refused("self-confirmation");
    acts.post(resident("elder"), again + "/confirm", "minutes", 50).ok().has("paid", 50);
    acts.post(resident("elder"), again + "/confirm", "minutes", 50).refused("already-confirmed");
    balance("elder", elder, 50, 0);
    balance("giver", giver, 50, 0);
    acts.get(resident("elder"), path).ok().has("status", "met");
    acts.get(resident("giver"), "/accounts/" + giver + "/entries?unit=minutes")
        .ok()
        .has("items[0].reason", "exchange", "items[0].counter", "a:" + elder);
  }

  @Test
  void the_pool_pays_for_a_priority_elder() {
    String lonely = acts.account("lonely");
    String helper = acts.account("helper");
    server.funded(COMMUNITY, 40);
    String need =
        acts.post(
                CLERK,
                "/needs",
                "account",
                lonely,
                "service",
                "home-visit",
                "minutes",
                30,
                "until",
                ago(-500).toString(),
                "words",
                "独居老人探访",
                "recordedOnBehalf",
                recorded())
            .created()
            .has("status", "open", "fromPool", false)
            .id();
    acts.post(CLERK, "/needs/" + need + "/withdraw").ok().has("status", "withdrawn");
    String own = need("lonely", lonely, 30);
    acts.post(resident("lonely"), "/needs/" + own + "/audit", "fromPool", true)
        .problem(403, "wrong-role");
    acts.post(CLERK, "/needs/" + own + "/audit", "fromPool", true).ok().has("fromPool", true);
    String match =
        "/matches/"
            + acts.post(resident("helper"), "/matches", "need", own, "provider", helper)
                .created()
                .id();
    acts.post(resident("lonely"), match + "/agree").ok();
    String pool = "/accounts/pool-" + COMMUNITY;
    int before = acts.get(CLERK, pool).ok().at("minutes.posted").asInt();
    acts.get(CLERK, pool).ok().has("minutes.held", 30);
    acts.post(
            resident("helper"),
            match + "/deliver",
            "began",
            ago(40).toString(),
            "ended",
            ago(10).toString())
        .ok();
    acts.post(CLERK, match + "/confirm", "minutes", 30).ok();
    balance("lonely", lonely, 0, 0);
    balance("helper", helper, 30, 0);
    acts.get(CLERK, pool).ok().has("minutes.held", 0, "minutes.posted", before - 30);
    assertThat(
            acts.get(resident("lonely"), "/accounts/" + lonely + "/entries?unit=minutes")
                .ok()
                .at("items")
                .findValuesAsString("reason"))
        .containsExactly("grant", "exchange");
  }

  @Test
  void who_saved_nothing_finds_that_out_before_anybody_works() {
    String poor = acts.account("poor");
    String kind = acts.account("kind");
    String need = need("poor", poor, 30);
    acts.post(CLERK, "/needs/" + need + "/audit").ok();
    String match =
        "/matches/"
            + acts.post(resident("kind"), "/matches", "need", need, "provider", kind)
                .created()
                .id();
    acts.post(resident("poor"), match + "/agree").refused("insufficient-balance");
    acts.get(resident("poor"), match).ok().has("status", "proposed");
    assertThat(server.journal("e:need:" + need).toString()).doesNotContain("陪同");
  }
}
