package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static cn.linli.acceptance.Volunteering.ago;
import static cn.linli.acceptance.Volunteering.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Activities and services of volunteers in the reference communities. */
class VolunteerScenario {

  private static final String QINGBA = "150203006016";
  private static final String HEPING = "520627002001";
  private static final String LONGCHANG = "620721100001";
  private static final String JIAYUGUAN = "620201002006";

  @Test
  @Mechanism({"R1-06", "R1-13", "R1-14"})
  void five_bodies_hold_a_legal_education_event_and_any_of_them_confirms() {
    var qingba = new Volunteering(QINGBA);
    var team =
        "/teams/"
            + post(
                    qingba.clerk(),
                    "/teams",
                    "division",
                    QINGBA,
                    "name",
                    "普法志愿者队伍",
                    "kind",
                    "legal-education")
                .created()
                .id();
    var account = qingba.account("pufa");
    post(qingba.resident("pufa"), team + "/join", "account", account).ok().has("members", 1);
    var event =
        qingba.published(
            qingba.clerk(),
            "legal-education",
            "安全文明过节",
            "coOrganisers",
            List.of("police-station", "enforcement-squad", "justice-office", "market-office"),
            "topics",
            List.of("fire-safety", "personal-information", "civil-conduct"));
    post(qingba.resident("pufa"), event + "/sign-up", "account", account).ok();
    qingba.attended(event, account, 60);
    post(qingba.resident("pufa"), event + "/confirm", "account", account, "minutes", 60)
        .refused("self-confirmation");
    post(
            as("department-officer@" + QINGBA + "/gas-company"),
            event + "/confirm",
            "account",
            account,
            "minutes",
            60)
        .refused("not-the-organiser");
    post(
            as("department-officer@" + QINGBA + "/justice-office"),
            event + "/confirm",
            "account",
            account,
            "minutes",
            60)
        .ok()
        .has("coOrganisers[3]", "market-office", "topics[0]", "fire-safety", "confirmed", 1);
    assertThat(qingba.minutes("pufa", account)).isEqualTo(60);
  }

  @Test
  @Mechanism("R1-15")
  void law_students_advise_once_their_skill_was_seen() {
    var qingba = new Volunteering(QINGBA);
    var student = qingba.account("law-student");
    var advice = qingba.published(qingba.clerk(), "legal-advice", "法律咨询日");
    post(qingba.resident("law-student"), "/skills", "account", student, "skill", "law").ok();
    post(qingba.resident("law-student"), advice + "/sign-up", "account", student)
        .refused("skill-missing");
    post(qingba.clerk(), "/skills/show", "account", student, "skill", "law", "evidence", "学生证")
        .ok();
    qingba.gave(advice, "law-student", student, 45);
    assertThat(
            qingba
                .clerk()
                .get("/bank/skills?skill=law&division=" + QINGBA)
                .ok()
                .at("items")
                .findValuesAsString("account"))
        .contains(student);
  }

  @Test
  @Mechanism({"R1-21", "R4-17"})
  void warm_services_are_in_the_catalogue_and_earn_minutes() {
    var catalogue = as("resident@" + JIAYUGUAN + "/x").get("/bank/services").ok().at("items");
    assertThat(catalogue.findValuesAsString("code"))
        .contains("home-visit", "counselling", "cleaning", "free-clinic", "estate-steward");
    var place = new Volunteering(JIAYUGUAN);
    var steward = place.account("steward");
    post(place.resident("steward"), "/skills", "account", steward, "skill", "counselling").ok();
    post(
            place.clerk(),
            "/skills/show",
            "account",
            steward,
            "skill",
            "counselling",
            "evidence",
            "咨询师证")
        .ok();
    place.gave(place.published(place.clerk(), "counselling", "阳光心语"), "steward", steward, 30);
    assertThat(place.minutes("steward", steward)).isEqualTo(30);
    var other = place.account("estate");
    place.gave(place.published(place.clerk(), "estate-steward", "小区管家"), "estate", other, 50);
    assertThat(place.minutes("estate", other)).isEqualTo(50);
  }

  @Test
  @Mechanism({"R2-17", "R4-21"})
  void a_red_armband_patrol_earns_by_shifts_and_reports_what_it_finds() {
    var heping = new Volunteering(HEPING);
    var account = heping.account("armband");
    var team =
        "/teams/"
            + post(heping.clerk(), "/teams", "division", HEPING, "name", "红袖套", "kind", "patrol")
                .created()
                .id();
    post(heping.clerk(), "/teams", "division", HEPING, "name", "群防群治队伍", "kind", "mass-prevention")
        .created()
        .has("kind", "mass-prevention");
    post(heping.resident("armband"), team + "/join", "account", account).ok();
    post(
            heping.clerk(),
            team + "/shifts",
            "title",
            "夜巡",
            "service",
            "patrol",
            "firstStartsAt",
            ago(150).toString(),
            "minutes",
            180,
            "everyDays",
            1,
            "count",
            3,
            "places",
            4)
        .ok()
        .has("shifts", 3);
    var shift =
        heping
            .clerk()
            .get("/bank/shifts?team=" + team.substring("/teams/".length()))
            .ok()
            .at("items")
            .valueStream()
            .filter(it -> it.path("startsAt").asString().compareTo(ago(0).toString()) < 0)
            .map(it -> "/activities/" + it.path("id").asString())
            .findFirst()
            .orElseThrow();
    post(heping.resident("armband"), shift + "/sign-up", "account", account)
        .refused("insurance-missing");
    post(
            as("bank-clerk@" + HEPING),
            "/accounts/" + account + "/readiness",
            "insured",
            true,
            "trained",
            true)
        .ok();
    heping.gave(shift, "armband", account, 120);
    assertThat(heping.minutes("armband", account)).isEqualTo(120);
    heping
        .resident("armband")
        .post(
            "/petitions",
            request("sanitation", HEPING, "kind", "hazard", "channel", "app", "title", "巡逻发现隐患"))
        .created()
        .has("kind", "hazard");
  }

  @Test
  @Mechanism("R2-24")
  void fifty_six_cultural_events_are_counted_by_their_service() {
    var heping = new Volunteering(HEPING);
    for (int i = 1; i <= 56; i++) {
      heping.published(heping.clerk(), "culture", "千家宴 " + i);
    }
    heping.published(heping.clerk(), "sport", "广场舞");
    var events =
        heping
            .clerk()
            .get("/bank/activities?limit=200&service=culture&division=" + HEPING)
            .ok()
            .at("items");
    assertThat(events.size()).isEqualTo(56);
    assertThat(events.findValuesAsString("group")).containsOnly("culture");
  }

  @Test
  @Mechanism("R3-08")
  void societies_of_the_community_are_registered_by_what_they_do() {
    var longchang = new Volunteering(LONGCHANG);
    for (var kind : List.of("sport", "culture", "relief")) {
      post(longchang.clerk(), "/teams", "division", LONGCHANG, "name", "民间组织 " + kind, "kind", kind)
          .created();
    }
    assertThat(
            longchang
                .clerk()
                .get("/bank/teams?division=" + LONGCHANG)
                .ok()
                .at("items")
                .findValuesAsString("kind"))
        .contains("sport", "culture", "relief");
  }

  @Test
  @Mechanism({"R3-16", "R5-11"})
  void young_volunteers_tutor_with_consent_and_children_are_only_counted() {
    var longchang = new Volunteering(LONGCHANG);
    var parent = longchang.account("parent");
    var youth =
        post(
                longchang.resident("parent"),
                "/accounts",
                "holder",
                json("name", "王小二", "birthYear", LocalDate.now().getYear() - 16),
                "kind",
                "person",
                "division",
                LONGCHANG,
                "guardian",
                parent,
                "consent",
                "监护人书面同意")
            .created()
            .id();
    var tutoring = longchang.published(longchang.clerk(), "tutoring", "功能室课后辅导");
    var asked = new Object[] {"account", youth, "recordedOnBehalf", json("evidence", "本人到场")};
    post(longchang.clerk(), tutoring + "/sign-up", asked).refused("skill-missing");
    post(
            longchang.clerk(),
            "/skills/show",
            "account",
            youth,
            "skill",
            "tutoring",
            "evidence",
            "团委推荐")
        .ok();
    post(longchang.clerk(), tutoring + "/sign-up", asked).ok();
    longchang.attended(tutoring, youth, 60);
    post(longchang.clerk(), tutoring + "/confirm", "account", youth, "minutes", 60).ok();
    post(longchang.clerk(), tutoring + "/heads", "heads", 12).ok().has("heads", 12);

    var corridor = longchang.published(longchang.clerk(), "corridor-cleaning", "楼道清扫");
    post(longchang.clerk(), corridor + "/sign-up", asked).ok();
    var pickUp = longchang.published(longchang.clerk(), "school-pick-up", "接放学孩子到社区学堂");
    post(longchang.resident("parent"), pickUp + "/sign-up", "account", parent)
        .refused("skill-missing");
    var patrol = longchang.published(longchang.clerk(), "patrol", "夜巡");
    post(longchang.clerk(), patrol + "/sign-up", asked).refused("not-for-minors");
  }
}
