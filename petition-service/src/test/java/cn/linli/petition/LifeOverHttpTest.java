package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requests from filing to closing over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeOverHttpTest {

  private static final String GRID_CODE = "370602003006001";

  private Server server;
  private int residents;
  private Person resident;
  private Person grid;
  private Person community;
  private Person street;
  private Person heating;
  private Person desk;

  @BeforeAll
  void start() {
    server = new Server("lifeoverhttp", Clock.systemUTC());
    grid = server.as("grid-worker@" + GRID_CODE);
    community = server.as("community-clerk@370602003006");
    street = server.as("street-officer@370602003");
    heating = server.as("department-officer@370602/heating-company");
    desk = server.as("hotline-operator@370602/visits");
  }

  /** Somebody new each time: who files the same matter twice is told of the first. */
  @BeforeEach
  void comes() {
    resident = server.as("resident@370602003006/zhang-" + residents++);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static Map<String, Object> request(Object... more) {
    var body =
        Server.json(
            "kind", "appeal",
            "channel", "app",
            "title", "三号楼停暖",
            "description", "三号楼停暖一周,请尽快处理",
            "category", "noise",
            "urgency", "normal",
            "division", GRID_CODE);
    body.putAll(Server.json(more));
    return body;
  }

  @Test
  void a_request_is_read_as_it_was_answered() {
    var filed =
        resident
            .post(
                "/petitions",
                request(
                    "petitioner", Server.json("name", "张小三", "phone", "13800138000"),
                    "location", Server.json("address", "大海阳社区3号楼2单元501", "lon", 121.39)))
            .created()
            .has("status", "submitted", "level", "grid", "regime", "hotline", "card", "none")
            .has("petitioner.name", "张**", "petitioner.phone", "138****8000")
            .has("title", "三号楼停暖", "affectedHouseholds", 1, "version", 1)
            .has("handler.level", "grid", "handler.organisation", GRID_CODE);
    assertThat(filed.text("address")).doesNotContain("501");
    assertThat(filed.text("trackingCode")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(filed.header("Location")).isEqualTo("/api/v1/petitions/" + filed.id());
    var read = resident.get("/petitions/" + filed.id()).ok();
    assertThat(read.body()).isEqualTo(filed.body());
    assertThat(grid.get("/petitions/" + filed.id()).ok().at("trackingCode").isNull()).isTrue();
  }

  @Test
  void from_filing_to_closing_and_again() {
    var id = resident.post("/petitions", request()).created().id();
    var path = "/petitions/" + id;
    grid.post(path + "/accept").ok().has("status", "handling", "version", 2);
    grid.post(path + "/contact", "note", "已电话联系").ok();
    grid.post(path + "/progress", "note", "入户了解", "entry", "home-visit").ok();
    grid.post(path + "/resolve", "result", "已接通", "outcome", "solved")
        .ok()
        .has("status", "resolved", "result.text", "已接通", "result.level", "grid");
    community.post(path + "/close").refused("visit-missing");
    desk.post(
            path + "/visit",
            "reached",
            true,
            "contacted",
            true,
            "resolved",
            "partly",
            "satisfied",
            true)
        .ok()
        .has("visits[0].resolved", "partly");
    community.post(path + "/close").ok().has("status", "closed");
    resident.post(path + "/reopen", "reason", "又停了").ok().has("round", 2, "status", "transferred");
    resident.post(path + "/thanks", "form", "锦旗").refused("not-resolved");
    var history = street.get(path + "/history").ok();
    assertThat(history.at("items").findValuesAsString("what"))
        .containsExactly(
            "submitted",
            "accepted",
            "contacted",
            "progressed",
            "resolved",
            "voted",
            "closed",
            "reopened");
    assertThat(history.toString()).contains("入户了解", "home-visit", "又停了").doesNotContain("#");
    assertThat(resident.get(path + "/history").ok().toString())
        .contains("又停了", "已接通")
        .doesNotContain("入户了解");
  }

  @Test
  void dispatch_return_and_co_handlers() {
    var path = "/petitions/" + resident.post("/petitions", request()).created().id();
    street
        .post(path + "/dispatch", "organisation", "heating-company")
        .ok()
        .has("handler.organisation", "heating-company", "status", "transferred");
    heating.post(path + "/return", "reason", "不是我们的").ok().has("returnPending", true);
    street.post(path + "/return/decide", "granted", false, "designate", true).ok();
    heating.post(path + "/return", "reason", "不是我们的").refused("designated");
    street.post(path + "/co-handlers", "organisations", List.of("water-company")).ok();
    server
        .as("department-officer@370602/water-company")
        .post(path + "/progress", "note", "协助", "entry", "coordination")
        .ok();
    heating
        .post(path + "/resolve", "result", "好了", "outcome", "solved")
        .ok()
        .has("level", "district");
  }

  @Test
  void a_matter_for_several_bodies_has_longer_and_says_why() {
    var path = "/petitions/" + resident.post("/petitions", request()).created().id();
    var dispatched =
        street.post(path + "/dispatch", "organisation", "heating-company", "complex", true).ok();
    assertThat(dispatched.text("deadlines.basis")).contains("复杂诉求");
    assertThat(street.get(path + "/history").ok().toString()).contains("found-complex");
  }

  @Test
  void who_sees_what() {
    var path = "/petitions/" + resident.post("/petitions", request()).created().id();
    server.as("grid-worker@370602003006002").get(path).problem(403, "out-of-scope");
    server.as("grid-worker@370602003006002").post(path + "/accept").problem(403, "out-of-scope");
    server.as("resident@370602003006/li-si").get(path).problem(404, "not-found");
    server.as("department-officer@370602/water-company").get(path).problem(403, "out-of-scope");
    resident.post(path + "/accept").problem(403, "wrong-role");
    server.nobody().get(path).problem(401, "unauthenticated");
    community.get("/petitions/00000000000000000000000000").problem(404, "not-found");
    community.get("/petitions/nonsense").problem(404, "not-found");
  }

  @Test
  void an_accusation_never_reaches_the_accused() {
    var body =
        request(
            "kind", "accusation",
            "regime", "formal",
            "accused", Server.json("type", "body", "organisation", "370602003"));
    var filed = resident.post("/petitions", body).created().has("level", "district");
    var path = "/petitions/" + filed.id();
    for (var person : List.of(street, community, grid)) {
      person.get(path).problem(404, "not-found");
      person.get(path + "/history").problem(404, "not-found");
      person.post(path + "/unmask", "reason", "x").problem(404, "not-found");
      assertThat(person.get("/petitions").ok().toString()).doesNotContain(filed.id());
    }
    var district = server.as("district-officer@370602");
    district.get(path).ok();
    assertThat(district.get("/petitions?kind=accusation").ok().toString()).contains(filed.id());
    district.post(path + "/dispatch", "organisation", "370602003").refused("accused-body");
    resident
        .post(
            "/petitions",
            request(
                "kind",
                "accusation",
                "accused",
                Server.json("type", "body", "organisation", "370602003")))
        .refused("right-channel");
  }

  @Test
  void the_holder_of_a_code_is_the_petitioner() {
    var filed = grid.post("/petitions", request("channel", "grid-patrol")).created();
    var path = "/petitions/" + filed.id();
    var code = "/tracking/" + filed.text("trackingCode");
    var nobody = server.nobody();
    assertThat(nobody.get(code).ok().has("status", "submitted").toString())
        .doesNotContain("三号楼")
        .doesNotContain(filed.id());
    nobody.post(code + "/comment", "note", "还没有来人").ok();
    nobody.post(code + "/remind").ok();
    nobody.post(code + "/rate", "resolved", true, "satisfied", true).refused("not-resolved");
    grid.post(path + "/resolve", "result", "已处理", "outcome", "explained").ok();
    nobody.get(code).ok().has("result", "已处理", "mayRate", true);
    nobody.post(code + "/rate", "resolved", false, "satisfied", false, "grade", 1).ok();
    nobody.post(code + "/reopen", "reason", "没有解决").ok().has("status", "transferred");
    nobody.post(code + "/withdraw").ok().has("status", "withdrawn");
    nobody.get("/tracking/00000000000000000000000000").problem(404, "not-found");
    assertThat(community.get(path + "/history").ok().toString()).contains("还没有来人");
  }

  @Test
  void one_code_is_not_called_for_ever() {
    var code = "/tracking/" + grid.post("/petitions", request()).created().text("trackingCode");
    for (int call = 0; call < 30; call++) {
      server.nobody().get(code).ok();
    }
    assertThat(server.nobody().get(code).problem(429, "too-many-calls").header("Retry-After"))
        .isNotEmpty();
  }

  @Test
  void an_act_recorded_for_the_petitioner_needs_evidence_and_shows_it() {
    var path = "/petitions/" + resident.post("/petitions", request()).created().id();
    community.post(path + "/withdraw").refused("not-your-petition");
    community
        .post(path + "/withdraw", "recordedOnBehalf", Server.json("evidence", "电话录音0042"))
        .ok()
        .has("status", "withdrawn");
    assertThat(community.get(path + "/history").ok().toString()).contains("电话录音0042");
  }

  @Test
  void an_external_id_is_taken_once_per_client() {
    var client = server.as("integrator@370602/district-platform");
    var first = client.post("/petitions", request("externalId", "A-1")).created();
    client
        .post("/petitions", request("externalId", "A-1"))
        .refused("external-id-taken")
        .has("details.id", first.id());
    server
        .as("integrator@370602/other-platform")
        .post("/petitions", request("externalId", "A-1"))
        .created();
    assertThat(client.get("/petitions?externalId=A-1").ok().at("items").findValuesAsString("id"))
        .containsExactly(first.id());
  }

  @Test
  void a_key_answers_the_same_request_again() {
    var keyed = resident.with("Idempotency-Key", "key-1");
    var first = keyed.post("/petitions", request()).created();
    var again = keyed.post("/petitions", request()).created();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.header("Idempotency-Hit")).isEqualTo("true");
    keyed.post("/petitions", request("title", "别的")).problem(409, "idempotency-conflict");
    grid.post("/petitions/" + first.id() + "/accept").ok();
    grid.with("If-Match", "\"1\"")
        .post("/petitions/" + first.id() + "/contact", "note", "x")
        .problem(412, "version-conflict");
  }

  @Test
  void unmasking_is_for_who_needs_it() {
    var filed =
        resident
            .post(
                "/petitions",
                request("petitioner", Server.json("name", "张小三", "phone", "13800138000")))
            .created();
    var path = "/petitions/" + filed.id() + "/unmask";
    grid.post(path, "reason", "上门前联系").ok().has("petitioner.phone", "13800138000");
    server.as("grid-worker@370602003006002").post(path, "reason", "x").problem(403, "out-of-scope");
    grid.post(path, "reason", " ").problem(400, "invalid-fields");
  }

  @Test
  void more_time_needs_two_people() {
    var path = "/petitions/" + resident.post("/petitions", request()).created().id();
    grid.post(path + "/accept").ok();
    var until = Instant.now().plus(Duration.ofDays(8)).toString();
    grid.post(path + "/extend", "until", until, "reason", "需要时间")
        .ok()
        .has("extensionPending", true);
    grid.post(path + "/extend/decide", "granted", true).problem(403, "wrong-role");
    community.post(path + "/extend/decide", "granted", true).ok().has("extensionPending", false);
    grid.post(path + "/suspend", "reason", "等待材料", "plan", "到货即修", "until", until).ok();
    street.post(path + "/suspend/decide", "granted", true).ok();
    grid.post(path + "/resume").ok().has("pausedMinutes", 0);
    street
        .post(path + "/supervise", "kind", "interview", "due", until)
        .ok()
        .has("supervision.kind", "interview");
    desk.post(path + "/remind").ok().has("reminders", 1);
  }

  @Test
  void wrong_input_names_the_field() {
    resident.post("/petitions", request("category", "nothing-like-it")).refused("unknown-category");
    resident.post("/petitions", request("division", "370602999")).refused("unknown-division");
    resident.post("/petitions", request("division", "370602003005")).problem(403, "out-of-scope");
    resident
        .post("/petitions", request("kind", "hazard", "regime", "formal"))
        .refused("hotline-only");
    var reply =
        resident.post("/petitions", request("colour", "red")).problem(400, "invalid-fields");
    assertThat(reply.at("violations").findValuesAsString("field")).containsExactly("colour");
  }
}
