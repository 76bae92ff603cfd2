package cn.linli.acceptance;

import static cn.linli.acceptance.Mediators.acting;
import static cn.linli.acceptance.Mediators.committee;
import static cn.linli.acceptance.Mediators.enrolled;
import static cn.linli.acceptance.Mediators.mediating;
import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static cn.linli.acceptance.Volunteering.ago;
import static cn.linli.acceptance.Volunteering.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A request goes to volunteers over the bus and comes back; sessions become minutes. */
class OfferedRequestScenario {

  private static final String LONGCHANG = "620721100001";
  private static final String ZHIFU = "370602003009";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Volunteering longchang = new Volunteering(LONGCHANG);
  private final Person clerk = as("community-clerk@" + LONGCHANG);

  private String offered(String service, int minutes, String correlation) {
    var petition =
        "/petitions/" + clerk.post("/petitions", request("sanitation", LONGCHANG)).created().id();
    clerk
        .with("X-Correlation-Id", correlation)
        .post(
            petition + "/offer-to-volunteers",
            json("service", service, "minutes", minutes, "needed", 2))
        .ok()
        .has("status", "volunteering");
    return petition;
  }

  private String await(String petition, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(clerk.get(petition).ok().text("referral.state")).isEqualTo(state));
    return clerk.get(petition).ok().text("referral.counterpart");
  }

  @Test
  @Mechanism("R3-18")
  void the_last_volunteer_settles_the_request_and_every_one_gets_minutes() {
    var correlation = UUID.randomUUID().toString();
    var petition = offered("hygiene-cleanup", 90, correlation);
    var activity = "/activities/" + await(petition, "taken");
    clerk
        .get("/bank" + activity)
        .ok()
        .has("status", "open", "needed", 2, "minutesCap", 90)
        .has("origin.petition", petition.substring("/petitions/".length()));
    for (var name : List.of("clean-1", "clean-2")) {
      var account = longchang.account(name);
      longchang.gave(activity, name, account, 40);
      assertThat(longchang.minutes(name, account)).isEqualTo(40);
    }
    await(petition, "settled");
    clerk.get(petition).ok().has("status", "resolved");
    assertThat(clerk.get(petition + "/history").ok().at("items").findValuesAsString("what"))
        .containsSubsequence(
            "petition-offered-to-volunteers", "referral-taken", "referral-settled");
    var thread = clerk.get("/threads/" + correlation).ok();
    assertThat(thread.at("items").findValuesAsString("service")).contains("petition", "timebank");
  }

  @Test
  void what_volunteers_do_not_do_comes_back_with_the_reason() {
    var petition = offered("dancing-bears", 60, UUID.randomUUID().toString());
    await(petition, "returned");
    clerk.get(petition).ok().has("status", "handling");
    var tooLong = offered("hygiene-cleanup", 700, UUID.randomUUID().toString());
    await(tooLong, "returned");
  }

  @Test
  void a_cancelled_activity_brings_the_request_back_in_hand() {
    var petition = offered("hygiene-cleanup", 60, UUID.randomUUID().toString());
    var activity = "/activities/" + await(petition, "taken");
    post(clerk, activity + "/cancel", "code", "heavy-rain").ok().has("status", "cancelled");
    await(petition, "returned");
    clerk.get(petition).ok().has("status", "handling");
  }

  @Test
  void unpaid_mediators_get_the_minutes_of_a_session_and_paid_ones_none() {
    var place = new Volunteering(ZHIFU);
    var justice = as("justice-officer@370602");
    justice.post("/committees", committee(ZHIFU, "社区人民调解委员会")).created();
    var unpaid = acting(justice, ZHIFU, "session-volunteer", "志愿调解员");
    var paid = enrolled(justice, ZHIFU, "专职调解员", "volunteer", false);
    var third = enrolled(justice, ZHIFU, "兼职调解员");
    var account = place.account("session-volunteer");
    post(place.clerk(), "/mediators/" + unpaid + "/account", "account", account).ok();

    var dispute = mediating(ZHIFU, ZHIFU);
    var head = as("committee-head@" + ZHIFU);
    head.post(
            dispute + "/panel",
            json("mediators", List.of(unpaid, paid, third), "mechanism", "panel"))
        .ok();
    head.post(dispute + "/session", json("at", ago(0).toString(), "venue", "调解室")).ok();
    head.post(
            dispute + "/session/1/record",
            json(
                "attendance",
                List.of(
                    json("who", "p1"),
                    json("who", "p2"),
                    json("who", unpaid, "minutes", 40),
                    json("who", paid)),
                "course",
                "各说各的",
                "result",
                "未达成",
                "began",
                ago(60).toString(),
                "ended",
                ago(1).toString()))
        .ok();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(place.minutes("session-volunteer", account)).isEqualTo(40));
    place
        .resident("session-volunteer")
        .get("/bank/accounts/" + account + "/entries?unit=minutes")
        .ok()
        .has("items[0].reason", "session", "items[0].amount", 40);
  }
}
