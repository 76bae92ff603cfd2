package cn.linli.petition;

import static cn.linli.petition.LifeOverHttpTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What time alone does, with tables of a place that lets it do so at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimersOverHttpTest {

  private static final Map<String, Object> AT_ONCE = Server.json("amount", 0, "unit", "minutes");
  private static final Map<String, Object> A_DAY = Server.json("amount", 24, "unit", "hours");

  private Server server;

  @BeforeAll
  void start() {
    server = new Server("timersoverhttp", Clock.systemUTC());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_grid_that_lets_its_clock_run_out_loses_the_matter_once() {
    server
        .as("admin@3706")
        .post("/config/rungs?division=370602003001", Server.rungs(AT_ONCE, A_DAY))
        .ok();
    var body = request();
    body.put("division", "370602003001001");
    var filed = server.as("grid-worker@370602003001001").post("/petitions", body).created();
    var clerk = server.as("community-clerk@370602003001");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> clerk.get("/petitions/" + filed.id()).ok().has("level", "community"));
    assertThat(
            clerk
                .get("/petitions/" + filed.id() + "/history")
                .ok()
                .at("items")
                .findValuesAsString("what"))
        .containsExactly("submitted", "fell-due", "escalated");
  }

  @Test
  void overdue_shows_though_nobody_touched_it() {
    server
        .as("admin@3706")
        .post("/config/limits?division=370602003002", Server.limits(AT_ONCE, A_DAY))
        .ok();
    var body = request();
    body.put("division", "370602003002");
    var clerk = server.as("community-clerk@370602003002");
    var filed = clerk.post("/petitions", body).created();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            clerk
                .get("/petitions/" + filed.id())
                .ok()
                .has("overdue", true, "card", "red", "supervision.automatic", true));
    assertThat(clerk.get("/petitions?overdue=true").ok().at("items").findValuesAsString("id"))
        .containsExactly(filed.id());
  }
}
