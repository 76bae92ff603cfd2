package cn.linli.acceptance;

import static cn.linli.acceptance.Mediators.committee;
import static cn.linli.acceptance.Mediators.enrolled;
import static cn.linli.acceptance.Mediators.leaning;
import static cn.linli.acceptance.Mediators.mediating;
import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who mediates in the reference communities: teams, panels, studios, stewards (reports R1–R5). */
class MediatorsScenario {

  private static final String LONGCHANG = "620721100001";
  private static final String HAPPINESS_TREE = "620201002006";
  private static final String ZHIFU_COMMUNITY = "370602003007";
  private static final String ZHIFU_STREET = "370602003";
  private static final String ZHIFU = "370602";

  @Test
  @Mechanism({"R3-13", "R2-27"})
  void the_dear_ones_speak_the_parties_language() {
    var justice = as("justice-officer@620721");
    var lacking =
        committee(
            LONGCHANG,
            "隆畅社区人民调解委员会",
            "declared",
            json("woman", true, "multiEthnicArea", true, "smallerGroup", false));
    justice.post("/committees", lacking).refused("smaller-group-missing");
    justice
        .post(
            "/committees",
            committee(
                LONGCHANG,
                "隆畅社区人民调解委员会",
                "declared",
                json("woman", true, "multiEthnicArea", true, "smallerGroup", true)))
        .created();
    var team =
        justice.post("/committees", leaning("team", LONGCHANG, LONGCHANG, "亲亲团")).created().id();
    var lan = enrolled(justice, LONGCHANG, "兰亲", "languages", List.of("zh", "ybe"));
    var elder = enrolled(justice, LONGCHANG, "安老", "professions", List.of("five-elders"));
    for (var id : List.of(lan, elder)) {
      justice.post("/mediators/" + id + "/join", json("committee", team)).ok();
    }
    var path = mediating(LONGCHANG, LONGCHANG);
    var head = as("committee-head@" + LONGCHANG);
    var suggested = head.get(path + "/panel/suggest?committee=" + team + "&languages=ybe").ok();
    suggested.has(
        "considered",
        2,
        "mediators[0].mediator",
        lan,
        "mediators[0].parts[0].code",
        "language",
        "mediators[0].parts[0].detail",
        "ybe",
        "mediators[1].mediator",
        elder);
    head.post(path + "/panel", json("mediators", List.of(lan), "mechanism", "single"))
        .ok()
        .has("panel.seats[0].mediator", lan);
  }

  @Test
  @Mechanism({"R4-06", "R4-07"})
  void three_officials_a_lawyer_and_a_station_and_four_parties() {
    var justice = as("justice-officer@620201");
    justice.post("/committees", committee("620201", "嘉峪关人民调解委员会")).created();
    justice.post("/committees", committee(HAPPINESS_TREE, "幸福树社区人民调解委员会")).created();
    var people = new ArrayList<String>();
    for (var who : List.of("judge", "prosecutor", "police-officer", "lawyer", "justice-station")) {
      people.add(
          enrolled(
              justice,
              "620201",
              "特邀" + who,
              "grade",
              "invited",
              "volunteer",
              false,
              "professions",
              List.of(who)));
    }
    var worker =
        enrolled(justice, HAPPINESS_TREE, "社工", "professions", List.of("community-worker"));
    var head = as("committee-head@" + HAPPINESS_TREE);

    var officials = mediating(HAPPINESS_TREE, HAPPINESS_TREE);
    var mechanism = "three-officials-one-lawyer-one-station";
    head.get(officials + "/panel/suggest?mechanism=" + mechanism)
        .ok()
        .has("panels[0].complete", true, "panels[0].seats[0].seat", "judge");
    head.post(officials + "/panel", json("mediators", people.subList(1, 5), "mechanism", mechanism))
        .refused("seat-missing")
        .has("details.seat", "judge");
    head.post(officials + "/panel", json("mediators", people, "mechanism", mechanism))
        .ok()
        .has("panel.mechanism", mechanism, "panel.seats[4].seat", "station");

    var parties = mediating(HAPPINESS_TREE, HAPPINESS_TREE);
    head.post(
            parties + "/panel",
            json(
                "mediators",
                List.of(worker, people.get(4), people.get(2), people.get(3)),
                "mechanism",
                "four-party"))
        .ok()
        .has("panel.complete", true, "panel.seats[0].seat", "community");
  }

  @Test
  @Mechanism({"R5-20", "R5-21", "R5-22", "R5-26", "R1-17"})
  void three_tiers_trades_a_police_studio_and_a_named_one() {
    var justice = as("justice-officer@" + ZHIFU);
    justice.post("/committees", committee(ZHIFU_COMMUNITY, "社区人民调解委员会")).created();
    justice.post("/committees", committee(ZHIFU_STREET, "街道人民调解委员会")).created();
    justice.post("/committees", committee(ZHIFU, "芝罘区人民调解委员会")).created();
    for (var trade : List.of("property-management", "medical", "traffic", "labour")) {
      justice
          .post("/committees", committee(ZHIFU, trade, "kind", "trade", "trades", List.of(trade)))
          .created()
          .has("kind", "trade", "trades[0]", trade);
    }
    var police =
        justice
            .post(
                "/committees",
                leaning(
                    "police-studio",
                    ZHIFU_STREET,
                    ZHIFU_STREET,
                    "警民联调工作室",
                    "host",
                    "jinqiao-police-station"))
            .created()
            .id();
    var chief = enrolled(justice, ZHIFU_STREET, "于贵", "grade", "chief");
    var studio =
        justice
            .post(
                "/committees",
                leaning(
                    "studio",
                    ZHIFU_STREET,
                    ZHIFU_STREET,
                    "贵哥调解室",
                    "host",
                    "jinqiao-police-station",
                    "lead",
                    chief))
            .created()
            .id();
    justice.post("/mediators/" + chief + "/join", json("committee", studio)).ok();
    for (int i = 1; i <= 32; i++) {
      var partTime =
          enrolled(justice, ZHIFU_STREET, "兼职" + i, "specialties", List.of("neighbours"));
      justice.post("/mediators/" + partTime + "/join", json("committee", studio)).ok();
    }
    var officer =
        enrolled(
            justice,
            ZHIFU_STREET,
            "民警",
            "professions",
            List.of("police-officer"),
            "volunteer",
            false);
    justice.post("/mediators/" + officer + "/join", json("committee", police)).ok();

    var path = mediating(ZHIFU_COMMUNITY, ZHIFU_COMMUNITY);
    var head = as("committee-head@" + ZHIFU_COMMUNITY);
    head.get(path + "/panel/suggest?committee=" + studio + "&mechanism=panel")
        .ok()
        .has("considered", 33, "panels[0].complete", true);
    head.post(path + "/panel", json("mediators", List.of(chief), "mechanism", "police-civil"))
        .refused("seat-missing")
        .has("details.seat", "police-officer");
    head.post(
            path + "/panel",
            json("mediators", List.of(chief, officer), "mechanism", "police-civil"))
        .ok()
        .has("panel.mechanism", "police-civil", "panel.complete", true);
    head.post(path + "/police-report", json("body", "jinqiao-police-station", "note", "双方情绪激动"))
        .ok()
        .has("risk.policeReports[0].body", "jinqiao-police-station");
    justice.get(path).ok().has("status", "mediating");
    as("department-officer@" + ZHIFU + "/housing").get(path).problem(403, "out-of-scope");
    assertThat(
            as("resident@" + ZHIFU_COMMUNITY + "/li")
                .get("/committees?division=" + ZHIFU)
                .ok()
                .at("items")
                .findValuesAsString("level"))
        .contains("community", "street", "district");
  }

  @Test
  @Mechanism("R5-25")
  void eight_stewards_settle_at_the_first_session() {
    var place = "370602004001";
    String[] tiers = {place, "370602004", ZHIFU, "3706"};
    var atFirst = Figures.part("numerator", "disputes.firstSessionRate", tiers);
    var hadSession = Figures.part("denominator", "disputes.firstSessionRate", tiers);
    long agreed = Breakdown.value("3706", "mechanism", "stewards", "disputes.agreed");
    var justice = as("justice-officer@" + ZHIFU);
    justice.post("/committees", committee(place, "社区人民调解委员会")).created();
    var team = justice.post("/committees", leaning("team", place, place, "调解管家")).created().id();
    var stewards = new ArrayList<String>();
    for (int i = 1; i <= 8; i++) {
      var id = enrolled(justice, place, "管家" + i, "professions", List.of("steward"));
      justice.post("/mediators/" + id + "/join", json("committee", team)).ok();
      stewards.add(id);
    }
    var path = mediating(place, place);
    var head = as("committee-head@" + place);
    head.get(path + "/panel/suggest?mechanism=stewards&committee=" + team)
        .ok()
        .has("considered", 8, "panels[0].seats[0].seat", "steward");
    head.post(path + "/panel", json("mediators", stewards, "mechanism", "stewards"))
        .ok()
        .has("panel.complete", true);
    head.post(path + "/session", json("at", Instant.now().toString(), "venue", "社区调解室")).ok();
    head.post(
            path + "/session/1/record",
            json(
                "attendance",
                List.of(json("who", "p1"), json("who", "p2"), json("who", stewards.getFirst())),
                "course",
                "管家劝和",
                "result",
                "当场和解"))
        .ok()
        .has("hearings.held", 1);
    head.post(
            path + "/agreement",
            json(
                "form",
                "oral",
                "facts",
                "楼道堆物",
                "issues",
                "是否清理",
                "responsibilities",
                List.of("杨华清理"),
                "items",
                List.of(
                    json(
                        "obligor",
                        "p2",
                        "obligee",
                        "p1",
                        "content",
                        "清理楼道",
                        "manner",
                        "当面",
                        "due",
                        "2030-01-31"))))
        .ok()
        .has("status", "effective");
    atFirst.grewBy(1);
    hadSession.grewBy(1);
    assertThat(Breakdown.value("3706", "mechanism", "stewards", "disputes.agreed"))
        .isEqualTo(agreed + 1);
  }
}
