package cn.linli.petition;

import static cn.linli.petition.LifeOverHttpTest.request;
import static cn.linli.petition.Server.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The five steps over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliberationOverHttpTest {

  private Server server;
  private int residents;
  private Person resident;
  private Person neighbour;
  private Person community;

  @BeforeAll
  void start() {
    server = new Server("deliberationoverhttp", Clock.systemUTC());
    neighbour = server.as("resident@370602003006/li-si");
    community = server.as("community-clerk@370602003006");
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

  private static Map<String, Object> attendees(Object... rolesAndNames) {
    var attendees = new java.util.ArrayList<Map<String, Object>>();
    for (int i = 0; i < rolesAndNames.length; i += 2) {
      attendees.add(json("role", rolesAndNames[i], "person", rolesAndNames[i + 1]));
    }
    return json("attendees", attendees, "resolution", "同意共用地下车库");
  }

  private Reply raised(String path) {
    return community.post(
        path + "/deliberate",
        json(
            "venue", "幸福树下",
            "meetingAt", "2026-12-01T19:00:00+08:00",
            "topic", "停车位不足",
            "matter", "livelihood"));
  }

  @Test
  void five_steps_are_shown_as_one_object() {
    var path = filed();
    raised(path)
        .ok()
        .has("status", "deliberating", "deliberation.next", "meeting")
        .has("deliberation.topic", "停车位不足", "deliberation.venue", "幸福树下");
    community
        .post(path + "/meeting", attendees("party-deputy", "王代表", "resident", "李小四"))
        .refused("no-quorum")
        .has("details.counted", 2, "details.quorum", 3, "details.seats", 5);
    community
        .post(
            path + "/meeting",
            attendees(
                "party-deputy", "王代表",
                "resident", "李小四",
                "resident", "李小四",
                "grid-worker", null,
                "property-company", "赵经理"))
        .ok()
        .has("deliberation.meeting.present", 4, "deliberation.meeting.counted", 3)
        .has("deliberation.meeting.attendees[1].person", "李**")
        .has("deliberation.meeting.resolution", "同意共用地下车库");
    community
        .post(path + "/act", "task", "立即开放")
        .refused("step-skipped")
        .has("details.next", "consult");
    community
        .post(
            path + "/consult",
            json(
                "parties", List.of("幸福小区业委会", "property-company"),
                "outcome", "夜间开放",
                "agreement",
                    json("object", "地下车库30个车位", "from", "2026-12-01", "until", "2027-11-30")))
        .ok()
        .has("deliberation.consultation.parties[0]", "幸福小区业委会")
        .has("deliberation.agreements[0].until", "2027-11-30");
    community
        .post(path + "/act", "task", "贴出告示", "by", "someone-else")
        .problem(403, "not-yourself");
    community
        .post(
            path + "/act",
            json(
                "task", "贴出告示",
                "by", "property-company",
                "recordedOnBehalf", json("evidence", "会议纪要第3页")))
        .ok()
        .has("status", "handling", "deliberation.task.unit", "property-company");
    var read = resident.get(path).ok().has("deliberation.next", "review");
    assertThat(read.at("deliberation.steps").findValuesAsString("step"))
        .containsExactly("deliberate", "meeting", "consult", "act");
    assertThat(read.at("deliberation.steps").findValuesAsString("by"))
        .containsOnly("community-clerk@370602003006");
    var history = community.get(path + "/history").ok().toString();
    assertThat(history).contains("会议纪要第3页", "同意共用地下车库").doesNotContain("李小四", "王代表");
  }

  @Test
  void who_lives_there_reviews_and_reads_no_more_than_before() {
    var path = filed();
    neighbour.post(path + "/review", "score", 5).problem(404, "not-found");
    raised(path).ok();
    neighbour.post(path + "/review", "score", 5).refused("step-skipped");
    community.post(path + "/meeting", attendees("resident", "甲", "resident", "乙", "resident", "丙"));
    community.post(path + "/consult", json("parties", List.of("volunteer"), "outcome", "可行"));
    community.post(path + "/act", "task", "清扫").ok();
    var receipt = neighbour.post(path + "/review", "score", 5, "comment", "办得好").ok();
    assertThat(receipt.body().propertyNames()).containsExactlyInAnyOrder("id", "version");
    neighbour.get(path).problem(404, "not-found");
    neighbour.post(path + "/review", "score", 1).refused("already-reviewed");
    server
        .as("resident@370602003005/wang-wu")
        .post(path + "/review", "score", 1)
        .problem(404, "not-found");
    community.post(path + "/review", "score", 1).refused("reviewed-by-residents");
    community
        .post(path + "/review", json("score", 2, "recordedOnBehalf", json("evidence", "电话录音0043")))
        .ok()
        .has("deliberation.review.reviews", 2, "deliberation.review.scoreSum", 7);
    resident.post(path + "/review", "score", 6).problem(400, "invalid-fields");
  }

  @Test
  void the_register_is_configuration_and_is_set_as_a_whole() {
    var admin = server.as("admin@3706");
    var seats = "/config/seats?division=370602003005";
    admin.get(seats).ok().has("from", "shipped", "table.quorum", 3);
    var table =
        json(
            "seats",
            9,
            "quorum",
            10,
            "roles",
            List.of("resident"),
            "matters",
            List.of("covenant"),
            "basis",
            "大海阳议事会章程");
    admin.post(seats, table).refused("incomplete-table").has("violations[0].field", "quorum");
    table.put("quorum", 1);
    admin.post(seats, table).ok().has("table.seats", 9);
    var clerk = server.as("community-clerk@370602003005");
    var path =
        "/petitions/"
            + clerk
                .post("/petitions", request("division", "370602003005", "category", "parking"))
                .created()
                .id();
    clerk
        .post(
            path + "/deliberate",
            json(
                "venue", "议事厅",
                "meetingAt", "2026-12-01T19:00:00+08:00",
                "topic", "修路",
                "matter", "infrastructure"))
        .refused("unknown-matter");
    clerk
        .post(
            path + "/deliberate",
            json("venue", "议事厅", "meetingAt", "2026-12-01T19:00:00+08:00", "topic", "公约"))
        .ok();
    clerk.post(path + "/meeting", attendees("resident", null)).ok();
  }
}
