package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Residents' committee, owners' committee and property company on one matter (report R5). */
class PropertyScenario {

  private static final String COMMUNITY = "370602003006";

  @Test
  @Mechanism("R5-06")
  void three_parties_handle_it_and_one_leads() {
    var clerk = as("community-clerk@" + COMMUNITY);
    var owners = as("department-officer@" + COMMUNITY + "/owners-committee-1");
    var company = as("department-officer@" + COMMUNITY + "/property-company-1");
    var id = clerk.post("/petitions", request("property-management", COMMUNITY)).created().id();
    var path = "/petitions/" + id;
    clerk.post(path + "/accept").ok();
    clerk
        .post(
            path + "/co-handlers",
            json(
                "organisations",
                List.of("owners-committee-1@" + COMMUNITY, "property-company-1@" + COMMUNITY)))
        .ok();

    owners.post(path + "/progress", json("entry", "coordination", "note", "业委会意见")).ok();
    company.post(path + "/progress", json("entry", "coordination", "note", "物业整改")).ok();
    company
        .post(path + "/resolve", json("result", "已整改", "outcome", "solved"))
        .refused("only-the-lead-resolves");
    Petitions.resolve(id, clerk).has("level", "community");
    assertThat(clerk.get(path + "/history").ok().toString()).contains("coordination");
  }
}
