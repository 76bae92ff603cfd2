package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Out to mediators and volunteers; the way back begins with the services that answer. */
class ReferralScenario {

  private static final String COMMUNITY = "150203006016";

  private final Person clerk = as("community-clerk@" + COMMUNITY);

  @Test
  void a_quarrel_of_neighbours_goes_to_mediation_only_with_both_consents() {
    var path =
        "/petitions/"
            + clerk.post("/petitions", request("neighbour-dispute", COMMUNITY)).created().id();
    var parties =
        List.of(
            json("name", "王小一", "role", "applicant", "phone", "13847200011"),
            json("name", "李小二", "role", "respondent"));

    clerk
        .post(
            path + "/refer-to-mediation",
            json("parties", parties, "consents", json("applicant", true, "respondent", false)))
        .refused("consents-missing");
    clerk
        .post(
            path + "/refer-to-mediation",
            json("parties", parties, "consents", json("applicant", true, "respondent", true)))
        .ok()
        .has("status", "mediating", "level", "community", "referral.movedDue", true);
    clerk
        .post(path + "/resolve", json("result", "x", "outcome", "solved"))
        .refused("referred-away");
  }

  @Test
  void a_dispute_with_an_authority_never_goes_to_mediation() {
    var city = as("city-officer@1502");
    var path =
        "/petitions/" + clerk.post("/petitions", request("relocation", COMMUNITY)).created().id();

    city.post(
            path + "/refer-to-mediation", json("parties", List.of("王小一", "征收办"), "consents", true))
        .refused("administrative-dispute");
  }

  @Test
  void a_formal_petition_is_not_offered_to_volunteers() {
    var path =
        "/petitions/"
            + clerk
                .post(
                    "/petitions",
                    request("sanitation", COMMUNITY, "regime", "formal", "title", "清扫积雪"))
                .created()
                .id();

    as("street-officer@150203006")
        .post(
            path + "/offer-to-volunteers",
            json("service", "snow-clearing", "minutes", 60, "needed", 5))
        .refused("not-for-volunteers");
  }
}
