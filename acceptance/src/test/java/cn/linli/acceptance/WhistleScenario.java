package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Jiayuguan: the community calls, the street whistles, departments report (report R4); Baotou: a
 * building whistles and neighbours turn up (report R1).
 */
class WhistleScenario {

  private static final String COMMUNITY = "620201001003";
  private static final String STREET = "620201001";
  private static final String[] TIERS = {COMMUNITY, STREET, "620201", "6202"};
  private static final String[] DEPARTMENTS = {
    "urban-management", "fire-brigade", "housing-bureau", "market-supervision", "gas-company"
  };
  private static final String ABSENT = "gas-company";
  private static final String DECLINING = "market-supervision";

  private final Person street = as("street-officer@" + STREET);

  @Test
  @Mechanism("R4-22")
  void five_departments_are_called_one_declines_and_one_comes_late() {
    as("admin@6202")
        .post("/config/limits?division=" + COMMUNITY, LimitTables.checkingIn(LimitTables.AT_ONCE))
        .ok();
    var blown = Figures.of("whistles.blown", TIERS);
    var before = rate("numerator");
    var calledBefore = rate("denominator");
    var apartBefore = rate("apart");
    var clerk = as("community-clerk@" + COMMUNITY);
    var filed = clerk.post("/petitions", request("sanitation", COMMUNITY)).created();
    var path = "/petitions/" + filed.id();

    clerk.post(path + "/call", json("reason", "占道堆物和燃气隐患,社区无执法权")).ok();
    street.post(path + "/call/answer", json("answer", "whistle")).ok();
    var reply =
        street
            .post(path + "/whistle", whistle())
            .ok()
            .has("whistles[0].case", "joint-enforcement", "whistles[0].lead", DEPARTMENTS[0]);
    assertThat(reply.at("deadlines.answerBy")).isEqualTo(filed.at("deadlines.answerBy"));
    var whistle = path + "/whistles/" + reply.text("whistles[0].id");

    for (var department : List.of(DEPARTMENTS[0], DEPARTMENTS[1], DEPARTMENTS[2])) {
      officer(department).post(whistle + "/check-in").ok();
    }
    officer(DECLINING).post(whistle + "/decline", json("reason", "无证经营已由城管办理")).ok();
    await("lateness shows though nobody touched the case")
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(department(street.get(path).ok(), ABSENT).path("late").asBoolean())
                .isTrue());
    officer(ABSENT).post(whistle + "/check-in").ok();

    street.post(whistle + "/close").refused("reports-missing");
    for (var department : DEPARTMENTS) {
      if (!department.equals(DECLINING)) {
        officer(department).post(whistle + "/report", json("result", "已到场处置")).ok();
        street
            .post(
                whistle + "/score",
                json("department", department, "score", department.equals(ABSENT) ? 2 : 5))
            .ok();
        officer(department).post(whistle + "/score", json("street", STREET, "score", 4)).ok();
      }
    }
    officer(DECLINING).post(whistle + "/check-in").problem(403, "out-of-scope");
    var closed = street.post(whistle + "/close").ok();
    assertThat(closed.at("whistles[0].closedAt").isNull()).isFalse();
    assertThat(department(closed, ABSENT).path("score").asInt()).isEqualTo(2);
    assertThat(department(closed, DECLINING).path("state").asString()).isEqualTo("declined");

    blown.grewBy(1);
    await("three of four came in time, one declined")
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          assertThat(rate("numerator")).isEqualTo(before + 3);
          assertThat(rate("denominator")).isEqualTo(calledBefore + 4);
          assertThat(rate("apart")).isEqualTo(apartBefore + 1);
        });
  }

  @Test
  void a_department_acts_with_its_own_token_only() {
    var path =
        "/petitions/" + street.post("/petitions", request("sanitation", COMMUNITY)).created().id();
    var id = street.post(path + "/whistle", whistle()).ok().text("whistles[0].id");

    officer("water-company")
        .post(path + "/whistles/" + id + "/check-in")
        .problem(403, "out-of-scope");
    officer("fire-brigade")
        .post(path + "/whistles/" + id + "/check-in", json("department", DEPARTMENTS[0]))
        .problem(403, "not-yourself");
    assertThat(officer("fire-brigade").get("/petitions?mine=true").ok().toString())
        .contains(path.substring("/petitions/".length()));
  }

  @Test
  @Mechanism("R1-04")
  void a_building_lead_whistles_and_members_turn_up() {
    var grid = "150203006016001";
    var lead = as("building-lead@" + grid + "/building-3");
    var path = "/petitions/" + lead.post("/petitions", request("heating", grid)).created().id();
    var raised = lead.post(path + "/building-whistle", json("need", "独居老人家漏水,请来两人")).ok();
    var whistle = path + "/building-whistles/" + raised.text("buildingWhistles[0].id");

    for (var member : new String[] {"member-a", "member-b"}) {
      as("resident@150203006016/" + member)
          .post(whistle + "/claim")
          .ok()
          .has("mine", true, "need", "独居老人家漏水,请来两人");
    }
    as("resident@150203006017/stranger").post(whistle + "/claim").problem(404, "not-found");
    var done = lead.post(whistle + "/done").ok().has("buildingWhistles[0].claims", 2);

    assertThat(done.at("buildingWhistles[0].responseMinutes").values())
        .allSatisfy(minutes -> assertThat(minutes.asLong()).isZero());
    assertThat(lead.get(path + "/history").ok().toString())
        .contains("building-whistle-claimed", "\"minutes\":0");
  }

  private static Map<String, Object> whistle() {
    return json(
        "departments",
        List.of(
            within(DEPARTMENTS[0]),
            within(DEPARTMENTS[1]),
            within(DEPARTMENTS[2]),
            within(DECLINING),
            ABSENT),
        "lead",
        DEPARTMENTS[0],
        "case",
        "joint-enforcement",
        "reason",
        "联合整治占道堆物和燃气隐患");
  }

  private static Map<String, Object> within(String department) {
    return json("code", department, "reportInWithin", "PT30M");
  }

  private static Person officer(String department) {
    return as("department-officer@620201/" + department);
  }

  private static JsonNode department(Reply reply, String organisation) {
    return reply.at("whistles[0].departments").values().stream()
        .filter(it -> it.path("organisation").asString().equals(organisation))
        .findFirst()
        .orElseThrow();
  }

  private static long rate(String part) {
    return Figures.figure("whistles.checkedInOnTimeRate", STREET).path(part).asLong();
  }
}
