package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where requests come in (reports R1, R5). */
class IntakePointScenario {

  private static final String COMMUNITY = "150203006016";
  private final Person clerk = as("community-clerk@" + COMMUNITY);

  @ParameterizedTest
  @CsvSource({
    "service-station, appeal",
    "registration-point, suggestion",
    "app, complaint",
    "proactive, hazard"
  })
  @Mechanism({"R1-23", "R1-24", "R1-26", "R5-02"})
  void each_point_is_told_apart(String channel, String kind) {
    var before = byChannel(channel);
    var id =
        clerk
            .post(
                "/petitions",
                request("street-lighting", COMMUNITY, "channel", channel, "kind", kind))
            .created()
            .has("channel", channel, "kind", kind)
            .id();

    var found = clerk.get("/petitions?division=" + COMMUNITY + "&channel=" + channel).ok();
    assertThat(found.at("items").findValuesAsString("id")).contains(id);
    await().untilAsserted(() -> assertThat(byChannel(channel)).isEqualTo(before + 1));
  }

  @Test
  @Mechanism("R1-25")
  void what_could_not_be_done_elsewhere_names_the_matter_and_who_refused_it() {
    var earlier = clerk.post("/petitions", request("minimum-living", COMMUNITY)).created().id();
    var window = "cannot-get-it-done-window";
    clerk
        .post("/petitions", request("minimum-living", COMMUNITY, "channel", window))
        .refused("previous-matter-missing");

    clerk
        .post(
            "/petitions",
            request(
                "minimum-living",
                COMMUNITY,
                "channel",
                window,
                "previousMatter",
                earlier,
                "refusedBy",
                "civil-affairs"))
        .created()
        .has("previousMatter", earlier, "refusedBy", "civil-affairs");
  }

  private static long byChannel(String channel) {
    for (var row : Breakdown.of("1502", "channel")) {
      if (row.key().equals(channel)) {
        return row.counted();
      }
    }
    return 0;
  }
}
