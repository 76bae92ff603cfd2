package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Person.nobody;
import static cn.linli.acceptance.Petitions.petitioner;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A resident without an account follows and rates a request by its code. */
class TrackingScenario {

  private static final String COMMUNITY = "620201002005";
  private final Person clerk = as("community-clerk@" + COMMUNITY);

  @Test
  void the_code_is_enough_to_follow_comment_rate_and_reopen() {
    var submitted =
        clerk
            .post(
                "/petitions",
                request(
                    "service-window",
                    COMMUNITY,
                    "title",
                    "低保窗口排队太久",
                    "petitioner",
                    petitioner("马建国", "18909370003")))
            .created();
    var code = submitted.text("trackingCode");
    assertThat(code.length() * 5).as("random bits").isGreaterThanOrEqualTo(100);
    var tracking = "/tracking/" + code;
    var path = "/petitions/" + submitted.id();

    var seen = nobody().get(tracking).ok().has("status", "submitted");
    assertThat(seen.toString()).doesNotContain("马建国", "18909370003", "低保窗口");
    nobody().post(tracking + "/comment", json("note", "昨天又去了一次")).ok();
    nobody().post(tracking + "/remind").ok();
    nobody()
        .post(tracking + "/rate", json("resolved", true, "satisfied", true))
        .refused("not-resolved");
    clerk.post(path + "/accept").ok();
    Petitions.resolve(submitted.id(), clerk);
    nobody()
        .post(tracking + "/rate", json("resolved", false, "satisfied", false, "note", "还在排队"))
        .ok();
    clerk.post(path + "/close").ok().has("status", "closed");
    nobody().post(tracking + "/reopen", json("reason", "问题依旧")).ok();
    clerk.get(path).ok().has("status", "transferred", "round", 2);
    nobody().post(tracking + "/withdraw").ok();
    clerk.get(path).ok().has("status", "withdrawn");
  }

  @Test
  void nobody_closes_before_somebody_was_asked() {
    var id = clerk.post("/petitions", request("service-window", COMMUNITY)).created().id();
    clerk.post("/petitions/" + id + "/accept").ok();
    Petitions.resolve(id, clerk);
    clerk.post("/petitions/" + id + "/close").refused("visit-missing");
  }
}
