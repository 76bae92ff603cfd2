package cn.linli.mediation;

import static cn.linli.mediation.Disputes.neighbours;
import static cn.linli.mediation.Disputes.recorded;
import static cn.linli.mediation.Register.acting;
import static cn.linli.mediation.Register.committee;
import static cn.linli.mediation.Register.enrolled;
import static cn.linli.mediation.Register.mediator;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who mediates a dispute: suggested, chosen, refused, appointed, replaced; over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PanelOverHttpTest {

  private static final String HOME = "370602003006";

  private Server server;
  private Person justice;
  private Person filer;
  private Person head;
  private String lan;
  private String an;
  private String bai;
  private String kin;

  @BeforeAll
  void start() {
    server = new Server("panel", Clock.systemUTC());
    justice = server.as("justice-officer@370602");
    filer = server.as("resident@" + HOME + "/zhang");
    head = server.as("committee-head@" + HOME);
    justice.post("/committees", committee(HOME, 5)).created();
    justice.post("/committees", committee("370602", 3)).created();
    lan = enrolled(head, mediator(HOME, "兰英", "13900000001", "languages", List.of("zh", "ybe")));
    an = enrolled(head, mediator(HOME, "安华", "13900000002", "specialties", List.of("neighbours")));
    bai = enrolled(head, mediator(HOME, "白云", "13900000003"));
    kin = enrolled(head, mediator(HOME, "李亲", "13900000004"));
    head.post(
            "/mediators/" + kin + "/interests",
            "kinPhones",
            List.of("138 0000 0001"),
            "organisations",
            List.of())
        .ok();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** Taken by the committee of the community, both sides agreed. */
  private String mediating() {
    String path = "/disputes/" + filer.post("/disputes", neighbours()).created().id();
    head.post(path + "/accept").ok();
    head.post(path + "/consent", "given", true, "party", "p2", "recordedOnBehalf", recorded())
        .ok()
        .has("status", "mediating");
    return path;
  }

  @Test
  void a_suggestion_says_why_and_who_may_not_and_why() {
    String path = mediating();
    var suggested = head.get(path + "/panel/suggest?languages=ybe&limit=10&mechanism=panel").ok();
    suggested.has(
        "mechanism",
        "panel",
        "formula",
        1,
        "cut",
        false,
        "mediators[0].mediator",
        lan,
        "mediators[0].name",
        "兰*",
        "mediators[0].parts[0].code",
        "language",
        "mediators[0].parts[0].points",
        40,
        "mediators[0].parts[0].text",
        "speaks what the parties speak: ybe",
        "mediators[1].mediator",
        an,
        "mediators[1].parts[0].code",
        "specialty");
    suggested.has(
        "panels[0].complete",
        true,
        "panels[0].seats[0].seat",
        "presiding",
        "panels[0].seats[0].mediator",
        lan);
    assertThat(suggested.at("panels/0/seats")).hasSize(3);
    assertThat(blocked(suggested, kin)).contains("declared-kin", "p1");
    assertThat(suggested.toString()).doesNotContain("13800000001", "13900000001");
    var again = head.get(path + "/panel/suggest?languages=ybe&limit=10&mechanism=panel").ok();
    assertThat(again.body()).isEqualTo(suggested.body());
    filer.get(path + "/panel/suggest").problem(403, "wrong-role");
    server
        .as("mediator@370602003007/far")
        .get(path + "/panel/suggest")
        .problem(403, "out-of-scope");
  }

  private static String blocked(Reply suggested, String mediator) {
    for (var each : suggested.at("blocked")) {
      if (each.get("mediator").asString().equals(mediator)) {
        return each.get("reasons").toString();
      }
    }
    throw new AssertionError(mediator + " is not blocked in " + suggested);
  }

  @Test
  void who_was_a_party_with_one_of_them_does_not_sit_between_them() {
    var former = neighbours();
    former.put(
        "parties",
        List.of(
            Server.json("name", "吴旧", "role", "applicant", "phone", "13900000021"),
            Server.json("name", "张三", "role", "respondent", "phone", "13800000001")));
    server.as("resident@" + HOME + "/wu").post("/disputes", former).created();
    String wu = enrolled(head, mediator(HOME, "吴旧", "13900000021"));
    String zhang = enrolled(head, mediator(HOME, "张三", "13800000001"));
    String path = mediating();
    var suggested = head.get(path + "/panel/suggest?limit=100").ok();
    assertThat(blocked(suggested, wu)).contains("former-opponent").doesNotContain("own-claim");
    assertThat(blocked(suggested, zhang)).contains("own-claim");
    head.post(path + "/panel", "mediators", List.of(wu), "mechanism", "single")
        .refused("conflict-of-interest");
  }

  @Test
  void the_committee_appoints_and_a_party_may_refuse() {
    String path = "/disputes/" + filer.post("/disputes", neighbours()).created().id();
    head.post(path + "/panel", "mediators", List.of(lan), "mechanism", "single")
        .refused("not-accepted-yet");
    head.post(path + "/accept").ok();
    filer
        .post(path + "/panel", "mediators", List.of(lan), "mechanism", "single")
        .problem(403, "wrong-role");
    head.post(path + "/panel", "mediators", List.of(lan, an), "mechanism", "panel")
        .refused("seat-missing")
        .has("details.seat", "third");
    head.post(path + "/panel", "mediators", List.of("0".repeat(26)), "mechanism", "single")
        .refused("unknown-mediator");
    head.post(path + "/panel", "mediators", List.of(lan, an, bai), "mechanism", "panel")
        .ok()
        .has(
            "panel.mechanism",
            "panel",
            "panel.complete",
            true,
            "panel.seats[0].seat",
            "presiding",
            "panel.seats[0].mediator",
            lan,
            "panel.seats[0].lead",
            true,
            "panel.seats[0].volunteer",
            true);
    assertThat(head.get("/mediators/" + lan).ok().at("openCases").asInt()).isPositive();

    filer
        .post(path + "/panel/refuse", "refused", lan, "reason", "与对方相熟")
        .ok()
        .has("panel.complete", false, "panel.vacant[0].mediator", lan, "panel.refused.p1[0]", lan);
    head.post(path + "/panel/replace", "left", lan, "successor", lan)
        .refused("conflict-of-interest");
    head.post(path + "/panel/replace", "left", lan, "successor", kin)
        .refused("conflict-of-interest");
    String chief = enrolled(head, mediator(HOME, "于贵", "13900000031", "grade", "chief"));
    head.post(path + "/panel/replace", "left", lan, "successor", chief)
        .ok()
        .has("panel.complete", true, "panel.seats[2].mediator", chief);
    assertThat(filer.get(path + "/history").ok().toString()).contains("与对方相熟");
    assertThat(head.get(path + "/history").ok().toString()).contains("mediator-refused");
    assertThat(justice.get(path + "/history").ok().toString())
        .contains("panel-appointed")
        .doesNotContain("mediator-refused", "与对方相熟");
  }

  @Test
  void a_trade_committee_takes_what_is_transferred_to_it() {
    var medical = committee("370602", 3);
    medical.put("kind", "trade");
    medical.put("name", "芝罘区医疗纠纷人民调解委员会");
    justice.post("/committees", medical).refused("trade-missing");
    medical.put("trades", List.of("medical"));
    String trade = justice.post("/committees", medical).created().id();
    String path = mediating();
    head.post(path + "/transfer", "committee", "0".repeat(26)).refused("unknown-committee");
    head.post(path + "/transfer", "committee", trade, "reason", "专业性强")
        .ok()
        .has("committee", trade, "committeeName", "芝罘区医疗纠纷人民调解委员会", "level", "district");
    var accepted = server.as("committee-head@370602/" + trade).post(path + "/accept").ok();
    assertThat(accepted.text("caseNumber")).contains("芝罘区医疗纠纷人民调解委员会人调字第1号");
  }

  @Test
  void whom_both_sides_would_like_sits() {
    String path = mediating();
    filer
        .post(path + "/panel/choose", "mediators", List.of(bai))
        .ok()
        .has("panel.chosen.p1[0]", bai);
    head.post(
            path + "/panel/choose",
            "mediators",
            List.of(bai, an),
            "party",
            "p2",
            "recordedOnBehalf",
            recorded())
        .ok();
    assertThat(filer.get(path).ok().at("panel/chosen").has("p2")).isFalse();
    head.get(path + "/panel/suggest")
        .ok()
        .has("mediators[0].mediator", bai, "mediators[0].parts[0].code", "chosen-by-all");
    head.post(path + "/panel", "mediators", List.of(an), "mechanism", "single")
        .refused("choice-passed-over");
    head.post(path + "/panel", "mediators", List.of(bai), "mechanism", "single").ok();
  }

  @Test
  void four_parties_are_whoever_the_place_says_and_who_sits_has_the_case_in_hand() {
    var seats = new ArrayList<Object>();
    for (String who : List.of("property", "owners", "community", "street")) {
      seats.add(Server.json("code", who, "professions", List.of(who + "-side")));
    }
    var admin = server.as("admin@370602");
    var table = new LinkedHashMap<String, Object>();
    for (String mechanism :
        List.of(
            "single",
            "panel",
            "three-officials-one-lawyer-one-station",
            "police-civil",
            "stewards")) {
      table.put(
          mechanism,
          Server.json(
              "most",
              9,
              "odd",
              false,
              "seats",
              List.of(Server.json("code", "mediator", "professions", List.of())),
              "basis",
              "test"));
    }
    var rows = Server.json("mechanisms", table);
    admin.post("/config/mechanisms?division=370602004", rows).refused("incomplete-table");
    table.put(
        "four-party", Server.json("most", 4, "odd", false, "seats", seats, "basis", "四方调解办法"));
    admin.post("/config/mechanisms?division=370602004", rows).ok();

    var place = "370602004001";
    justice.post("/committees", committee(place, 3)).created();
    var people = new ArrayList<String>();
    for (String who : List.of("property", "owners", "community", "street")) {
      people.add(
          enrolled(
              justice,
              acting(
                  "mediator@370602/" + who,
                  mediator(
                      "370602",
                      "某" + who,
                      "1390000005" + people.size(),
                      "professions",
                      List.of(who + "-side"),
                      "volunteer",
                      false))));
    }
    var filing = neighbours();
    filing.put("division", place);
    String path =
        "/disputes/"
            + server.as("resident@" + place + "/x").post("/disputes", filing).created().id();
    var clerk = server.as("committee-head@" + place);
    clerk.post(path + "/accept").ok();
    clerk
        .get(path + "/panel/suggest?mechanism=four-party")
        .ok()
        .has("panels[0].complete", true, "panels[0].seats[3].seat", "street");
    clerk
        .post(path + "/panel", "mediators", people.subList(0, 3), "mechanism", "four-party")
        .refused("seat-missing")
        .has("details.seat", "street");
    clerk
        .post(path + "/panel", "mediators", people, "mechanism", "four-party")
        .ok()
        .has("panel.seats[3].seat", "street", "panel.seats[3].volunteer", false);
    var street = server.as("mediator@370602/street");
    street
        .post(path + "/consent", "given", true, "party", "p2", "recordedOnBehalf", recorded())
        .ok()
        .has("status", "mediating", "panel.seats[3].mine", true);
    clerk
        .post(path + "/panel/recuse", "seated", people.get(3), "reason", "代其回避")
        .problem(403, "not-yourself");
    street
        .post(path + "/panel/recuse", "seated", people.get(3), "reason", "与对方有生意往来")
        .ok()
        .has("panel.complete", false);
    Map<String, Object> noBody = Map.of();
    street.post(path + "/parties/p2/code", noBody).problem(422, "not-the-mediators");
  }
}
