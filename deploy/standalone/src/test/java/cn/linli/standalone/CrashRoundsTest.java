package cn.linli.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes die in the middle of an import, ten times each at random moments. The importer asks
 * again for what was not answered. In the end nothing acknowledged is missing, nothing is counted
 * twice and all proofs hold.
 */
@Tag("slow")
class CrashRoundsTest {

  private static final int ROUNDS = 10;
  private static final int ROWS_PER_CALL = 200;
  private static final String IMPORTER = "hotline-operator@3706";
  private static final long SEED = 20261122;
  private static final Duration QUIET_MAX = Duration.ofSeconds(90);
  private static final Pattern NUMBER = Pattern.compile("\"(accepted|duplicates)\":(\\d+)");

  /** What is killed. */
  enum Victim {
    PLATFORM,
    MONGOD
  }

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger acknowledgedCalls = new AtomicInteger();
  private volatile boolean importing = true;
  private int port;
  private int petitionPort;

  @ParameterizedTest
  @EnumSource(Victim.class)
  void an_import_survives_kills_at_random_moments(Victim victim) throws Exception {
    port = freePort();
    petitionPort = freePort();
    var random = new Random(SEED + victim.ordinal());
    var runner = RunnerProcess.start(home, port, petitionPort, Map.of()).awaitReady();
    try {
      var importer = Thread.ofPlatform().start(this::importUntilTold);
      for (int round = 0; round < ROUNDS; round++) {
        int before = acknowledgedCalls.get();
        awaitProgress(before);
        Thread.sleep(random.nextInt(1_500));
        runner = kill(victim, runner);
      }
      awaitProgress(acknowledgedCalls.get());
      importing = false;
      importer.join();
      verify();
      assertThat(runner.stop("TERM")).isLessThan(Duration.ofSeconds(10));
    } finally {
      runner.close();
    }
  }

  private RunnerProcess kill(Victim victim, RunnerProcess runner) throws Exception {
    if (victim == Victim.MONGOD) {
      ProcessHandle.of(runner.mongodPid()).orElseThrow().destroyForcibly();
      return runner;
    }
    runner.kill();
    return RunnerProcess.start(home, port, petitionPort, Map.of()).awaitReady();
  }

  private void awaitProgress(int before) {
    Awaitility.await().atMost(QUIET_MAX).until(() -> acknowledgedCalls.get() > before + 1);
  }

  private void verify() throws Exception {
    int rows = acknowledgedCalls.get() * ROWS_PER_CALL;
    Awaitility.await()
        .atMost(QUIET_MAX)
        .untilAsserted(() -> assertThat(received()).isEqualTo(rows));
    for (int call = 0; call < acknowledgedCalls.get(); call += 7) {
      String found =
          get(
              "/api/v1/petitions?division=370602&externalId="
                  + externalId(call, call % ROWS_PER_CALL));
      assertThat(count(found, "\"trackingCode\"|\"receivedAt\"")).as(found).isPositive();
    }
    assertThat(post(petitionPort, "/api/v1/audits/state")).contains("\"differences\":[]");
    assertThat(post(petitionPort, "/api/v1/audits/topic"))
        .contains("\"faultCount\":0")
        .contains("\"unpublished\":0");
    assertThat(post(port, "/api/v1/audits/views")).contains("\"differing\":0");
  }

  private long received() throws Exception {
    String view = get("/api/v1/views/3706?at=2026-06-01");
    String trend =
        get(
            "/api/v1/views/3706/trend?from=2026-01-01&to=2026-12-31&by=month&figures=petitions.received");
    assertThat(view).contains("petitions.received");
    var matcher = Pattern.compile("\"value\":(\\d+)").matcher(trend);
    long sum = 0;
    while (matcher.find()) {
      sum += Long.parseLong(matcher.group(1));
    }
    return sum;
  }

  private void importUntilTold() {
    for (int call = 0; importing; call++) {
      String rows = rows(call);
      while (!acknowledged(rows)) {
        sleep();
      }
      acknowledgedCalls.incrementAndGet();
    }
  }

  /** All rows are in: new ones, or ones that an unanswered call before had brought in. */
  private boolean acknowledged(String rows) {
    try {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port + "/api/v1/petitions/import"))
              .timeout(Duration.ofSeconds(30))
              .header("Content-Type", "application/x-ndjson")
              .header("Authorization", "Bearer " + token(IMPORTER))
              .POST(HttpRequest.BodyPublishers.ofString(rows))
              .build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        return false;
      }
      var numbers = NUMBER.matcher(answer.body());
      int brought = 0;
      while (numbers.find()) {
        brought += Integer.parseInt(numbers.group(2));
      }
      assertThat(brought).as(answer.body()).isEqualTo(ROWS_PER_CALL);
      return true;
    } catch (IOException killedMeanwhile) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String rows(int call) {
    var rows = new StringBuilder();
    for (int row = 0; row < ROWS_PER_CALL; row++) {
      rows.append(
          """
          {"externalId":"%s","submittedAt":"2026-%02d-%02dT09:00:00+08:00","title":"路灯不亮","description":"门口的路灯坏了。","division":"370602003006","category":"street-lighting","channel":"hotline","kind":"complaint"}
          """
              .formatted(externalId(call, row), 1 + call % 9, 1 + row % 28));
    }
    return rows.toString();
  }

  private static String externalId(int call, int row) {
    return "crash-%d-%d".formatted(call, row);
  }

  private String token(String user) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/demo/token"))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"%s\"}".formatted(user)))
            .build();
    String body = http.send(request, BodyHandlers.ofString()).body();
    return body.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  /** An external id belongs to its client, so the importer itself asks. */
  private String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)), IMPORTER);
  }

  private String post(int toPort, String path) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + toPort + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}")),
        "admin@3706");
  }

  private String send(HttpRequest.Builder request, String user) throws Exception {
    var answer =
        http.send(
            request.header("Authorization", "Bearer " + token(user)).timeout(QUIET_MAX).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
