package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Petitions.request;

import org.junit.jupiter.api.Test;

/** One grid tree for everybody (report R2). */
class OneTreeScenario {

  @Test
  @Mechanism("R2-25")
  void what_happens_in_a_grid_counts_once_on_every_tier_above_it_and_nowhere_else() {
    var above =
        Figures.of(
            "petitions.received", "520627002001002", "520627002001", "520627002", "520627", "5206");
    var beside = Figures.of("petitions.received", "520627002001003", "520627002002", "6207");

    as("grid-worker@520627002001002")
        .post("/petitions", request("sanitation", "520627002001002"))
        .created();

    above.grewBy(1);
    beside.grewBy(0);
  }

  @Test
  void padded_codes_are_the_same_place() {
    as("city-officer@520600")
        .post("/petitions", request("sanitation", "520627000000"))
        .created()
        .has("division", "520627");
  }
}
