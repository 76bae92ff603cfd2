package cn.linli.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * One service as production runs it: its own {@code main}, told by environment variables alone; it
 * can be killed and started again, always on the same port.
 */
final class ServiceProcess implements AutoCloseable {

  private static final Duration READY = Duration.ofSeconds(120);
  private static final int MIGRATION_SECONDS = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Class<?> main;
  private final Path log;
  private final int port;
  private final Map<String, String> environment;
  private @Nullable Process process;

  ServiceProcess(Class<?> main, Path home, Map<String, String> environment) throws IOException {
    this.main = main;
    this.log = home.resolve(main.getSimpleName() + ".log");
    this.port = freePort();
    this.environment = new TreeMap<>(environment);
    this.environment.put("SERVER_PORT", "" + port);
    this.environment.put("SERVER_ADDRESS", "127.0.0.1");
  }

  int port() {
    return port;
  }

  /**
   * The migration step, as an operator runs it before the first start.
   *
   * @param uri of a user who may make collections and indexes
   */
  ServiceProcess migrate(String uri) throws IOException, InterruptedException {
    var step = launch(List.of("migrate"), Map.of("LINLI_MONGODB_URI", uri));
    assertThat(step.waitFor(MIGRATION_SECONDS, TimeUnit.SECONDS)).as(terminal()).isTrue();
    assertThat(step.exitValue()).as(terminal()).isZero();
    assertThat(terminal()).contains("are up to date");
    return this;
  }

  ServiceProcess start() throws IOException {
    process = launch(List.of(), Map.of());
    return this;
  }

  ServiceProcess awaitReady() {
    var running = process;
    Awaitility.await(main.getSimpleName() + " is ready, see " + log)
        .atMost(READY)
        .failFast(() -> running == null || !running.isAlive())
        .until(this::isReady);
    return this;
  }

  private boolean isReady() throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return http.send(request, BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** SIGKILL: nothing is closed, no lease is given back. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  String terminal() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private Process launch(List<String> arguments, Map<String, String> other) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx320m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().putAll(other);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
