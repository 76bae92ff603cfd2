package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A request goes to mediation over the bus and comes back; both timelines tell the same. */
class ReferredDisputeScenario {

  private static final String COMMUNITY = "150203006016";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Person clerk = as("community-clerk@" + COMMUNITY);
  private final Person mediator = as("mediator@" + COMMUNITY + "/referred");

  private String await(String petition, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(clerk.get(petition).ok().text("referral.state")).isEqualTo(state));
    return clerk.get(petition).ok().text("referral.counterpart");
  }

  @Test
  void what_fails_in_mediation_is_back_in_hand_under_one_correlation() {
    var petition =
        "/petitions/"
            + clerk.post("/petitions", request("neighbour-dispute", COMMUNITY)).created().id();
    var correlation = UUID.randomUUID().toString();
    clerk
        .with("X-Correlation-Id", correlation)
        .post(
            petition + "/refer-to-mediation",
            json(
                "parties",
                List.of(
                    json("name", "王小一", "role", "applicant", "phone", "13866660001"),
                    json("name", "李小二", "role", "respondent")),
                "consents",
                true))
        .ok()
        .has("status", "mediating");

    var dispute = "/disputes/" + await(petition, "taken");
    mediator
        .get(dispute)
        .ok()
        .has("status", "registered", "source", "petition")
        .has("origin.petition", petition.substring("/petitions/".length()));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            mediator
                .get(dispute)
                .ok()
                .has("parties[0].name", "王**", "parties[0].phone", "138****0001")
                .has("parties[1].name", "李**"));
    as("admin@150203").post(internal(petition), "{}").expect(404);
    mediator.post(dispute + "/accept").ok().has("status", "mediating");
    mediator
        .post(
            dispute + "/leave",
            json("reason", "不同意继续", "party", "p2", "recordedOnBehalf", json("evidence", "当面笔录")))
        .ok()
        .has("status", "failed", "endCode", "party-left");

    await(petition, "returned");
    clerk.get(petition).ok().has("status", "handling");
    assertThat(clerk.get(petition + "/history").ok().at("items").findValuesAsString("what"))
        .containsSubsequence(
            "petition-referred-to-mediation", "referral-taken", "referral-returned");
    assertThat(mediator.get(dispute + "/history").ok().at("items").findValuesAsString("what"))
        .containsSubsequence(
            "dispute-registered",
            "dispute-accepted",
            "mediation-begun",
            "act-recorded",
            "party-left",
            "mediation-failed",
            "dispute-concluded");
    var thread = mediator.get("/threads/" + correlation).ok();
    assertThat(thread.at("items").findValuesAsString("service")).contains("mediation");

    as("admin@150203").post(petition + "/erase", json("reason", "误采集", "ground", "unlawful")).ok();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(mediator.get(dispute).ok().toString())
                .doesNotContain("王**")
                .doesNotContain("138****0001"));
  }

  private String internal(String petition) {
    return "/internal"
        + petition
        + "/referrals/"
        + clerk.get(petition).ok().text("referral.id")
        + "/contacts";
  }
}
