package cn.linli.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.web.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Requests go to mediation and come back while the platform and its database are killed in turn, at
 * any step. Every call is asked again with its key until it is answered. In the end each request
 * had one dispute, came back once, and both services tell the same under one correlation.
 */
@Tag("slow")
class CrashedReferralTest {

  private static final int KILLS = 10;
  private static final int WORKERS = 4;
  private static final long SEED = 20261122;
  private static final String COMMUNITY = "370602003006";
  private static final String CLERK = "community-clerk@" + COMMUNITY;
  private static final String MEDIATOR = "mediator@" + COMMUNITY + "/crashed";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private final PatientClient client = new PatientClient(this::token);
  private final List<Matter> done = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean going = true;
  private int port;
  private int petitionPort;
  private int mediationPort;

  private record Matter(String petition, String dispute, String correlation) {}

  private RunnerProcess start() throws IOException {
    return RunnerProcess.start(
            home, port, petitionPort, Map.of("LINLI_MEDIATION_PORT", "" + mediationPort))
        .awaitReady();
  }

  @Test
  void referrals_survive_kills_of_either_service_at_any_step() throws Exception {
    port = freePort();
    petitionPort = freePort();
    mediationPort = freePort();
    var random = new Random(SEED);
    var runner = start();
    try {
      var workers = new ArrayList<Thread>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int number = worker;
        workers.add(Thread.ofPlatform().start(() -> work(number)));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        awaitAnotherMatter();
        Thread.sleep(random.nextInt(1_500));
        if (kill % 2 == 0) {
          runner.kill();
          runner = start();
        } else {
          ProcessHandle.of(runner.mongodPid()).orElseThrow().destroyForcibly();
        }
      }
      awaitAnotherMatter();
      going = false;
      for (var worker : workers) {
        worker.join();
      }
      verify();
    } finally {
      going = false;
      runner.close();
    }
  }

  private void awaitAnotherMatter() {
    int before = done.size();
    Awaitility.await().atMost(PATIENCE).until(() -> done.size() > before);
  }

  private void work(int worker) {
    for (int n = 0; going; n++) {
      done.add(refer("matter-%d-%d".formatted(worker, n)));
    }
  }

  private Matter refer(String name) {
    String filed =
        """
        {"kind":"appeal","channel":"window","title":"邻里纠纷 %s","description":"楼上漏水，请帮助调解。",\
        "category":"neighbour-dispute","urgency":"normal","division":"%s"}\
        """
            .formatted(name, COMMUNITY);
    String id = post(CLERK, "/petitions", name, filed).at("/id").asString();
    String petition = "/petitions/" + id;
    post(
        CLERK,
        petition + "/refer-to-mediation",
        name,
        """
        {"parties":[{"name":"王小一","role":"applicant"},{"name":"李小二","role":"respondent"}],"consents":true}
        """);
    awaitReferral(petition, "taken");
    String dispute = "/disputes/" + get(CLERK, petition).at("/referral/counterpart").asString();
    post(MEDIATOR, dispute + "/accept", name, "{}");
    post(
        MEDIATOR,
        dispute + "/leave",
        name,
        """
        {"reason":"不同意继续","party":"p2","recordedOnBehalf":{"evidence":"当面笔录"}}
        """);
    awaitReferral(petition, "returned");
    return new Matter(petition, dispute, name);
  }

  private void awaitReferral(String petition, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> get(CLERK, petition).at("/referral/state").asString().equals(state));
  }

  private void verify() {
    assertThat(done).hasSizeGreaterThan(KILLS);
    var disputes = new HashSet<String>();
    for (Matter matter : done) {
      assertThat(get(CLERK, matter.petition()).at("/status").asString()).isEqualTo("handling");
      assertThat(whats(CLERK, matter.petition()))
          .containsOnlyOnce(
              "petition-referred-to-mediation", "referral-taken", "referral-returned");
      assertThat(get(MEDIATOR, matter.dispute()).at("/origin/petition").asString())
          .isEqualTo(matter.petition().substring("/petitions/".length()));
      assertThat(whats(MEDIATOR, matter.dispute()))
          .containsOnlyOnce(
              "dispute-registered", "dispute-accepted", "party-left", "mediation-failed");
      assertThat(get(MEDIATOR, "/threads/" + matter.correlation()).at("/items").toString())
          .contains("\"service\":\"mediation\"");
      disputes.add(matter.dispute());
    }
    assertThat(disputes).as("one dispute for each request").hasSameSizeAs(done);
    assertThat(stored()).as("and no other").isEqualTo(done.size());
    for (int service : List.of(petitionPort, mediationPort)) {
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(audit(service, "topic"))
                  .contains("\"faultCount\":0", "\"unpublished\":0"));
      assertThat(audit(service, "state")).contains("\"differences\":[]");
    }
    assertThat(audit(port, "views")).contains("\"differing\":0");
  }

  private List<String> whats(String user, String resource) {
    return get(user, resource + "/history?limit=200").at("/items").findValuesAsString("what");
  }

  private int stored() {
    int count = 0;
    String after = "";
    while (true) {
      JsonNode page = get(MEDIATOR, "/disputes?limit=200" + after);
      count += page.at("/items").size();
      if (page.path("next").asString("").isEmpty()) {
        return count;
      }
      after = "&after=" + page.at("/next").asString();
    }
  }

  private String audit(int service, String which) {
    return client.post(service, "admin@3706", "/audits/" + which, "", "{}").toString();
  }

  private JsonNode get(String user, String path) {
    return client.get(port, user, path);
  }

  /** With one key for all tries, so that it happens once. */
  private JsonNode post(String user, String path, String name, String body) {
    return client.post(port, user, path, name, body);
  }

  /** Made anew for each try: a start of the platform makes a new key. */
  private String token(String user) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/demo/token".formatted(port)))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"%s\"}".formatted(user)))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("no token: " + answer.statusCode());
    }
    return Json.MAPPER.readTree(answer.body()).at("/access_token").asString();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
