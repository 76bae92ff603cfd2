package cn.linli.acceptance;

import static cn.linli.acceptance.Disputes.consent;
import static cn.linli.acceptance.Disputes.neighbours;
import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The building's peacemakers come first, then the committees of three levels. */
class PeacemakerScenario {

  private static final String COMMUNITY = "150203006016";
  private static final String GRID = COMMUNITY + "001";

  private final Person peacemaker = as("building-lead@" + GRID + "/peacemaker");
  private final Person mediator = as("mediator@" + COMMUNITY + "/mediator");

  @Test
  @Mechanism("R1-08")
  void a_quarrel_is_told_to_the_building_lead_and_goes_up_only_if_it_is_not_settled() {
    var filing = neighbours(GRID);
    filing.put("level", "building");
    var filed = as("resident@" + GRID + "/wang-1").post("/disputes", filing).created();
    filed.has("level", "building", "status", "registered");
    var path = "/disputes/" + filed.id();

    peacemaker.post(path + "/accept").ok().has("status", "consenting", "level", "building");
    peacemaker.post(path + "/consent", consent("p2", true)).ok().has("status", "mediating");
    peacemaker.post(path + "/transfer", json("committee", COMMUNITY, "reason", "两次上门未谈拢")).ok();
    mediator.get(path).ok().has("status", "registered", "level", "community");
    var taken = mediator.post(path + "/accept").ok().has("status", "mediating");
    taken.has("level", "community");
    assertThat(taken.at("steps").findValuesAsString("level"))
        .as("who handled it at which level")
        .containsSubsequence("building", "community");
  }

  @Test
  @Mechanism("R5-21")
  void committees_of_three_levels_hand_a_case_up_and_down() {
    var filed = as("resident@" + COMMUNITY + "/wang-4").post("/disputes", neighbours(COMMUNITY));
    var path = "/disputes/" + filed.created().id();
    mediator.post(path + "/transfer", json("committee", "150203006")).ok().has("level", "street");
    var street = as("mediator@150203006/street");
    street.post(path + "/transfer", json("committee", "150203")).ok().has("level", "district");
    as("mediator@150203/district")
        .post(path + "/transfer", json("committee", COMMUNITY))
        .ok()
        .has("level", "community", "status", "registered");
    mediator.post(path + "/accept").ok().has("status", "consenting");
  }
}
