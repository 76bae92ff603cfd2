package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.petitioner;
import static cn.linli.acceptance.Petitions.request;

import org.junit.jupiter.api.Test;

/** Yanhe, Heping street: grid workers report for residents and find hazards (report R2). */
class ProxyIntakeScenario {

  private static final String GRID = "520627002001001";
  private final Person gridWorker = as("grid-worker@" + GRID);

  @Test
  @Mechanism("R2-16")
  void a_grid_worker_reports_for_a_resident_who_consented() {
    var onBehalf =
        request(
            "elder-care",
            GRID,
            "channel",
            "grid-patrol",
            "petitioner",
            petitioner("冉光福", "13985600002"));
    onBehalf.put("onBehalf", json("consent", false, "relation", "neighbour"));
    gridWorker.post("/petitions", onBehalf).refused("consent-missing");

    onBehalf.put(
        "onBehalf",
        json("consent", true, "consentAt", "2026-01-05T09:00:00+08:00", "relation", "neighbour"));
    gridWorker
        .post("/petitions", onBehalf)
        .created()
        .has("petitioner.name", "冉**", "petitioner.phone", "139****0002");
  }

  @Test
  void hazards_found_on_patrol_count_on_every_tier() {
    var found =
        Figures.of("petitions.received", GRID, "520627002001", "520627002", "520627", "5206");
    for (int i = 0; i < 3; i++) {
      gridWorker
          .post(
              "/petitions",
              request("falling-objects", GRID, "kind", "hazard", "channel", "grid-patrol"))
          .created()
          .has("kind", "hazard", "regime", "hotline");
    }
    found.grewBy(3);
    gridWorker
        .post("/petitions", request("falling-objects", GRID, "kind", "hazard", "regime", "formal"))
        .refused("hotline-only");
  }
}
