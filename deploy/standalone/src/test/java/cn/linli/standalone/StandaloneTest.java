package cn.linli.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.Topics;
import cn.linli.local.LocalServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class StandaloneTest {
  private static final Duration STOPPED = Duration.ofSeconds(10);
  @TempDir Path home;

  @Test
  void it_starts_survives_kills_and_leaves_nothing_behind() throws Exception {
    int port = freePort();
    int petitionPort = freePort();
    long mongod;
    try (var runner = RunnerProcess.start(home, port, petitionPort, Map.of()).awaitReady()) {
      var token = runner.post("/api/v1/demo/token", "{\"user\":\"grid-worker@370602003006001\"}");
      assertThat(token.statusCode()).isEqualTo(200);
      mongod = runner.mongodPid();

      ProcessHandle.of(mongod).orElseThrow().destroyForcibly();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> runner.terminal().contains("mongod is back."));
      assertThat(runner.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
      mongod = runner.mongodPid();

      runner.kill();
      assertThat(RunnerProcess.lives(mongod)).as("the database outlives a killed runner").isTrue();

      var next = RunnerProcess.start(home, port, petitionPort, Map.of()).awaitReady();
      assertThat(next.mongodPid()).as("and is taken over by the next").isEqualTo(mongod);
      assertThat(next.stop("INT")).isLessThan(STOPPED);
    }
    assertThat(RunnerProcess.lives(mongod)).isFalse();

    try (var runner = RunnerProcess.start(home, port, petitionPort, Map.of()).awaitReady()) {
      mongod = runner.mongodPid();
      var second = RunnerProcess.start(home, freePort(), freePort(), Map.of());
      await().until(() -> second.terminal().contains("Linli is running already"));
      assertThat(runner.stop("TERM")).isLessThan(STOPPED);
    }
    assertThat(RunnerProcess.lives(mongod)).isFalse();
  }

  @Test
  void a_taken_port_ends_the_start_in_one_sentence_before_anything_is_started() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var runner = RunnerProcess.start(home, taken.getLocalPort(), freePort(), Map.of())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> runner.terminal().contains("set LINLI_PORT to another one."));
      assertThat(runner.terminal()).contains("Port " + taken.getLocalPort());
      assertThat(home.resolve("data")).doesNotExist();
    }
  }

  @Test
  void on_servers_of_its_own_the_operator_finds_a_database_per_service_and_no_data_at_home()
      throws Exception {
    var brokers = LocalServers.brokers();
    LocalServers.kafka().createTopic(Topics.PETITION, 6, Map.of());
    var given = Map.of("MONGODB_URI", LocalServers.mongo().adminUri(), "KAFKA_BROKERS", brokers);
    try (var runner = RunnerProcess.start(home, freePort(), freePort(), given).awaitReady()) {
      assertThat(home.resolve("data")).doesNotExist();
      assertThat(LocalServers.mongo().client().listDatabaseNames())
          .contains("petition", "mediation", "timebank", "gateway");
      assertThat(runner.stop("TERM")).isLessThan(STOPPED);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
