package cn.linli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  @Test
  void a_test_server_ends_with_its_jvm_even_when_that_is_killed() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var jvm =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), TestJvm.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var output = new BufferedReader(new InputStreamReader(jvm.getInputStream()))) {
      var told = output.readLine().split(" ", 2);
      var server = ProcessHandle.of(Long.parseLong(told[0])).orElseThrow();
      assertThat(server.isAlive()).isTrue();
      jvm.destroyForcibly().waitFor();
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(Files.exists(Path.of(told[1]))).isFalse());
      assertThat(MongodProcess.isAlive(server)).isFalse();
    }
  }

  /** A JVM that starts a test server and never ends by itself. */
  static final class TestJvm {
    public static void main(String[] arguments) throws InterruptedException {
      var mongo = LocalMongo.temporary();
      System.out.println(mongo.pid() + " " + mongo.folder());
      Thread.sleep(Duration.ofMinutes(5));
    }
  }
}
