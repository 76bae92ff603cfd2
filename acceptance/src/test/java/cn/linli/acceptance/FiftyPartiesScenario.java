package cn.linli.acceptance;

import static cn.linli.acceptance.Disputes.consent;
import static cn.linli.acceptance.Disputes.owners;
import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The largest group one dispute holds: fifty parties, and not one more. */
class FiftyPartiesScenario {

  private static final String COMMUNITY = "370602003009";
  private static final int OWNERS = 49;
  private static final String DEVELOPER = "p50";

  private final Person first = as("resident@" + COMMUNITY + "/one-of-fifty");
  private final Person mediator = as("mediator@" + COMMUNITY + "/fifty");

  @Test
  void fifty_parties_consent_sign_and_are_bound_by_one_agreement() {
    first.post("/disputes", owners(COMMUNITY, OWNERS + 1)).problem(400, "invalid-fields");
    var path = "/disputes/" + first.post("/disputes", owners(COMMUNITY, OWNERS)).created().id();
    mediator.post(path + "/accept").ok();
    for (int party = 2; party <= OWNERS + 1; party++) {
      mediator.post(path + "/consent", consent("p" + party, true)).ok();
    }
    var words = json("form", "written", "facts", "停租损失", "issues", "补偿数额", "items", items());
    var drafted = mediator.post(path + "/agreement", words).ok().has("status", "agreed");
    var agreement = path + "/agreements/" + drafted.text("agreements[0].id");
    for (int party = 1; party <= OWNERS; party++) {
      mediator.post(agreement + "/sign", signed("p" + party)).ok();
    }
    mediator.post(agreement + "/sign").ok();
    as("committee-head@" + COMMUNITY)
        .post(agreement + "/seal")
        .ok()
        .has("status", "agreed", "agreements[0].missing[0]", "party-signature-missing");

    var bound = mediator.post(agreement + "/sign", signed(DEVELOPER)).ok();

    bound.has("status", "effective", "claims[48].status", "settled");
    assertThat(bound.at("agreements[0].signatures").size()).isEqualTo(OWNERS + 2);
    var paper = mediator.get(path + "/documents/agreement.pdf").ok().bytes();
    assertThat(PdfText.of(paper)).contains("业主1", "业主49", "开发公司");
  }

  private static List<Map<String, Object>> items() {
    return IntStream.rangeClosed(1, OWNERS)
        .mapToObj(owner ->
            json(
                "obligor",
                DEVELOPER,
                "obligee",
                "p" + owner,
                "content",
                "补偿停租损失",
                "amountFen",
                300_000,
                "manner",
                "转账",
                "due",
                LocalDate.now().plusDays(30).toString()))
        .toList();
  }

  private static Map<String, Object> signed(String party) {
    return json(
        "party", party, "manner", "fingerprint", "recordedOnBehalf", json("evidence", "当面签署的笔录"));
  }
}
