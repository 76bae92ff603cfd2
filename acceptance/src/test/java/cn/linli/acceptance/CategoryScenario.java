package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** What requests are about (report R1). */
class CategoryScenario {

  private static final String COMMUNITY = "150203006015";

  @Test
  @Mechanism("R1-09")
  void requests_carry_a_leaf_of_the_tree_and_are_broken_down_by_it() {
    var clerk = as("community-clerk@" + COMMUNITY);
    clerk.post("/petitions", request("no-such-category", COMMUNITY)).refused("unknown-category");
    for (int i = 0; i < 5; i++) {
      clerk.post("/petitions", request("parking", COMMUNITY)).created().has("category", "parking");
    }
    for (int i = 0; i < 6; i++) {
      clerk.post("/petitions", request("noise", COMMUNITY)).created();
    }

    await()
        .untilAsserted(() ->
            assertThat(Breakdown.of(COMMUNITY, "category"))
                .contains(new Breakdown.Row("noise", 6), new Breakdown.Row("parking", 5)));
    var tree = as("admin@1502").get("/config/categories?division=1502").ok();
    assertThat(tree.toString())
        .contains(
            "heating", "parking", "sanitation", "illegal-building", "noise", "property-management");
  }
}
