package cn.linli.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import java.io.File;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform whose broker has lost its folder does not go on as if nothing were. */
@Tag("slow")
class BrokerGivesUpTest {

  private static final Pattern BROKER = Pattern.compile("Kafka +(127\\.0\\.0\\.1:\\d+)");

  @Test
  void it_says_so_and_ends_with_its_own_code(@TempDir Path home) throws Exception {
    try (var platform = start(home).awaitReady()) {
      var kafka = BROKER.matcher(platform.terminal());
      assertThat(kafka.find()).isTrue();
      try (var all = Files.walk(home.resolve("data/kafka"))) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
      try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.group(1)))) {
        admin.createTopics(List.of(new NewTopic("nowhere", 1, (short) 1)));
        assertThat(platform.awaitEnd(Duration.ofSeconds(90))).isEqualTo(LostBroker.EXIT_CODE);
      }
      assertThat(platform.terminal()).contains("The Kafka broker gave up");
    }
  }

  private static RunnerProcess start(Path home) throws Exception {
    return RunnerProcess.start(
        home, free(), free(), Map.of("MONGODB_URI", LocalServers.mongo().adminUri()));
  }

  private static int free() throws Exception {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
