package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One matter of several people, worked on once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeOverHttpTest {

  private static final String COMMUNITY = "370602003006";

  private Server server;
  private Person clerk;
  private Person desk;

  @BeforeAll
  void start() {
    server = new Server("mergeoverhttp", Clock.systemUTC());
    clerk = server.as("community-clerk@" + COMMUNITY);
    desk = server.as("hotline-operator@370602/visits");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Map<String, Object> request(Object... more) {
    var body =
        Server.json(
            "kind", "appeal",
            "channel", "app",
            "title", "三号楼停暖",
            "description", "三号楼停暖一周,请尽快处理",
            "category", "noise",
            "urgency", "normal",
            "division", COMMUNITY);
    body.putAll(Server.json(more));
    return body;
  }

  private Person neighbour(String name) {
    return server.as("resident@" + COMMUNITY + "/" + name);
  }

  @Test
  void neighbours_keep_their_own_code_and_vote_and_share_the_answer() {
    var wang = neighbour("wang");
    var first = neighbour("zhang").post("/petitions", request()).created();
    var second = wang.post("/petitions", request()).created();
    clerk.post("/petitions/" + first.id() + "/accept").ok();
    clerk
        .post("/petitions/" + second.id() + "/merge", "into", first.id())
        .ok()
        .has("id", second.id(), "status", "merged")
        .has("kin.mergedInto", first.id(), "kin.clusterId", first.id());
    clerk
        .get("/petitions/" + first.id())
        .ok()
        .has("kin.merged[0]", second.id(), "kin.clusterId", first.id(), "status", "handling");
    neighbour("zhang").get("/petitions/" + first.id()).ok();
    assertThat(neighbour("zhang").get("/petitions/" + first.id()).at("kin.merged").size())
        .as("whose the others are is not told")
        .isZero();
    clerk
        .get("/petitions/" + second.id() + "/similar")
        .ok()
        .has("items[0].id", first.id(), "items[0].clusterId", first.id());
    assertThat(clerk.get("/petitions?mine=true&limit=200").ok().toString())
        .contains(first.id())
        .doesNotContain(second.id());

    var code = "/tracking/" + second.text("trackingCode");
    var nobody = server.nobody();
    nobody.post(code + "/rate", "resolved", true, "satisfied", true).refused("not-resolved");
    clerk
        .post(
            "/petitions/" + first.id() + "/resolve",
            "result",
            "业主张先生家阀门已换,13800138000 已回访",
            "outcome",
            "solved")
        .ok();
    var told = nobody.get(code).ok().has("status", "merged", "mayRate", true);
    assertThat(told.text("result")).contains("阀门已换").doesNotContain("13800138000");
    assertThat(told.at("steps").findValuesAsString("what"))
        .containsSubsequence("submitted", "merged", "resolved");
    assertThat(wang.get("/petitions/" + second.id()).ok().text("result.text"))
        .contains("阀门已换")
        .doesNotContain("13800138000");
    nobody.post(code + "/rate", "resolved", "partly", "satisfied", false, "grade", 2).ok();
    nobody.get(code).ok().has("mayRate", false);
    wang.post("/petitions/" + second.id() + "/rate", "resolved", true, "satisfied", true)
        .refused("already-voted");
    clerk
        .get("/petitions/" + second.id())
        .ok()
        .has("visits[0].byResident", true, "visits[0].resolved", "partly");
    neighbour("zhang")
        .post("/petitions/" + first.id() + "/rate", "resolved", true, "satisfied", true)
        .ok();
    desk.post("/petitions/" + first.id() + "/close").ok().has("status", "closed");
    nobody.get(code).ok().has("status", "merged", "result", told.text("result"));
  }

  @Test
  void the_same_person_s_second_one_is_a_duplicate_and_comes_back() {
    var li = neighbour("li");
    var first = li.post("/petitions", request()).created();
    var second = li.post("/petitions", request("newFacts", true)).created();
    clerk.post("/petitions/" + second.id() + "/accept").ok();
    var merged =
        clerk
            .with("Idempotency-Key", "merge-1")
            .post("/petitions/" + second.id() + "/merge", "into", first.id())
            .ok()
            .has("kin.duplicateOf", first.id());
    assertThat(merged.at("kin.clusterId").isNull()).isTrue();
    clerk
        .with("Idempotency-Key", "merge-1")
        .post("/petitions/" + second.id() + "/merge", "into", first.id())
        .ok();
    clerk
        .post("/petitions/" + second.id() + "/merge", "into", first.id())
        .refused("already-merged");
    clerk.post("/petitions/" + first.id() + "/merge", "into", second.id()).refused("main-not-open");
    clerk
        .post("/petitions/" + first.id() + "/merge", "into", first.id())
        .refused("merge-into-itself");
    li.post("/petitions/" + first.id() + "/withdraw").refused("has-merged");
    li.post("/petitions/" + second.id() + "/unmerge").problem(403, "wrong-role");
    server
        .as("community-clerk@370602003005")
        .post("/petitions/" + second.id() + "/unmerge")
        .problem(403, "out-of-scope");
    clerk
        .post("/petitions/" + second.id() + "/unmerge")
        .ok()
        .has("status", "handling", "handler.organisation", COMMUNITY);
    clerk.post("/petitions/" + second.id() + "/unmerge").refused("not-merged");
    assertThat(clerk.get("/petitions/" + first.id()).ok().at("kin").isNull()).isTrue();
    clerk
        .post("/petitions/" + second.id() + "/merge", "into", "00000000000000000000000000")
        .problem(404, "not-found");
  }
}
