package cn.linli.benchmarks;

import cn.linli.benchmarks.floor.FloorStandalone;
import cn.linli.standalone.Standalone;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.TimeUnit;

/**
 * A program under measurement: a process of its own, with the flags that {@code ./linli up} gives.
 */
final class Subject implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(120);
  private static final int LINES_SHOWN = 30;
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms128m",
          "-Xmx512m",
          "-XX:MaxDirectMemorySize=128m",
          "-Xss512k",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final int LINLI_PORT = 18080;
  private static final int PETITION_PORT = 18081;
  private static final int MEDIATION_PORT = 18082;
  private static final int TIMEBANK_PORT = 18083;
  private static final int FLOOR_PORT = 18090;

  private final Process process;
  private final Path home;
  private final String serviceUrl;

  private Subject(Process process, Path home, String serviceUrl) {
    this.process = process;
    this.home = home;
    this.serviceUrl = serviceUrl;
  }

  /** The whole standalone platform; {@link #serviceUrl} is the petition service's own door. */
  static Subject linli(Path home) {
    var environment =
        Map.of(
            "LINLI_HOME",
            home.toString(),
            "LINLI_PORT",
            "" + LINLI_PORT,
            "LINLI_PETITION_PORT",
            "" + PETITION_PORT,
            "LINLI_MEDIATION_PORT",
            "" + MEDIATION_PORT,
            "LINLI_TIMEBANK_PORT",
            "" + TIMEBANK_PORT,
            "LINLI_DEMO",
            "false");
    return start(
        home,
        environment,
        "Linli is ready.",
        url(PETITION_PORT),
        List.of(Standalone.class.getName()));
  }

  static Subject floor(Path home) {
    return start(
        home,
        Map.of(),
        "Floor is ready.",
        url(FLOOR_PORT),
        List.of(FloorStandalone.class.getName(), home.toString(), "" + FLOOR_PORT));
  }

  private static Subject start(
      Path home, Map<String, String> environment, String readyLine, String url, List<String> main) {
    try {
      Files.createDirectories(home);
      Path output = home.resolve("terminal.log");
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(FLAGS);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(main);
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      var subject = new Subject(builder.start(), home, url);
      subject.awaitLine(output, readyLine);
      return subject;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitLine(Path output, String line) throws IOException {
    long endNanos = System.nanoTime() + START_MAX.toNanos();
    while (!Files.readString(output).contains(line)) {
      if (!process.isAlive() || System.nanoTime() > endNanos) {
        close();
        List<String> lines = Files.readAllLines(output);
        throw new IllegalStateException(
            "not ready; the end of its output:\n"
                + String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())));
      }
      pause(Duration.ofMillis(100));
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  String serviceUrl() {
    return serviceUrl;
  }

  String timebankUrl() {
    return url(TIMEBANK_PORT);
  }

  String mediationUrl() {
    return url(MEDIATION_PORT);
  }

  String gatewayUrl() {
    return url(LINLI_PORT);
  }

  Path home() {
    return home;
  }

  /** A demo token for {@code role@division/name}. */
  String token(String user) {
    var request =
        HttpRequest.newBuilder(URI.create(gatewayUrl() + "/api/v1/demo/token"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"%s\"}".formatted(user)))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      String body = http.send(request, BodyHandlers.ofString()).body();
      return body.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Resident memory of this process alone, in MiB. */
  long residentMib() {
    try {
      return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
