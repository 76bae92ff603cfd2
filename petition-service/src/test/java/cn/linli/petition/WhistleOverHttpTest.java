package cn.linli.petition;

import static cn.linli.petition.LifeOverHttpTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.testing.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The community calls, the street whistles, departments check in: over HTTP, on a real database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhistleOverHttpTest {

  private Server server;
  private int residents;
  private Person resident;
  private Person grid;
  private Person community;
  private Person street;
  private Person heating;
  private Person water;

  @BeforeAll
  void start() {
    server = new Server("whistleoverhttp", Clock.systemUTC());
    grid = server.as("grid-worker@370602003006001");
    community = server.as("community-clerk@370602003006");
    street = server.as("street-officer@370602003");
    heating = server.as("department-officer@370602/heating-company");
    water = server.as("department-officer@370602/water-company");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** By somebody new each time: who files the same matter twice is told of the first. */
  private String filed() {
    resident = server.as("resident@370602003006/zhang-" + residents++);
    return "/petitions/" + resident.post("/petitions", request()).created().id();
  }

  private static Object[] whistle(Object... departments) {
    return new Object[] {
      "departments",
      List.of(departments),
      "lead",
      "heating-company",
      "case",
      "emergency",
      "reason",
      "管道爆裂,须立即到场"
    };
  }

  @Test
  void three_hops() {
    var path = filed();
    heating.get(path).problem(403, "out-of-scope");
    community.post(path + "/call", "reason", "社区无法协调").ok().has("call.reason", "社区无法协调");
    assertThat(street.get("/petitions?mine=true").ok().toString()).contains(path.substring(11));
    street.post(path + "/call/answer", "answer", "whistle").ok();
    var blown =
        street
            .post(
                path + "/whistle",
                whistle(
                    "heating-company",
                    Server.json("code", "water-company", "reportInWithin", "PT2H")))
            .ok()
            .has("whistles[0].case", "emergency", "whistles[0].lead", "heating-company")
            .has("whistles[0].reason", "管道爆裂,须立即到场", "whistles[0].departments[0].state", "called")
            .has("status", "submitted", "handler.level", "grid");
    assertThat(blown.at("call").isNull()).isTrue();
    assertThat(blown.text("whistles[0].departments[0].basis")).contains("30 分钟");
    assertThat(resident.get(path).ok().toString()).doesNotContain("管道爆裂");
    var whistle = path + "/whistles/" + blown.text("whistles[0].id");

    assertThat(heating.get("/petitions?mine=true").ok().toString()).contains(path.substring(11));
    assertThat(heating.get("/desk").ok().toString()).contains("check-in");
    heating
        .post(whistle + "/check-in")
        .ok()
        .has("whistles[0].departments[0].state", "checked-in")
        .has("whistles[0].departments[0].late", false);
    assertThat(heating.get("/desk").ok().toString()).contains("report");
    street.post(whistle + "/close").refused("reports-missing");
    street.post(whistle + "/check-in").problem(403, "wrong-role");
    server
        .as("department-officer@370602/gas-company")
        .post(whistle + "/check-in")
        .problem(403, "out-of-scope");
    water.post(whistle + "/decline", "reason", "不属我公司管网").ok();
    water.get(path).problem(403, "out-of-scope");
    heating.post(whistle + "/report", "result", "已抢修").ok();
    street
        .post(whistle + "/score", "department", "heating-company", "score", 5)
        .ok()
        .has("whistles[0].departments[0].score", 5);
    heating
        .post(whistle + "/score", "street", "370602003", "score", 4)
        .ok()
        .has("whistles[0].departments[0].streetScore", 4);
    street.post(whistle + "/score", "score", 4).refused("score-for-whom");
    street
        .post(whistle + "/close")
        .ok()
        .has("whistles[0].departments[0].result", "已抢修")
        .has("whistles[0].departments[1].reason", "不属我公司管网");
    assertThat(heating.get("/petitions?mine=true").ok().toString())
        .doesNotContain(path.substring(11));
    heating.get(path).ok();
  }

  @Test
  void lateness_shows_though_nobody_touched_the_case_and_tables_set_limits() {
    var atOnce = Server.json("amount", 0, "unit", "minutes");
    var day = Server.json("amount", 24, "unit", "hours");
    var limits = Server.limits(day, day);
    limits.put("checkIn", Server.json("emergency", Server.json("within", atOnce, "basis", "本区规定")));
    var admin = server.as("admin@3706");
    admin.post("/config/limits?division=370602003", limits).refused("incomplete-table");
    var checkIn = Server.json();
    for (var why : List.of("emergency", "joint-enforcement", "unsolvable")) {
      checkIn.put(why, Server.json("within", atOnce, "basis", "本区规定"));
    }
    limits.put("checkIn", checkIn);
    admin.post("/config/limits?division=370602003", limits).ok();
    var path = filed();
    street
        .post(path + "/whistle", whistle("heating-company"))
        .ok()
        .has("whistles[0].departments[0].basis", "本区规定");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> street.get(path).ok().has("whistles[0].departments[0].late", true));
    assertThat(street.get(path + "/history").ok().at("items").findValuesAsString("what"))
        .containsExactly("submitted", "whistled", "check-in-fell-due");
  }

  @Test
  void what_a_whistle_must_say() {
    var path = filed();
    for (Object department :
        List.of(
            "Not A Code",
            Server.json("reportInWithin", "PT1H"),
            Server.json("code", "x", "reportInWithin", "tomorrow"),
            Server.json("code", "x", "colour", "red"),
            7)) {
      street.post(path + "/whistle", whistle(department)).status(400);
    }
    street.post(path + "/whistle", whistle()).problem(400, "invalid-fields");
    street.post(path + "/whistle", whistle("water-company")).refused("lead-not-called");
    community.post(path + "/whistle", whistle("heating-company")).problem(403, "wrong-role");
  }

  @Test
  void neighbours_turn_up_in_a_building_and_see_nothing_else() {
    var path = filed();
    var raised = grid.post(path + "/building-whistle", "need", "三号楼积雪,请来五人清扫").ok();
    var whistle = path + "/building-whistles/" + raised.text("buildingWhistles[0].id");
    var neighbour = server.as("resident@370602003006/li-si");

    neighbour.get(path).problem(404, "not-found");
    neighbour.get(whistle).ok().has("need", "三号楼积雪,请来五人清扫", "claims", 0, "mine", false);
    var claimed = neighbour.post(whistle + "/claim").ok().has("claims", 1, "mine", true);
    assertThat(claimed.at("responseMinutes[0]").asInt()).isZero();
    assertThat(claimed.toString()).doesNotContain("三号楼停暖");
    neighbour.post(whistle + "/claim").refused("already-claimed");
    var far = server.as("resident@370602003007/wang-wu");
    far.get(whistle).problem(404, "not-found");
    far.post(whistle + "/claim").problem(404, "not-found");
    neighbour.post(whistle + "/done").problem(403, "wrong-role");
    grid.post(whistle + "/done").ok().has("buildingWhistles[0].claims", 1);
    assertThat(grid.get(path + "/history").ok().toString()).doesNotContain("li-si");
  }
}
