package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A dispute that turns red is on the district's screen within a minute, by codes alone. */
class RiskAlertScenario {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Person mediator = as("mediator@150203006016/alerts");
  private final Person district = as("district-officer@150203");

  private Optional<JsonNode> alert(String dispute) {
    return district
        .get("/views/150203/alerts")
        .ok()
        .at("items")
        .valueStream()
        .filter(it -> it.path("href").asString().endsWith(dispute))
        .findFirst();
  }

  @Test
  void raised_to_the_district_and_seen() {
    var filing = Disputes.neighbours("150203006016");
    var id = as("resident@150203006016/alerted").post("/disputes", filing).created().id();
    var path = "/disputes/" + id;
    mediator.post(path + "/accept").ok();
    mediator
        .post(path + "/danger", json("signs", new String[] {"weapon", "threat"}, "note", "持刀威胁王某"))
        .ok()
        .has("risk.grade", "red");

    Awaitility.await().atMost(A_MINUTE).until(() -> alert(id).isPresent());
    var alert = alert(id).orElseThrow();
    assertThat(alert.path("kind").asString()).isEqualTo("dispute-risk");
    assertThat(alert.path("grade").asString()).isEqualTo("red");
    assertThat(alert.path("district").asString()).isEqualTo("150203");
    assertThat(alert.toString()).doesNotContain("持刀");
    as("district-officer@150204").get("/views/150203/alerts").problem(403, "out-of-scope");
    mediator.get("/views/150203/alerts").problem(403, "wrong-role");
    var ack = "/views/alerts/" + alert.path("id").asString() + "/ack";
    as("district-officer@150204").post(ack).problem(404, "not-found");
    assertThat(district.post(ack).ok().text("acknowledgedAt")).isNotEmpty();

    mediator.post(path + "/danger", json("signs", new String[] {}, "note", "已缓和")).ok();
    Awaitility.await()
        .atMost(A_MINUTE)
        .until(() -> !alert(id).orElseThrow().path("overAt").isNull());
  }
}
