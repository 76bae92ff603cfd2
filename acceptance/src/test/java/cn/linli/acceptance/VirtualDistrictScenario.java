package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Jiayuguan: a city without districts, and lists of what communities may be handed (report R4). */
class VirtualDistrictScenario {

  private static final String COMMUNITY = "620201002012";
  private static final String STREET = "620201002";

  @Test
  void the_virtual_district_has_the_numbers_of_its_city() {
    var received = Figures.of("petitions.received", COMMUNITY, STREET, "620201", "6202");

    as("community-clerk@" + COMMUNITY).post("/petitions", request("parking", COMMUNITY)).created();

    received.grewBy(1);
    var padded = as("city-officer@620200").get("/views/620200").ok();
    var virtual = as("city-officer@6202").get("/views/620201").ok();
    assertThat(padded.at("figures").get("petitions.received").get("value"))
        .isEqualTo(virtual.at("figures").get("petitions.received").get("value"));
  }

  @Test
  @Mechanism("R4-12")
  void thirty_one_communities_lie_in_its_two_streets() {
    var officer = as("city-officer@6202");
    assertThat(children(officer, "6202")).containsExactly("620201");
    assertThat(children(officer, "620201001")).hasSize(17);
    assertThat(children(officer, "620201002")).hasSize(14);
  }

  @Test
  @Mechanism("R4-11")
  void a_community_is_handed_only_what_is_on_its_list() {
    var admin = as("admin@6202");
    var list =
        json(
            "restricted",
            true,
            "items",
            List.of("parking", "elder-care"),
            "itemsMax",
            97,
            "basis",
            "嘉峪关市社区准入清单");
    admin.post("/config/admission-lists?division=620201002006", list).ok();
    var street = as("street-officer@" + STREET);

    street
        .post("/petitions", request("parking", "620201002006"))
        .created()
        .has("level", "community");
    var notListed =
        street
            .post("/petitions", request("noise", "620201002006"))
            .created()
            .has("level", "street");
    street
        .post("/petitions/" + notListed.id() + "/dispatch", json("organisation", "620201002006"))
        .refused("not-on-admission-list");
    admin
        .post(
            "/config/admission-lists?division=620201002006",
            json("restricted", true, "items", List.of()))
        .refused("incomplete-table");
  }

  private static List<String> children(Person officer, String division) {
    return officer
        .get("/divisions/" + division + "/children")
        .ok()
        .at("items")
        .findValuesAsString("code");
  }
}
