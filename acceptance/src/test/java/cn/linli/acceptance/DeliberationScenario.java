package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Residents deliberate: the happiness tree, the residents' hall, five steps (reports R2–R4). */
class DeliberationScenario {

  private static final String HAPPINESS_TREE = "620201002006";
  private static final String LONGCHANG = "620721100001";
  private static final String HUAHUAQIAO = "520627002002";

  @Test
  @Mechanism({"R4-04", "R4-16"})
  void cars_without_a_place_park_in_the_next_estates_garage_at_night() {
    var held = Figures.of("deliberations.held", HAPPINESS_TREE, "620201002", "620201", "6202");
    var completed =
        Figures.of("deliberations.completed", HAPPINESS_TREE, "620201002", "620201", "6202");
    var petitioner = as("resident@" + HAPPINESS_TREE + "/ma-lan");
    var clerk = as("community-clerk@" + HAPPINESS_TREE);
    var path =
        "/petitions/"
            + petitioner.post("/petitions", request("parking", HAPPINESS_TREE)).created().id();
    var answerBy = petitioner.get(path).ok().text("deadlines.answerBy");

    clerk
        .post(path + "/act", json("task", "开放车库"))
        .refused("step-skipped")
        .has("details.next", "deliberate");
    raise(clerk, path, "幸福树下", "小区停车位不足", null)
        .ok()
        .has("status", "deliberating", "deliberation.next", "meeting");
    clerk
        .post(path + "/meeting", meeting("resident", 2, "property-company", 3))
        .refused("no-quorum")
        .has("details.counted", 2, "details.quorum", 3);
    clerk.post(path + "/meeting", meeting("resident", 3, "party-branch", 1)).ok();
    clerk
        .post(
            path + "/consult",
            json(
                "parties", List.of("owners-committee-2", "property-company-2"),
                "outcome", "相邻小区同意共享",
                "agreement",
                    json(
                        "parties", List.of("owners-committee-2", "owners-committee-3"),
                        "object", "相邻小区地下车库24小时停车",
                        "from", "2026-12-01",
                        "until", "2027-11-30")))
        .ok();
    clerk
        .post(
            path + "/act",
            json(
                "task", "发放车库通行证",
                "by", "property-company-2",
                "due", "2030-01-01T18:00:00+08:00",
                "recordedOnBehalf", json("evidence", "议事会纪要")))
        .ok()
        .has("status", "handling", "deliberation.task.unit", "property-company-2")
        .has("deadlines.answerBy", answerBy);
    var id = path.substring(path.lastIndexOf('/') + 1);
    Petitions.resolve(id, clerk);
    Petitions.visitAndClose(id, "620201");
    petitioner.post(path + "/review", json("score", 5, "comment", "再也不用绕圈找车位")).ok();
    var neighbour = as("resident@" + HAPPINESS_TREE + "/yang-hua");
    neighbour.post(path + "/review", json("score", 4)).ok();
    neighbour.get(path).problem(404, "not-found");

    var shown =
        clerk
            .get(path)
            .ok()
            .has("status", "closed", "deliberation.complete", true)
            .has("deliberation.agreements[0].parties[1]", "owners-committee-3")
            .has("deliberation.agreements[0].object", "相邻小区地下车库24小时停车")
            .has("deliberation.agreements[0].until", "2027-11-30")
            .has("deliberation.review.reviews", 2, "deliberation.review.scoreSum", 9);
    assertThat(shown.at("deliberation.steps").findValuesAsString("step"))
        .containsExactly("deliberate", "meeting", "consult", "act", "review");
    assertThat(shown.at("deliberation.steps").findValuesAsString("by"))
        .contains("community-clerk@" + HAPPINESS_TREE, "resident@" + HAPPINESS_TREE);
    held.grewBy(1);
    completed.grewBy(1);
  }

  @Test
  @Mechanism({"R3-03", "R3-05"})
  void the_residents_hall_has_its_register_and_counts_who_came_by_role() {
    as("admin@6207")
        .post(
            "/config/seats?division=" + LONGCHANG,
            json(
                "seats",
                9,
                "quorum",
                5,
                "roles",
                List.of(
                    "party-branch",
                    "community-clerk",
                    "grid-worker",
                    "party-deputy",
                    "people-deputy",
                    "council-member",
                    "resident"),
                "matters",
                List.of("covenant", "livelihood"),
                "basis",
                "隆畅社区居民议事厅章程"))
        .ok();
    var clerk = as("community-clerk@" + LONGCHANG);
    var path =
        "/petitions/" + clerk.post("/petitions", request("sanitation", LONGCHANG)).created().id();
    raise(clerk, path, "居民议事厅", "修订居民公约", "covenant").ok();
    var attendees = new ArrayList<Map<String, Object>>();
    attendees.add(json("role", "party-deputy", "person", "安代表"));
    attendees.add(json("role", "people-deputy", "person", "兰代表"));
    attendees.add(json("role", "council-member"));
    attendees.add(json("role", "grid-worker"));
    attendees.add(json("role", "police"));
    clerk
        .post(path + "/meeting", json("attendees", attendees, "resolution", "同意修订"))
        .refused("no-quorum");
    attendees.add(json("role", "party-branch"));
    var shown =
        clerk
            .post(path + "/meeting", json("attendees", attendees, "resolution", "同意修订"))
            .ok()
            .has("deliberation.meeting.present", 6, "deliberation.meeting.counted", 5)
            .has("deliberation.meeting.attendees[0].person", "安**");
    assertThat(shown.at("deliberation.meeting.heads").findValuesAsString("role"))
        .containsExactly(
            "council-member",
            "grid-worker",
            "party-branch",
            "party-deputy",
            "people-deputy",
            "police");
    assertThat(clerk.get(path + "/history").ok().toString()).doesNotContain("安代表", "兰代表");
  }

  @ParameterizedTest
  @ValueSource(strings = {"development-plan", "covenant", "livelihood", "infrastructure"})
  @Mechanism("R2-28")
  void residents_deliberate_on_plans_the_covenant_livelihood_and_building(String matter) {
    var clerk = as("community-clerk@" + HUAHUAQIAO);
    var path =
        "/petitions/"
            + clerk
                .post("/petitions", request("sanitation", HUAHUAQIAO, "newFacts", true))
                .created()
                .id();
    raise(clerk, path, "红色议事厅", "本年事项", "stars").refused("unknown-matter");
    raise(clerk, path, "红色议事厅", "本年事项", matter).ok().has("deliberation.matter", matter);
  }

  private static Reply raise(Person clerk, String path, String venue, String topic, String matter) {
    var body = json("venue", venue, "meetingAt", "2026-12-01T19:00:00+08:00", "topic", topic);
    if (matter != null) {
      body.put("matter", matter);
    }
    return clerk.post(path + "/deliberate", body);
  }

  private static Map<String, Object> meeting(Object... rolesAndHeads) {
    var attendees = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < rolesAndHeads.length; i += 2) {
      for (int head = 0; head < (int) rolesAndHeads[i + 1]; head++) {
        attendees.add(json("role", rolesAndHeads[i]));
      }
    }
    return json("attendees", attendees, "resolution", "协调相邻小区地下车库");
  }
}
