package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.petitioner;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Baotou, Qingba community: nine households without heating for a week (report R1). */
class HeatingScenario {

  private static final String GRID = "150203006016001";
  private static final String COMMUNITY = "150203006016";
  private static final String STREET = "150203006";
  private static final String DISTRICT = "150203";
  private static final String[] TIERS = {GRID, COMMUNITY, STREET, DISTRICT, "1502"};

  private final Person buildingLead = as("building-lead@" + GRID + "/building-3");
  private final Person gridWorker = as("grid-worker@" + GRID);
  private final Person clerk = as("community-clerk@" + COMMUNITY);
  private final Person street = as("street-officer@" + STREET);
  private final Person heatingCompany = as("department-officer@" + DISTRICT + "/heating-company");

  @Test
  @Mechanism({"R1-19", "R1-20"})
  void nine_households_heating_goes_up_the_ladder_to_the_company_and_back_in_hours() {
    var received = Figures.of("petitions.received", TIERS);
    var resolved = Figures.of("petitions.resolved", TIERS);
    var closed = Figures.of("petitions.closed", TIERS);

    var earlier = buildingLead.post("/petitions", request("heating", GRID)).created();
    var submitted =
        buildingLead
            .post(
                "/petitions",
                request(
                    "heating",
                    GRID,
                    "channel",
                    "building-lead",
                    "title",
                    "九户居民停暖一周",
                    "urgency",
                    "urgent",
                    "affectedHouseholds",
                    9,
                    "previousMatter",
                    earlier.id(),
                    "petitioner",
                    petitioner("王小明", "13847200001")))
            .created()
            .has("status", "submitted", "level", "grid", "regime", "hotline")
            .has("affectedHouseholds", 9, "previousMatter", earlier.id());
    assertThat(Duration.between(submitted.instant("receivedAt"), answerBy(submitted)))
        .as("utilities are answered within 24 clock hours")
        .isEqualTo(Duration.ofHours(24));
    var path = "/petitions/" + submitted.id();

    gridWorker.post(path + "/accept").ok().has("status", "handling", "level", "grid");
    gridWorker.post(path + "/contact", json("note", "已电话联系报修人")).ok();
    gridWorker.post(path + "/progress", json("entry", "home-visit", "note", "入户了解情况")).ok();
    gridWorker
        .post(path + "/escalate", json("reason", "网格无法协调供暖公司"))
        .ok()
        .has("level", "community");
    clerk.post(path + "/escalate", json("reason", "需街道协调")).ok().has("level", "street");
    street
        .post(path + "/dispatch", json("organisation", "heating-company@" + DISTRICT))
        .ok()
        .has("handler.organisation", "heating-company");
    heatingCompany.post(path + "/accept").ok();
    heatingCompany.post(path + "/contact", json("note", "已联系住户")).ok();
    for (var entry : new String[] {"call", "coordination", "result"}) {
      heatingCompany.post(path + "/progress", json("entry", entry, "note", "接通管道")).ok();
    }
    Petitions.resolve(submitted.id(), heatingCompany).has("level", "district");
    Petitions.visitAndClose(submitted.id(), DISTRICT);
    gridWorker.post(path + "/thanks", json("form", "锦旗")).ok();

    assertThat(street.get(path + "/history").ok().toString())
        .contains("home-visit", "call", "coordination", "result");
    received.grewBy(2);
    resolved.grewBy(1);
    closed.grewBy(1);
    assertThat(Figures.figure("petitions.medianHours", GRID).path("value").isNumber()).isTrue();
  }

  @Test
  void nobody_outside_the_ladder_handles_it() {
    var submitted = buildingLead.post("/petitions", request("heating", GRID)).created();
    var path = "/petitions/" + submitted.id();

    as("grid-worker@150203006016002").post(path + "/accept").problem(403, "out-of-scope");
    as("resident@" + GRID + "/somebody").post(path + "/accept").problem(403, "wrong-role");
    gridWorker.post(path + "/accept").ok();
    gridWorker.post(path + "/accept").refused("already-accepted");
  }

  private static OffsetDateTime answerBy(Reply petition) {
    return petition.instant("deadlines.answerBy");
  }
}
