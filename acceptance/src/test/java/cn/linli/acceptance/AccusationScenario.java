package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said against a body never reaches it. Source: 信访工作条例 §30. */
class AccusationScenario {

  private static final String STREET = "150203006";

  @Test
  void the_accused_street_neither_gets_nor_sees_it() {
    var body =
        request("conduct", STREET, "kind", "accusation", "regime", "formal", "channel", "visit");
    body.put("accused", json("type", "body", "organisation", STREET));
    var accused = as("street-officer@" + STREET);
    var resident = as("resident@" + STREET + "/zhao-liu");

    var id = resident.post("/petitions", body).created().has("level", "district").id();

    accused.get("/petitions/" + id).problem(404, "not-found");
    var list = accused.get("/petitions?division=" + STREET + "&kind=accusation").ok();
    assertThat(list.at("items").findValuesAsString("id")).doesNotContain(id);
    var district = as("district-officer@150203");
    district.get("/petitions/" + id).ok();
    district
        .post("/petitions/" + id + "/dispatch", json("organisation", STREET))
        .refused("accused-body");
  }
}
