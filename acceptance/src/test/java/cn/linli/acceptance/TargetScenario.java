package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a place aims at stands beside its figures. */
class TargetScenario {

  private static final String DISTRICT = "150203";
  private static final String SHARE = "petitions.levelShare.";

  @Test
  void a_district_s_own_targets_show_beside_its_figures_and_those_below() {
    var officer = as("district-officer@" + DISTRICT);
    var city = as("city-officer@1502");
    assertThat(target(city, DISTRICT)).isEqualTo(0.7);

    officer
        .post(
            "/config/targets?division=" + DISTRICT,
            json(
                "figures",
                Map.of(
                    SHARE + "grid", aim("at-least", 64),
                    SHARE + "community", aim("at-least", 20),
                    SHARE + "upward", aim("less-than", 16))))
        .ok();

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(target(officer, DISTRICT)).isEqualTo(0.64));
    assertThat(target(officer, DISTRICT + "006")).isEqualTo(0.64);
    assertThat(target(city, "1502")).isEqualTo(0.7);
  }

  private static Map<String, Object> aim(String direction, int percent) {
    return json("direction", direction, "percent", percent, "basis", "区县年度目标");
  }

  private static double target(Person reader, String division) {
    return reader
        .get("/views/" + division + "?figures=" + SHARE + "grid")
        .ok()
        .at("figures")
        .path(SHARE + "grid")
        .path("target")
        .asDouble();
  }
}
