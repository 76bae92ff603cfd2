package cn.linli.mediation;

import static cn.linli.mediation.Register.committee;
import static cn.linli.mediation.Register.mediator;
import static cn.linli.mediation.Register.team;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The register of committees and the roster of mediators: over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterOverHttpTest {

  private static final String STREET = "370602003";

  private Server server;
  private Person justice;
  private Person resident;

  @BeforeAll
  void start() {
    server = new Server("register", Clock.systemUTC());
    justice = server.as("justice-officer@370602/justice-bureau");
    resident = server.as("resident@370602003006/zhang");
    justice.post("/committees", committee(STREET, 5)).created();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_committee_from_its_register_to_its_end() {
    String community = "370602003005";
    var wrong = committee(community, 2);
    wrong.put("declared", Server.json("woman", false));
    justice.post("/committees", wrong).refused("committee-too-small");
    server
        .as("justice-officer@370603")
        .post("/committees", committee(community, 3))
        .problem(403, "out-of-scope");
    resident.post("/committees", committee(community, 3)).problem(403, "wrong-role");

    var created = justice.post("/committees", committee(community, 3)).created();
    created.has(
        "id", community,
        "level", "community",
        "standing", "active",
        "name", "人民调解委员会",
        "term.until", "2028-12-31",
        "members[0].name", "王**",
        "members[0].chair", true,
        "version", 1);
    assertThat(created.header("Location")).isEqualTo("/api/v1/committees/" + community);
    justice.post("/committees", committee(community, 3)).refused("committee-known");

    String path = "/committees/" + community;
    var woman = Server.json("woman", true);
    justice
        .post(path + "/members", "remove", List.of("m2"), "declared", woman)
        .refused("committee-too-small");
    justice
        .post(
            path + "/members",
            "add",
            List.of(Server.json("name", "刘新", "chair", true)),
            "remove",
            List.of("m1"),
            "declared",
            woman)
        .ok()
        .has("members[2].no", "m4", "members[2].chair", true);
    server
        .as("justice-officer@370603")
        .post(path + "/end", "reason", "越区")
        .problem(403, "out-of-scope");
    resident.get(path).ok().has("members[2].name", "刘*");
    justice.post(path + "/end", "reason", "社区合并").ok().has("standing", "ended");
    justice.post(path + "/end", "reason", "再次").refused("committee-ended");
    justice.get("/committees/0000").problem(404, "not-found");
  }

  @Test
  void studios_and_teams_lean_on_a_committee_and_are_named_for_their_mediator() {
    String chief =
        Register.enrolled(justice, mediator(STREET, "于贵", "13900000011", "grade", "chief"));
    var studio = team(STREET, STREET, "贵哥调解室");
    studio.put("kind", "studio");
    studio.put("host", "jinqiao-police-station");
    justice.post("/committees", studio).refused("lead-missing");
    studio.put("lead", chief);
    var created = justice.post("/committees", studio).created();
    created.has("kind", "studio", "host", "jinqiao-police-station", "lead", chief);
    justice.post("/committees", team(created.id(), STREET, "调解管家")).refused("parent-no-committee");
    var police = team(STREET, STREET, "警民联调工作室");
    police.put("kind", "police-studio");
    justice.post("/committees", police).refused("station-missing");
    justice.post("/committees", team("620201", STREET, "无依托")).refused("parent-missing");

    justice
        .post("/mediators/" + chief + "/join", "committee", created.id())
        .ok()
        .has("bodies[0]", created.id());
    assertThat(
            resident
                .get("/mediators?committee=" + created.id())
                .ok()
                .at("items")
                .findValuesAsString("id"))
        .containsExactly(chief);
    assertThat(
            resident
                .get("/committees?division=370602003")
                .ok()
                .at("items")
                .findValuesAsString("id"))
        .contains(STREET, created.id());
    assertThat(
            server
                .as("city-officer@3706")
                .get("/committees")
                .ok()
                .at("items")
                .findValuesAsString("id"))
        .contains(STREET, created.id());
  }

  @Test
  void the_register_is_exported_for_the_justice_bureau() {
    String masked = text(justice, "/committees/export.csv?division=370602003");
    assertThat(masked).startsWith("\uFEFFid,kind,tier").contains("王**").doesNotContain("王委员1");
    assertThat(masked.lines().filter(it -> it.startsWith(STREET + ",committee,street"))).hasSize(1);
    String clear = text(justice, "/committees/export.csv?division=370602003&reason=annual-report");
    assertThat(clear).contains("王委员1、王委员2");
    assertThat(server.database().getCollection("access_log").countDocuments())
        .as("read in clear is on record")
        .isPositive();
    resident.get("/committees/export.csv").problem(403, "wrong-role");
    justice.get("/committees/export.csv?division=370603").problem(403, "out-of-scope");
  }

  @Test
  void a_mediator_is_on_the_roster_once_and_answers_for_what_they_do() {
    var nobody = mediator(STREET, "无名", "");
    nobody.remove("phone");
    justice.post("/mediators", nobody).refused("account-or-phone-missing");
    var child = mediator(STREET, "少年", "13900000001");
    child.put("adult", false);
    justice.post("/mediators", child).refused("mediator-not-adult");
    justice
        .post("/mediators", mediator(STREET, "远", "13900000002", "divisions", List.of("370611")))
        .problem(403, "out-of-scope");
    justice
        .post("/mediators", mediator("370602004", "远", "13900000002"))
        .refused("unknown-committee");

    var lan =
        Register.acting(
            "mediator@" + STREET + "/lan",
            mediator(STREET, "兰英", "13900000003", "languages", List.of("zh", "ybe")));
    var created = justice.post("/mediators", lan).created();
    created.has(
        "name", "兰*",
        "standing", "active",
        "languages[1]", "ybe",
        "openCases", 0,
        "house.account", true,
        "house.phone", "139****0003");
    justice.post("/mediators", lan).refused("mediator-known");
    String path = "/mediators/" + created.id();
    var seen = resident.get(path).ok().has("name", "兰*", "grade", "part-time");
    assertThat(seen.at("house").isNull()).isTrue();

    var self = server.as("mediator@" + STREET + "/lan");
    self.post(
            path + "/interests",
            "kinPhones",
            List.of("13800000009"),
            "organisations",
            List.of("wuye"))
        .ok()
        .has("house.kin", 1, "house.interests[0]", "wuye");
    server.as("mediator@" + STREET + "/other").post(path + "/pause").problem(403, "out-of-scope");
    self.post(path + "/pause").ok().has("standing", "paused");
    self.post(path + "/resume").ok().has("standing", "active");

    resident
        .post(path + "/complaint", "ground", "bias", "reason", "只听对方说")
        .ok()
        .has("standing", "active");
    justice.get(path).ok().has("house.complaints", 1);
    justice.post(path + "/warn", "ground", "bias", "reason", "责令改正").ok().has("house.warnings", 1);
    justice.post(path + "/unmask", "reason", "核实身份").ok().has("name", "兰英", "phone", "13900000003");
    justice
        .post(path + "/remove", "ground", "benefit", "reason", "收受财物")
        .ok()
        .has("standing", "removed", "house.removedFor", "benefit");
    justice.post("/mediators", lan).refused("mediator-removed");
  }

  private static String text(Person person, String path) {
    var response = person.download(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
