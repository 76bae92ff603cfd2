package cn.linli.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The runner as its users run it: a process of its own that can be asked, interrupted and killed.
 */
final class RunnerProcess implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(90);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path home;
  private final int port;
  private final Process process;
  private final Path output;

  private RunnerProcess(Path home, int port, Process process, Path output) {
    this.home = home;
    this.port = port;
    this.process = process;
    this.output = output;
  }

  static RunnerProcess start(Path home, int port, int petitionPort, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(home);
    var output = Files.createTempFile(home, "terminal", ".log");
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName()));
    builder.environment().putAll(environment);
    builder
        .environment()
        .putAll(
            Map.of(
                "LINLI_HOME",
                home.toString(),
                "LINLI_PORT",
                "" + port,
                "LINLI_PETITION_PORT",
                "" + petitionPort,
                "LINLI_MEDIATION_PORT",
                environment.getOrDefault("LINLI_MEDIATION_PORT", "" + freePort()),
                "LINLI_TIMEBANK_PORT",
                environment.getOrDefault("LINLI_TIMEBANK_PORT", "" + freePort()),
                "LINLI_DEMO",
                "false"));
    var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    return new RunnerProcess(home, port, process, output);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  RunnerProcess awaitReady() {
    Awaitility.await()
        .atMost(READY)
        .failFast("the runner ended", () -> !process.isAlive())
        .until(() -> terminal().contains("Linli is ready."));
    return this;
  }

  String terminal() throws IOException {
    return Files.readString(output);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  long mongodPid() throws IOException {
    return Long.parseLong(Files.readString(home.resolve("data/mongo/mongod.pid")).split(" ")[0]);
  }

  /** An orphan that ended but that nobody waited for (state Z) lives no more. */
  static boolean lives(long pid) {
    if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      return false;
    }
    try {
      var stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException goneOrNoProcFileSystem) {
      return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
  }

  /** The code it ended with by itself. */
  int awaitEnd(Duration most) throws InterruptedException {
    if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running after " + most);
    }
    return process.exitValue();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends SIGINT or SIGTERM and answers how long the end took. */
  Duration stop(String signal) throws IOException, InterruptedException {
    var startedAt = System.nanoTime();
    new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running 30 s after SIG" + signal);
    }
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** Leaves nothing behind whatever a test did. */
  @Override
  public void close() throws IOException, InterruptedException {
    kill();
    if (Files.exists(home.resolve("data/mongo/mongod.pid"))) {
      ProcessHandle.of(mongodPid()).ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
