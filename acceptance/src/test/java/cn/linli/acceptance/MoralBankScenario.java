package cn.linli.acceptance;

import static cn.linli.acceptance.Kiosk.once;
import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The moral bank and its council (report R3, Longchang): deed, vote, coins, passbook. */
class MoralBankScenario {

  private static final String LONGCHANG = "620721100001";

  /** Its neighbour, with the scheme that is shipped. */
  private static final String HONGWAN = "620721100002";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  @Mechanism("R3-14")
  void a_deed_becomes_moral_coins_in_the_passbook() {
    bookedAtOnce();
    var an = as("resident@" + LONGCHANG + "/an-ji");
    String household = household(an, LONGCHANG, "安吉");
    an.get("/bank/accounts/" + household).ok().has("points.posted", 60);

    String deed =
        once(as("resident@" + LONGCHANG + "/helped"))
            .post(
                "/bank/deeds",
                json("account", household, "deed", "helping", "evidence", "替我照看孩子一个月"))
            .created()
            .has("status", "voting", "source", "helped", "points", 10)
            .id();
    votes(LONGCHANG, deed, true, "a", "b", "c");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> an.get("/bank/deeds/" + deed).ok().has("status", "booked", "booked", 10));
    an.get("/bank/accounts/" + household).ok().has("points.posted", 70, "minutes.posted", 0);
    an.get("/bank/accounts/" + household + "/entries?unit=points")
        .ok()
        .has("items[1].amount", 10, "items[1].reason", "deed", "items[1].balance", 70);
    assertThat(an.get("/bank/deed-catalogue?division=" + LONGCHANG).ok().at("deeds").toString())
        .contains("filial-star", "岚皋西坡");
  }

  @Test
  @Mechanism("R3-10")
  void the_moral_review_council_decides_and_everybody_may_object() {
    var holder = as("resident@" + HONGWAN + "/holder");
    String household = household(holder, HONGWAN, "兰珍");
    String deed =
        once(holder)
            .post("/bank/deeds", json("account", household, "deed", "rescue", "evidence", "救火"))
            .created()
            .has("source", "self", "points", 20)
            .id();
    once(as("council-member@" + HONGWAN + "/holder"))
        .post("/bank/deeds/" + deed + "/recuse", json("ground", "kin"))
        .ok();
    once(as("council-member@" + HONGWAN + "/holder"))
        .post("/bank/deeds/" + deed + "/vote", json("approve", true))
        .refused("member-recused");
    once(as("council-member@620102001001/stranger"))
        .post("/bank/deeds/" + deed + "/vote", json("approve", true))
        .refused("foreign-community");
    votes(HONGWAN, deed, true, "a", "b", "c");
    var neighbour = as("resident@" + HONGWAN + "/neighbour");
    var board = neighbour.get("/bank/deed-notices").ok();
    assertThat(board.body().toString()).contains("兰*").doesNotContain("兰珍", "救火");
    once(neighbour)
        .post("/bank/deeds/" + deed + "/object", json("reason", "当天他不在"))
        .ok()
        .has("status", "objected");
    votes(HONGWAN, deed, false, "a", "b", "c");
    holder.get("/bank/deeds/" + deed).ok().has("status", "notice");
  }

  @Test
  @Mechanism("R3-10")
  void nobody_loses_points_for_what_they_have_a_right_to() {
    var holder = as("resident@" + HONGWAN + "/quiet");
    String household = household(holder, HONGWAN, "铁木");
    for (String right : new String[] {"petition", "complaint", "belief", "health", "debt"}) {
      once(as("community-clerk@" + HONGWAN))
          .post("/bank/deductions", json("account", household, "breach", right, "evidence", "…"))
          .refused("not-deductible");
    }
    once(as("community-clerk@" + HONGWAN))
        .post(
            "/bank/deductions", json("account", household, "breach", "littering", "evidence", "…"))
        .refused("deductions-off");
  }

  /** A council's decision is booked without notice there: nobody can wait five days here. */
  @SuppressWarnings("unchecked")
  private static void bookedAtOnce() {
    var admin = as("admin@62");
    var table = admin.get("/config/schemes?division=" + LONGCHANG).ok().at("table");
    Map<String, Object> scheme = Person.JSON.convertValue(table, Map.class);
    scheme.put("noticeDays", 0);
    admin.post("/config/schemes?division=" + LONGCHANG, scheme).ok();
  }

  private static String household(Person holder, String division, String name) {
    return once(holder)
        .post(
            "/bank/accounts",
            json("holder", json("name", name), "kind", "household", "division", division))
        .created()
        .id();
  }

  private static void votes(String division, String deed, boolean approve, String... members) {
    for (String member : members) {
      once(as("council-member@" + division + "/" + member))
          .post("/bank/deeds/" + deed + "/vote", json("approve", approve))
          .ok();
    }
  }
}
