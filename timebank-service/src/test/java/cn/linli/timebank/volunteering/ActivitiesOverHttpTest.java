package cn.linli.timebank.volunteering;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.volunteering.Acts.CLERK;
import static cn.linli.timebank.volunteering.Acts.recorded;
import static cn.linli.timebank.volunteering.Acts.resident;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.timebank.Server;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From publishing an activity to the minutes on a passbook. */
class ActivitiesOverHttpTest {

  private static Server server;
  private static Acts acts;

  @BeforeAll
  static void start() {
    server = new Server("bank-activities");
    acts = new Acts(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void confirmed_minutes_are_posted_in_the_same_commit_and_once() {
    String wang = acts.account("wang");
    String id = acts.published("cleaning", "needed", 1).created().id();
    String path = "/activities/" + id;
    acts.served(path, "wang", wang, 170, 90);
    assertThat(
            acts.get(CLERK, "/activities?confirm=true").ok().at("items").findValuesAsString("id"))
        .contains(id);

    assertThat(server.as(CLERK).get("/desk").ok().at("items").findValuesAsString("what"))
        .contains("confirm-service");

    acts.post(resident("wang"), path + "/confirm", "account", wang, "minutes", 90)
        .refused("self-confirmation");
    acts.post(CLERK, path + "/confirm", "account", wang, "minutes", 91)
        .refused("longer-than-served");
    var clerk = server.as(CLERK).key("confirm-wang");
    for (int times = 0; times < 3; times++) {
      clerk
          .post("/bank" + path + "/confirm", Map.of("account", wang, "minutes", 90))
          .ok()
          .has("confirmed", 1, "minutes", 90);
    }
    acts.post(CLERK, path + "/confirm", "account", wang, "minutes", 10)
        .refused("already-confirmed");

    assertThat(acts.minutes("wang", wang)).isEqualTo(90);
    acts.get(resident("wang"), path + "/history").problem(403, "out-of-scope");
    assertThat(acts.get(CLERK, path + "/history").ok().at("items").findValuesAsString("what"))
        .containsExactly(
            "activity-published", "signed-up", "checked-in", "checked-out", "service-confirmed");
    acts.get(resident("wang"), "/accounts/" + wang + "/entries?unit=minutes")
        .ok()
        .has("items[0].amount", 90, "items[0].reason", "service", "items[0].ref", id);
    var activity = server.journal("v:" + id);
    var passbook = server.journal("a:" + wang);
    assertThat(activity.getLast().toString()).contains("ServiceConfirmed");
    assertThat(passbook.getLast().getString("c")).isEqualTo(activity.getLast().getString("c"));
    assertThat(passbook.toString()).contains("firstOfMonth");
    assertThat(activity.toString() + passbook).doesNotContain("王小一", "周末活动", "签到表");
    assertThat(
            acts.get(CLERK, "/activities?confirm=true").ok().at("items").findValuesAsString("id"))
        .doesNotContain(id);
  }

  @Test
  void one_person_is_nowhere_twice_at_once() {
    String zhao = acts.account("zhao");
    String first = "/activities/" + acts.published("cleaning").created().id();
    String second = "/activities/" + acts.published("culture").created().id();
    acts.served(first, "zhao", zhao, 170, 60);
    acts.served(second, "zhao", zhao, 130, 60);
    acts.post(CLERK, first + "/confirm", "account", zhao, "minutes", 60).ok();
    acts.post(CLERK, second + "/confirm", "account", zhao, "minutes", 60)
        .refused("overlapping-service");
    assertThat(acts.minutes("zhao", zhao)).isEqualTo(60);
  }

  @Test
  void several_stays_of_one_person_count_together() {
    String sun = acts.account("sun");
    String path = "/activities/" + acts.published("cleaning").created().id();
    acts.served(path, "sun", sun, 170, 40);
    acts.attended(path, sun, 100, 30);
    acts.post(CLERK, path + "/confirm", "account", sun, "minutes", 71)
        .refused("longer-than-served");
    acts.post(CLERK, path + "/confirm", "account", sun, "minutes", 60)
        .ok()
        .has("attendances[0].served", 70, "attendances[0].minutes", 60);
    assertThat(acts.minutes("sun", sun)).isEqualTo(60);
  }

  @Test
  void names_are_for_organisers_and_masked_and_the_code_is_theirs() {
    String qian = acts.account("qian");
    var published = acts.published("cleaning", "ownCheck", false, "places", 1).created();
    String path = "/activities/" + published.id();
    String code = published.text("code");
    assertThat(code).hasSize(6);
    acts.post(resident("qian"), path + "/sign-up", "account", qian)
        .ok()
        .has("code", "", "placesTaken", 1, "attendances[0].name", "王**");
    acts.get(resident("stranger"), path).ok().has("placesTaken", 1);
    assertThat(acts.get(resident("stranger"), path).ok().at("attendances").size()).isZero();
    acts.get(resident("stranger"), "/activities?account=" + qian).problem(403, "out-of-scope");
    assertThat(acts.get(resident("qian"), "/activities?account=" + qian).ok().at("items").size())
        .isEqualTo(1);
    acts.post(resident("qian"), path + "/check-in", "account", qian).problem(403, "not-yourself");
    acts.post(resident("qian"), path + "/check-in", "account", qian, "code", "zzzzzz")
        .refused("wrong-code");
    acts.post(resident("qian"), path + "/check-in", "account", qian, "code", code)
        .ok()
        .has("attendances[0].way", "code");
    acts.post(resident("qian"), path + "/check-out", "account", qian, "code", code).ok();
  }

  @Test
  void the_waiting_move_up_and_nobody_pays_for_leaving() {
    String a = acts.account("first");
    String b = acts.account("second");
    String path = "/activities/" + acts.published("cleaning", "places", 1).created().id();
    acts.post(resident("first"), path + "/sign-up", "account", a).ok();
    acts.post(resident("second"), path + "/sign-up", "account", b)
        .ok()
        .has("waiting", 1, "attendances[0].standing", "waiting");
    acts.post(resident("second"), path + "/withdraw", "account", a).problem(403, "not-yourself");
    acts.post(resident("first"), path + "/withdraw", "account", a).ok().has("waiting", 0);
    acts.get(resident("second"), path).ok().has("attendances[0].standing", "signed");
    acts.post(CLERK, path + "/cancel", "code", "rain").ok().has("status", "cancelled");
  }

  @Test
  void minors_need_consent_and_risky_or_skilled_work_needs_more() {
    String parent = acts.account("parent");
    int year = LocalDate.now().getYear() - 12;
    String child =
        acts.post(
                resident("parent"),
                "/accounts",
                "holder",
                Map.of("name", "王小二", "birthYear", year),
                "kind",
                "person",
                "division",
                COMMUNITY,
                "guardian",
                parent,
                "consent",
                "同意")
            .created()
            .id();
    String culture = "/activities/" + acts.published("culture").created().id();
    String patrol = "/activities/" + acts.published("patrol").created().id();
    String clinic = "/activities/" + acts.published("free-clinic").created().id();
    acts.post(CLERK, patrol + "/sign-up", "account", child, "recordedOnBehalf", recorded())
        .refused("not-for-minors");
    acts.post(CLERK, culture + "/sign-up", "account", child).problem(403, "not-yourself");
    acts.post(
            CLERK,
            culture + "/sign-up",
            "account",
            child,
            "recordedOnBehalf",
            recorded(),
            "guardianConsent",
            recorded())
        .ok();

    acts.post(resident("parent"), patrol + "/sign-up", "account", parent)
        .refused("insurance-missing");
    acts.post(
            "bank-clerk@" + COMMUNITY,
            "/accounts/" + parent + "/readiness",
            "insured",
            true,
            "trained",
            false)
        .ok();
    acts.post(resident("parent"), patrol + "/sign-up", "account", parent).ok();

    acts.post(resident("parent"), clinic + "/sign-up", "account", parent).refused("skill-missing");
    acts.post(resident("parent"), "/skills", "account", parent, "skill", "medicine")
        .ok()
        .has("declared[0]", "medicine");
    acts.post(resident("parent"), clinic + "/sign-up", "account", parent).refused("skill-missing");
    acts.post(CLERK, "/skills/show", "account", parent, "skill", "medicine", "evidence", "执业医师证")
        .ok()
        .has("shown[0]", "medicine");
    acts.post(resident("parent"), clinic + "/sign-up", "account", parent).ok();
    assertThat(
            acts.get(CLERK, "/skills?skill=medicine")
                .ok()
                .at("items")
                .findValuesAsString("account"))
        .isEqualTo(List.of(parent));
  }

  @Test
  void what_the_body_or_the_rule_does_not_allow_is_said_so() {
    acts.published("dancing-bears").refused("unknown-service");
    acts.published("cleaning", "needed", 9).refused("more-needed-than-places");
    acts.published("cleaning", "division", "370602003007").problem(403, "out-of-scope");
    server.as(CLERK).post("/bank/activities", Map.of()).problem(400, "invalid-fields");
    acts.post(CLERK, "/activities/nonsense/cancel", "code", "x").problem(404, "not-found");
    acts.get(resident("wang"), "/services").ok().has("items[0].code", "home-visit");
  }
}
