package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** Yantai: small matters stay in the grid, big ones in the community (report R5). */
class ClosingLevelScenario {

  private static final String GRID = "370602003006009";
  private static final String COMMUNITY = "370602003006";
  private static final String STREET = "370602003";

  @Test
  @Mechanism("R5-15")
  void seventy_of_a_hundred_close_in_the_grid_twenty_in_the_community_ten_above() {
    for (int i = 0; i < 7; i++) {
      close(submit(), as("grid-worker@" + GRID));
    }
    for (int i = 0; i < 2; i++) {
      var id = submit();
      escalate(id, as("grid-worker@" + GRID));
      close(id, as("community-clerk@" + COMMUNITY));
    }
    var id = submit();
    escalate(id, as("grid-worker@" + GRID));
    escalate(id, as("community-clerk@" + COMMUNITY));
    close(id, as("street-officer@" + STREET));

    await()
        .untilAsserted(() -> {
          assertThat(share("grid")).isEqualTo(0.7);
          assertThat(share("community")).isEqualTo(0.2);
          assertThat(share("upward")).isEqualTo(0.1);
        });
    var upward = Figures.figure("petitions.levelShare.upward", GRID);
    assertThat(upward.path("numerator").asInt()).isEqualTo(1);
    assertThat(upward.path("denominator").asInt()).isEqualTo(10);
  }

  @Test
  void a_unit_above_that_acts_first_takes_the_matter_over() {
    var id =
        as("resident@370602003006/zhang-san")
            .post("/petitions", request("noise", "370602003006008"))
            .created()
            .has("level", "grid")
            .id();
    var street = as("street-officer@" + STREET);
    street.post("/petitions/" + id + "/contact", json("note", "街道直接联系")).ok();
    Petitions.resolve(id, street).has("level", "street");
  }

  private static double share(String level) {
    return Figures.figure("petitions.levelShare." + level, GRID).path("value").asDouble();
  }

  private static String submit() {
    return as("grid-worker@" + GRID)
        .post("/petitions", request("neighbour-dispute", GRID))
        .created()
        .has("level", "grid")
        .id();
  }

  private static void escalate(String id, Person holder) {
    holder.post("/petitions/" + id + "/escalate", json("reason", "需要上一级协调")).ok();
  }

  private static void close(String id, Person handler) {
    Petitions.resolve(id, handler);
    Petitions.visitAndClose(id, "370602");
  }
}
