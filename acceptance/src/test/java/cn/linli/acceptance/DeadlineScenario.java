package cn.linli.acceptance;

import static cn.linli.acceptance.LimitTables.AT_ONCE;
import static cn.linli.acceptance.LimitTables.A_DAY;
import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What time alone does: nobody touches these cases, and yet they move and count. */
class DeadlineScenario {

  private static final String STREET = "520627002";

  @Test
  void a_community_that_lets_its_clock_run_out_loses_the_matter_to_the_street() {
    var community = STREET + "004";
    configure("rungs", community, rungs(AT_ONCE));

    var id =
        as("community-clerk@" + community)
            .post("/petitions", request("sanitation", community, "kind", "suggestion"))
            .created()
            .has("level", "community")
            .id();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            as("street-officer@" + STREET).get("/petitions/" + id).ok().has("level", "street"));
  }

  @Test
  void what_is_overdue_shows_in_the_figures_though_nobody_touched_it() {
    var community = STREET + "006";
    configure("limits", community, LimitTables.answering(AT_ONCE));
    var overdue = Figures.of("petitions.overdue", community, STREET, "520627", "5206");

    as("community-clerk@" + community)
        .post("/petitions", request("sanitation", community))
        .created();

    overdue.grewBy(1);
  }

  private static void configure(String table, String division, Map<String, Object> body) {
    as("admin@5206").post("/config/" + table + "?division=" + division, body).ok();
  }

  private static Map<String, Object> rungs(Map<String, Object> community) {
    var rungs = json("community", rung(community));
    for (var level : new String[] {"grid", "street", "district"}) {
      rungs.put(level, rung(A_DAY));
    }
    return json("rungs", rungs);
  }

  private static Map<String, Object> rung(Map<String, Object> clock) {
    return json("clock", clock, "basis", "acceptance: shows the clock");
  }
}
