package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Petitions.request;
import static cn.linli.acceptance.Volunteering.ago;
import static cn.linli.acceptance.Volunteering.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Neighbours, units and teams who do something for their community (reports R1, R2, R5). */
class NeighboursScenario {

  private static final String DAHAIYANG = "370602003006";
  private static final String HEPING = "520627002001";
  private static final String QINGBA = "150203006016";

  @Test
  @Mechanism("R5-01")
  void thirty_two_volunteers_cook_daily_for_145_elders_and_no_money_is_touched() {
    var place = new Volunteering(DAHAIYANG);
    var kitchen =
        "/teams/"
            + post(
                    place.clerk(),
                    "/teams",
                    "division",
                    DAHAIYANG,
                    "name",
                    "壹家厨坊",
                    "kind",
                    "kitchen")
                .created()
                .id();
    var cook = "";
    for (int i = 1; i <= 32; i++) {
      cook = place.account("cook-" + i);
      post(place.resident("cook-" + i), kitchen + "/join", "account", cook).ok().has("members", i);
    }
    post(
            place.clerk(),
            kitchen + "/shifts",
            "title",
            "午餐",
            "service",
            "lunch",
            "firstStartsAt",
            ago(170).toString(),
            "minutes",
            240,
            "everyDays",
            1,
            "count",
            30,
            "places",
            8)
        .ok()
        .has("shifts", 30);
    var shifts =
        place.clerk().get("/bank/shifts?team=" + kitchen.substring("/teams/".length())).ok();
    assertThat(shifts.at("items").size()).isEqualTo(30);
    var today =
        shifts
            .at("items")
            .valueStream()
            .filter(it -> it.path("startsAt").asString().compareTo(ago(0).toString()) < 0)
            .map(it -> "/activities/" + it.path("id").asString())
            .findFirst()
            .orElseThrow();
    place.gave(today, "cook-32", cook, 120);
    post(place.clerk(), today + "/heads", "heads", 145).ok().has("heads", 145);
    assertThat(place.minutes("cook-32", cook)).isEqualTo(120);
    assertThat(place.clerk().get("/bank" + today).ok().body().propertyNames())
        .noneMatch(name -> name.contains("price") || name.contains("Fen"));
  }

  @Test
  @Mechanism("R5-10")
  void seven_services_go_from_neighbour_to_neighbour() {
    var place = new Volunteering(DAHAIYANG);
    var codes = List.of("repair", "mediation", "greenery", "dogs", "lunch", "tutoring", "birthday");
    var giver = place.account("micro-giver");
    post(place.resident("micro-giver"), "/offers", "account", giver, "services", codes)
        .created()
        .has("services[6]", "birthday", "name", "王**");
    var elder = place.account("micro-elder");
    var earned = place.published(place.clerk(), "greenery", "树木养护");
    place.gave(earned, "micro-elder", elder, 60);

    var need =
        post(
                place.resident("micro-elder"),
                "/needs",
                "account",
                elder,
                "service",
                "dogs",
                "minutes",
                45,
                "until",
                ago(-2_000).toString(),
                "words",
                "请帮我遛狗")
            .created()
            .has("status", "auditing")
            .id();
    post(place.clerk(), "/needs/" + need + "/audit").ok().has("status", "open");
    var refused = post(place.clerk(), "/matches", "need", need, "provider", giver).created().id();
    post(place.resident("micro-giver"), "/matches/" + refused + "/decline")
        .ok()
        .has("status", "declined");
    var match =
        "/matches/"
            + post(place.resident("micro-giver"), "/matches", "need", need, "provider", giver)
                .created()
                .id();
    post(place.resident("micro-elder"), match + "/agree").ok().has("status", "agreed");
    place
        .resident("micro-elder")
        .get("/bank/accounts/" + elder)
        .ok()
        .has("minutes.posted", 60, "minutes.held", 45, "minutes.available", 15);
    post(
            place.resident("micro-giver"),
            match + "/deliver",
            "began",
            ago(50).toString(),
            "ended",
            ago(5).toString())
        .ok();
    post(place.resident("micro-elder"), match + "/confirm", "minutes", 45).ok().has("paid", 45);
    assertThat(place.minutes("micro-elder", elder)).isEqualTo(15);
    assertThat(place.minutes("micro-giver", giver)).isEqualTo(45);
  }

  @Test
  @Mechanism({"R2-09", "R5-14"})
  void units_check_in_twice_with_head_counts_and_what_they_can_lend() {
    var place = new Volunteering(HEPING);
    var officer = as("department-officer@" + HEPING + "/finance-bureau");
    post(
            officer,
            "/units",
            "division",
            HEPING,
            "name",
            "县财政局",
            "kind",
            "agency",
            "heads",
            2682,
            "members",
            List.of("张三"))
        .problem(400, "invalid-fields");
    var unit =
        "/units/"
            + post(
                    officer,
                    "/units",
                    "division",
                    HEPING,
                    "name",
                    "县财政局",
                    "kind",
                    "agency",
                    "heads",
                    2682)
                .created()
                .has("heads", 2682)
                .id();
    for (int i = 0; i < 3; i++) {
      var activity = place.published(place.clerk(), "hygiene-cleanup", "双报到服务 " + i);
      post(
              officer,
              unit + "/claim",
              "activity",
              activity.substring("/activities/".length()),
              "heads",
              10 + i)
          .ok();
    }
    var reply =
        post(
                officer,
                unit + "/resources",
                "kind",
                "venue",
                "quantity",
                2,
                "from",
                "2026-12-01",
                "until",
                "2027-11-30")
            .ok()
            .has("resources[0].kind", "venue", "resources[0].quantity", 2);
    assertThat(reply.at("tasks").size()).isEqualTo(3);
    assertThat(reply.body().propertyNames()).doesNotContain("members", "roster");
  }

  @Test
  @Mechanism("R1-03")
  void a_building_lead_puts_a_matter_on_the_board_and_a_neighbour_claims_it() {
    var place = new Volunteering(QINGBA);
    var lead = as("building-lead@" + QINGBA + "001");
    var petition = lead.post("/petitions", request("sanitation", QINGBA + "001")).created().id();
    var account = place.account("claimer");
    var project =
        "/projects/"
            + post(
                    lead,
                    "/projects",
                    "division",
                    QINGBA + "001",
                    "title",
                    "楼前微治理",
                    "words",
                    "清理绿化带",
                    "service",
                    "greenery",
                    "petition",
                    petition)
                .created()
                .has("status", "open", "petition", petition)
                .id();
    var resident = place.resident("claimer");
    post(resident, project + "/claim", "kind", "account", "claimant", account)
        .ok()
        .has("status", "claimed");
    post(resident, project + "/progress", "percent", 50, "words", "清理一半").ok().has("percent", 50);
    post(resident, project + "/close", "outcome", "done", "words", "完成").problem(403, "wrong-role");
    post(place.clerk(), project + "/close", "outcome", "done", "words", "已验收")
        .ok()
        .has("status", "closed", "outcome", "done");
  }
}
