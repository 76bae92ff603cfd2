package cn.linli.mediation;

import static cn.linli.mediation.Disputes.neighbours;
import static cn.linli.mediation.Disputes.owners;
import static cn.linli.mediation.Disputes.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From filing to the parties' consent and the ways out: over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputesOverHttpTest {

  private Server server;
  private Person filer;
  private Person other;
  private Person mediator;
  private Person head;
  private Person peacemaker;
  private Person street;
  private Person justice;

  @BeforeAll
  void start() {
    server = new Server("disputes", Clock.systemUTC());
    filer = server.as("resident@370602003006/zhang");
    other = server.as("resident@370602003006/li");
    mediator = server.as("mediator@370602003006/wang");
    head = server.as("committee-head@370602003006");
    peacemaker = server.as("building-lead@370602003006001/sun");
    street = server.as("mediator@370602003/qian");
    justice = server.as("justice-officer@370602");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String filed() {
    return filer.post("/disputes", neighbours()).created().id();
  }

  @Test
  void one_party_files_and_the_other_joins_with_its_code_and_consents() {
    var filed = filer.post("/disputes", neighbours()).created();
    filed.has(
        "status", "registered",
        "level", "community",
        "committee", "370602003006",
        "parties[0].name", "张*",
        "parties[0].consent", "given",
        "parties[0].mine", true,
        "parties[1].consent", "asked",
        "claims[0].amountFen", 90_000,
        "claims[0].amountBand", "up-to-1000",
        "caseNumber", "");
    String path = "/disputes/" + filed.id();
    filer.get(path).ok().has("title", "楼上漏水");
    other.get(path).problem(404, "not-found");
    server.as("community-clerk@370602003006").get(path).problem(403, "out-of-scope");
    filer.post(path + "/accept").problem(403, "wrong-role");
    street.get(path).ok();
    var accepted = mediator.post(path + "/accept").ok();
    accepted.has("status", "consenting", "committee", "370602003006");
    assertThat(accepted.text("caseNumber")).matches("（\\d{4}）.+人调字第\\d+号");
    var code = mediator.post(path + "/parties/p2/code").ok().text("code");
    assertThat(code).hasSize(26);
    assertThat(mediator.get(path).ok().response().body()).doesNotContain(code);
    other.post(path + "/join", "code", "0000").refused("code-unknown");
    other.post(path + "/join", "code", code).ok().has("parties[1].mine", true);
    server
        .as("resident@370602003006/thief")
        .post(path + "/join", "code", code)
        .refused("code-unknown");
    other.post(path + "/consent", "given", true, "party", "p1").problem(403, "not-yourself");
    other.post(path + "/consent", "given", true).ok().has("status", "mediating");
    var history = other.get(path + "/history").ok();
    assertThat(history.at("items").findValuesAsString("what"))
        .containsSubsequence(
            "dispute-registered",
            "dispute-accepted",
            "limit-started",
            "party-invited",
            "party-joined",
            "consent-given",
            "mediation-begun");
    assertThat(history.response().body()).doesNotContain(code, "张三", "李四");
  }

  @Test
  void numbers_are_dense_in_a_committee() {
    var first = head.post("/disputes/" + filed() + "/accept").ok().text("caseNumber");
    var second = head.post("/disputes/" + filed() + "/accept").ok().text("caseNumber");
    assertThat(number(second)).isEqualTo(number(first) + 1);
  }

  private static int number(String caseNumber) {
    return Integer.parseInt(caseNumber.replaceAll(".*第(\\d+)号", "$1"));
  }

  @Test
  void the_only_respondent_refuses_and_the_case_ends() {
    String path = "/disputes/" + filed();
    mediator.post(path + "/accept").ok();
    mediator
        .post(path + "/consent", "given", false, "party", "p2", "recordedOnBehalf", recorded())
        .ok()
        .has(
            "status", "refused",
            "endCode", "party-refused",
            "parties[1].left", "refused",
            "claims[0].status", "withdrawn");
    mediator.post(path + "/accept").refused("already-ended");
  }

  @Test
  void one_of_eighteen_owners_refuses_and_the_others_go_on() {
    String path = "/disputes/" + filer.post("/disputes", owners(18)).created().id();
    mediator.post(path + "/accept").ok();
    for (int i = 2; i <= 19; i++) {
      mediator
          .post(
              path + "/consent", "given", i != 7, "party", "p" + i, "recordedOnBehalf", recorded())
          .ok();
    }
    mediator
        .get(path)
        .ok()
        .has(
            "status", "mediating",
            "parties[6].left", "refused",
            "claims[6].status", "withdrawn",
            "claims[7].status", "open");
  }

  @Test
  void the_building_comes_first_and_the_community_goes_on() {
    var filing = neighbours();
    filing.put("source", "initiative");
    var filed = peacemaker.post("/disputes", filing).created().has("level", "building");
    String path = "/disputes/" + filed.id();
    peacemaker.post(path + "/accept").ok().has("status", "consenting", "caseNumber", "");
    for (String party : List.of("p1", "p2")) {
      peacemaker
          .post(path + "/consent", "given", true, "party", party, "recordedOnBehalf", recorded())
          .ok();
    }
    peacemaker.post(path + "/transfer", "committee", "370602004").refused("out-of-area");
    peacemaker.post(path + "/transfer", "committee", "nobody").refused("unknown-committee");
    peacemaker
        .post(path + "/transfer", "committee", "370602003006", "reason", "谈不拢")
        .ok()
        .has("status", "registered", "level", "community");
    mediator.post(path + "/accept").ok().has("status", "mediating");
    mediator.post(path + "/transfer", "committee", "370602003").ok().has("level", "street");
    justice.post(path + "/transfer", "committee", "370602").ok().has("level", "district");
  }

  @Test
  void what_is_not_for_mediation_is_told_the_right_channel() {
    String path = "/disputes/" + filed();
    mediator.post(path + "/refuse", "code", "no-time").refused("unknown-ground");
    mediator
        .post(path + "/refuse", "code", "administrative-dispute")
        .ok()
        .has(
            "status", "refused",
            "endCode", "administrative-dispute",
            "rightChannel", "reconsideration");
  }

  @Test
  void an_applicant_takes_it_back_and_a_party_leaves() {
    String path = "/disputes/" + filed();
    filer.post(path + "/withdraw").ok().has("status", "withdrawn");
    String running = "/disputes/" + filed();
    mediator.post(running + "/accept").ok();
    mediator
        .post(running + "/consent", "given", true, "party", "p2", "recordedOnBehalf", recorded())
        .ok()
        .has("status", "mediating");
    filer.post(running + "/leave", "reason", "不想谈了").ok().has("status", "failed");
  }

  @Test
  void lists_the_desk_and_the_words() {
    Person mine = server.as("resident@370602003006/lists");
    Person committee = server.as("mediator@370602003006/lists");
    var filing = neighbours();
    filing.put("title", "鸽子笼扰民");
    String id = mine.post("/disputes", filing).created().id();
    assertThat(mine.get("/disputes").ok().at("items").findValuesAsString("id")).containsExactly(id);
    assertThat(
            committee
                .get("/disputes?q=鸽子笼&status=registered")
                .ok()
                .at("items")
                .findValuesAsString("id"))
        .containsExactly(id);
    assertThat(committee.get("/desk").ok().at("items").findValuesAsString("id")).contains(id);
    assertThat(
            committee
                .get("/disputes?mine=true&limit=200")
                .ok()
                .at("items")
                .findValuesAsString("id"))
        .contains(id);
    assertThat(other.get("/disputes?q=鸽子笼").ok().at("items").isEmpty()).isTrue();
    assertThat(justice.get("/disputes?q=鸽子笼&division=370602003").ok().at("items").size())
        .isEqualTo(1);
    var page = committee.get("/disputes?limit=1").ok();
    committee.get("/disputes?limit=1&after=" + page.text("next")).ok();
  }

  @Test
  void names_in_clear_are_for_the_mediators_and_logged() {
    String path = "/disputes/" + filed();
    mediator
        .post(path + "/unmask", "reason", "上门核实")
        .ok()
        .has("parties[0].name", "张三", "parties[0].phone", "13800000001");
    filer.post(path + "/unmask", "reason", "好奇").problem(403, "wrong-role");
    street.post(path + "/unmask", "reason", "好奇").problem(403, "out-of-scope");
  }

  @Test
  void files_go_into_the_case_and_erasure_takes_them_all() {
    String path = "/disputes/" + filed();
    String file = filer.attach("/attachments", "text/plain", "evidence").created().id();
    filer.post(path + "/attachments", "attachments", List.of(file)).ok();
    assertThat(mediator.download("/attachments/" + file).statusCode()).isEqualTo(200);
    assertThat(other.download("/attachments/" + file).statusCode()).isNotEqualTo(200);
    Person admin = server.as("admin@3706");
    admin.post(path + "/erase", "reason", "当事人请求").refused("still-needed");
    mediator.post(path + "/refuse", "code", "criminal-matter").ok();
    admin
        .post(path + "/erase", "reason", "当事人请求")
        .ok()
        .has("title", "", "parties[0].name", "", "status", "refused");
    assertThat(mediator.download("/attachments/" + file).statusCode()).isNotEqualTo(200);
  }

  @Test
  void wrong_filings_are_told_what_is_wrong() {
    var none = neighbours();
    none.put("claims", List.of());
    filer.post("/disputes", none).problem(400, "invalid-fields");
    var far = neighbours();
    far.put("division", "3706");
    server.as("resident@3706/far").post("/disputes", far).refused("division-too-wide");
    var itself = neighbours();
    itself.put("claims", List.of(Disputes.claim(1, 1)));
    filer.post("/disputes", itself).refused("claim-against-itself");
    mediator.post("/disputes", neighbours()).refused("evidence-missing");
    var onBehalf = neighbours();
    onBehalf.put("recordedOnBehalf", recorded());
    mediator.post("/disputes", onBehalf).created().has("parties[0].consent", "given");
  }
}
