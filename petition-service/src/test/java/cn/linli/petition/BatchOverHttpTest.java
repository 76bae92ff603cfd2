package cn.linli.petition;

import static cn.linli.petition.Server.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.testing.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Batches over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchOverHttpTest {

  private static final String COMMUNITY = "370602003006";

  private Server server;
  private Person community;
  private Person builder;

  @BeforeAll
  void start() {
    server = new Server("batchoverhttp", Clock.systemUTC());
    community = server.as("community-clerk@" + COMMUNITY);
    builder = server.as("department-officer@370602/housing-bureau");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Map<String, Object> batch(List<Map<String, Object>> items) {
    return json(
        "project", "大海阳危房改造",
        "division", COMMUNITY,
        "reinspectAt", "2027-03-01T09:00:00+08:00",
        "category", "noise",
        "organisation", "housing-bureau",
        "items", items);
  }

  private static List<Map<String, Object>> defects(int number) {
    var items = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < number; i++) {
      items.add(json("title", "保温层断裂" + i, "address", (i + 1) + "号楼"));
    }
    return items;
  }

  @Test
  void each_defect_is_a_request_that_closes_after_somebody_else_looked() {
    var items = defects(2);
    items.add(
        json("title", "下水管道堵塞", "organisation", "water-company", "division", COMMUNITY + "001"));
    var opened =
        community
            .with("Idempotency-Key", "look-back-1")
            .post("/petitions/batches", batch(items))
            .created()
            .has("project", "大海阳危房改造", "counts.items", 3, "counts.open", 3)
            .has("items[2].handler.organisation", "water-company");
    assertThat(opened.header("Location")).isEqualTo("/api/v1/petitions/batches/" + opened.id());
    var again =
        community
            .with("Idempotency-Key", "look-back-1")
            .post("/petitions/batches", batch(items))
            .created();
    assertThat(again.id()).isEqualTo(opened.id());
    assertThat(again.at("items").findValuesAsString("id"))
        .isEqualTo(opened.at("items").findValuesAsString("id"));

    var path = "/petitions/" + opened.text("items[0].id");
    builder
        .post(path + "/resolve", "result", "已重做保温层", "outcome", "solved")
        .ok()
        .has("batch.verified", false, "batch.batch", opened.id());
    community.post(path + "/close").refused("unverified");
    community
        .post(
            path + "/reinspect",
            json("passed", false, "note", "仍有裂缝", "reinspectAt", "2027-04-01T09:00:00+08:00"))
        .ok()
        .has("status", "transferred", "round", 2);
    builder.post(path + "/resolve", "result", "已返工", "outcome", "solved").ok();
    community
        .post(path + "/reinspect", "passed", true, "note", "合格")
        .ok()
        .has("batch.verified", true, "batch.inspectedBy", "community-clerk@" + COMMUNITY);
    community.post(path + "/close").ok().has("status", "closed");

    community
        .get("/petitions/batches/" + opened.id())
        .ok()
        .has("counts.closed", 1, "counts.open", 2, "counts.verified", 1)
        .has("items[0].status", "closed", "items[1].status", "transferred");
    assertThat(builder.get("/petitions/batches/" + opened.id()).ok().at("items").size())
        .as("a department sees what it was handed")
        .isEqualTo(2);
    server
        .as("community-clerk@370602003005")
        .get("/petitions/batches/" + opened.id())
        .problem(403, "out-of-scope");
    server
        .as("resident@370602003006/zhang")
        .get("/petitions/batches/" + opened.id())
        .problem(404, "not-found");
  }

  @Test
  void what_nobody_looked_at_in_time_waits_on_the_desk_of_who_opened_the_batch() {
    var clerk = server.as("community-clerk@370602003005");
    var body = batch(defects(1));
    body.put("division", "370602003005");
    body.put("reinspectAt", Instant.now().plusSeconds(3).toString());
    var id = clerk.post("/petitions/batches", body).created().text("items[0].id");
    builder.post("/petitions/" + id + "/resolve", "result", "已修好", "outcome", "solved").ok();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(clerk.get("/desk").ok().at("items").findValuesAsString("what"))
                .containsExactly("reinspect"));
    clerk.post("/petitions/" + id + "/reinspect", "passed", true, "note", "合格").ok();
    assertThat(clerk.get("/desk").ok().at("items").size()).isZero();
  }

  @Test
  void one_bad_item_leaves_nothing_behind() {
    var items = defects(2);
    items.add(json("title", "屋顶渗水", "category", "nothing-like-it"));
    community
        .post("/petitions/batches", batch(items))
        .refused("unknown-category")
        .has("details.item", 3);
    items.set(2, json("title", "屋顶渗水", "division", "370602003005"));
    community
        .post("/petitions/batches", batch(items))
        .refused("item-outside-batch")
        .has("details.item", 3);
    var past = batch(defects(1));
    past.put("reinspectAt", "2020-01-01T00:00:00+08:00");
    community.post("/petitions/batches", past).refused("due-in-the-past");
  }

  @Test
  void a_batch_is_bounded_and_its_largest_is_one_transaction() {
    community.post("/petitions/batches", batch(defects(201))).problem(400, "invalid-fields");
    community
        .post("/petitions/batches", batch(defects(200)))
        .created()
        .has("counts.items", 200, "counts.open", 200);
    server
        .as("department-officer@370602/housing-bureau")
        .post("/petitions/batches", batch(defects(1)))
        .problem(403, "wrong-role");
  }
}
