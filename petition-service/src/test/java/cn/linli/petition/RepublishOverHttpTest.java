package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import cn.linli.platform.relay.TopicAudit;
import cn.linli.testing.ServiceUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator's way back, over HTTP, on a real database and a real broker. */
class RepublishOverHttpTest {

  private static final String TOPIC = "linli.petition.republished";
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Server server = new Server("republish", Clock.systemUTC(), publishing(TOPIC));

  @AfterEach
  void stop() {
    server.close();
  }

  private static String[] publishing(String topic) {
    return List.of(
            "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "spring.cloud.stream.kafka.binder.brokers=" + LocalServers.brokers(),
            "linli.relay.topic=" + topic,
            "linli.relay.partitions=2")
        .toArray(String[]::new);
  }

  private static void awaitAccepting(ServiceUnderTest server) {
    await().atMost(LONG).until(server::accepts);
  }

  @Test
  void an_administrator_has_the_journal_published_again_and_the_service_goes_on_from_there() {
    awaitAccepting(server);
    for (int i = 0; i < 20; i++) {
      server
          .as("resident@370602003006/zhang-" + i)
          .post("/petitions", LifeOverHttpTest.request())
          .created();
    }
    server.as("resident@370602003006/zhang-san").post("/republish").problem(403, "wrong-role");

    var admin = server.as("admin@37");
    var ordered = admin.post("/republish").status(202).has("status", "queued");
    assertThat(ordered.header("Location")).isEqualTo("/api/v1/jobs/" + ordered.id());
    assertThat(admin.post("/republish").status(202).id()).isEqualTo(ordered.id());
    var job = "/jobs/" + ordered.id();
    await().atMost(LONG).until(() -> admin.get(job).ok().text("status").equals("done"));

    var done = admin.get(job).ok().has("kind", "republish", "results.topic", TOPIC + ".g1");
    done.has("progress.commits", 20, "progress.events", 20);
    try (var next = server.again(publishing(TOPIC + ".g1"))) {
      awaitAccepting(next);
      next.as("resident@370602003006/zhang-san")
          .post("/petitions", LifeOverHttpTest.request())
          .created();
      await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(next.bean(TopicAudit.class).run().complete()).isTrue());
    }
  }
}
