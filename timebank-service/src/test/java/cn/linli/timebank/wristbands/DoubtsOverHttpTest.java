package cn.linli.timebank.wristbands;

import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import cn.linli.timebank.Server;
import cn.linli.timebank.proof.ProofTesting;
import cn.linli.timebank.wristbands.Kiosk.Read;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Sessions that only a person can judge: a clerk does, and nothing that is read later undoes it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubtsOverHttpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HERE = Server.COMMUNITY;

  private static final Instant BASE =
      Instant.now().minus(Duration.ofHours(50)).truncatedTo(ChronoUnit.MINUTES);

  private Server server;
  private Person clerk;
  private Kiosk kitchen;
  private Kiosk library;
  private int readings;

  @BeforeAll
  void start() {
    String topic = LocalServers.kafka().freshTopic("linli.timebank", 2);
    server =
        new Server(
            "doubts",
            Clock.systemUTC(),
            "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "spring.cloud.stream.kafka.binder.brokers=" + LocalServers.brokers(),
            "linli.relay.topic=" + topic,
            "linli.relay.partitions=2",
            "linli.timebank.own-topic=" + topic,
            "linli.timebank.petition-topic=" + LocalServers.kafka().freshTopic("linli.petition", 2),
            "linli.timebank.mediation-topic="
                + LocalServers.kafka().freshTopic("linli.mediation", 2));
    await().atMost(PATIENCE).until(server::accepts);
    clerk = server.as("bank-clerk@" + HERE);
    kitchen = new Kiosk(server.as("device@" + HERE + "/k1")).registered("kitchen", "meals");
    library = new Kiosk(server.as("device@" + HERE + "/k2")).registered("library", "reading");
  }

  @AfterAll
  void stop() {
    try {
      ProofTesting.auditNow(server);
      Reply audit = server.as("auditor@3706").get("/bank/audit").ok();
      audit.has("minutes.sum", 0, "points.sum", 0, "brokenChains", 0);
      assertThat(audit.at("faults")).isEmpty();
    } finally {
      server.close();
    }
  }

  private static Instant at(int minutes) {
    return BASE.plus(Duration.ofMinutes(minutes));
  }

  private void read(Kiosk kiosk, String code, Object... kindsAndMinutes) {
    var reads = new ArrayList<Read>();
    for (int i = 0; i < kindsAndMinutes.length; i += 2) {
      reads.add(
          new Read(
              code, (String) kindsAndMinutes[i], at((Integer) kindsAndMinutes[i + 1]), ++readings));
    }
    kiosk.send(reads).ok().has("taken", reads.size());
  }

  private void bound(String code, String account) {
    once(clerk)
        .post(
            "/bank/wristbands",
            "code",
            code,
            "account",
            account,
            "since",
            BASE.minusSeconds(3_600).toString())
        .created();
  }

  /** Doubtful sessions of an account, once there are so many. */
  private List<String> doubts(String account, int many) {
    var found = new ArrayList<String>();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          found.clear();
          clerk
              .get("/bank/wristbands/sessions?division=" + HERE)
              .ok()
              .at("items")
              .forEach(it -> {
                if (it.get("account").asString().equals(account)) {
                  found.add(it.get("id").asString());
                }
              });
          assertThat(found).hasSize(many);
        });
    return found;
  }

  /** What somebody's desk says of a session; empty: nothing. */
  private String onDesk(String user, String id) {
    for (var it : server.as(user).get("/desk").ok().at("items")) {
      if (it.get("id").asString().equals(id)) {
        assertThat(it.get("what").asString()).isEqualTo("settle-session");
        assertThat(it.get("status").asString()).isEqualTo("open");
        return it.toString();
      }
    }
    return "";
  }

  private int minutes(String account) {
    return clerk.get("/bank/accounts/" + account).ok().at("minutes.posted").asInt();
  }

  private static Map<String, Object> from(int from, int until) {
    return Map.of("from", at(from).toString(), "until", at(until).toString(), "reason", "问过厨房");
  }

  @Test
  void a_session_nobody_ended_is_what_the_clerk_found_out_whatever_is_read_later() {
    String account = server.opened("resident@" + HERE + "/open");
    bound("OPEN-1", account);
    read(kitchen, "OPEN-1", "check-in", 0);
    String id = doubts(account, 1).getFirst();
    String path = "/bank/wristbands/OPEN-1/sessions/" + id;
    Reply listed = clerk.get(path).ok();
    listed.has("flag", "open", "status", "open", "minutes", 0, "service", "meals");
    assertThat(listed.toString()).doesNotContain("kitchen", "OPEN-1\"");

    assertThat(onDesk("bank-clerk@" + HERE, id)).contains(listed.text("wristband"), "meals");
    assertThat(onDesk("bank-clerk@" + HERE, id)).doesNotContain(account, "kitchen", "OPEN-1");
    assertThat(onDesk("bank-clerk@370602003005", id)).isEmpty();
    assertThat(onDesk("community-clerk@" + HERE, id)).isEmpty();
    assertThat(onDesk("resident@" + HERE + "/open", id)).isEmpty();
    once(server.as("bank-clerk@370602003005"))
        .post(path + "/resolve", from(0, 60))
        .problem(403, "out-of-scope");
    once(server.as("resident@" + HERE + "/open"))
        .post(path + "/resolve", from(0, 60))
        .problem(403, "wrong-role");
    once(clerk).post(path + "/resolve", "reason", "不详").refused("resolution-unclear");
    once(clerk).post(path + "/resolve", from(60, 0)).refused("resolution-times");
    once(clerk)
        .post("/bank/wristbands/OTHER-1/sessions/" + id + "/resolve", from(0, 60))
        .problem(404, "not-found");

    Person same = clerk.key("resolve-open-1");
    for (int i = 0; i < 5; i++) {
      same.post(path + "/resolve", from(0, 60))
          .ok()
          .has("status", "counted", "minutes", 60, "credited", 60, "reason", "问过厨房");
    }
    assertThat(minutes(account)).isEqualTo(60);
    once(clerk).post(path + "/resolve", from(0, 90)).refused("session-resolved");
    doubts(account, 0);
    assertThat(onDesk("bank-clerk@" + HERE, id)).isEmpty();

    read(kitchen, "OPEN-1", "check-out", 200, "check-in", 300, "check-out", 330);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(minutes(account)).as("60 and 30").isEqualTo(90));
    clerk.get(path).ok().has("status", "counted", "minutes", 60);
    assertThat(server.journal("g:" + id).toString()).doesNotContain("问过厨房", "kitchen");
  }

  @Test
  void two_places_at_once_are_settled_one_by_one_and_a_corrected_line_is_taken_back_once() {
    String account = server.opened("resident@" + HERE + "/twice");
    bound("TWICE-1", account);
    read(kitchen, "TWICE-1", "check-in", 0, "check-out", 120);
    read(library, "TWICE-1", "check-in", 60, "check-out", 180);
    List<String> both = doubts(account, 2);
    assertThat(
            clerk
                .get("/bank/wristbands/sessions?flag=two-places")
                .ok()
                .at("items")
                .findValuesAsString("id"))
        .containsAll(both);
    String path = "/bank/wristbands/TWICE-1/sessions/";
    once(clerk)
        .post(path + both.getFirst() + "/resolve", Map.of("void", true, "reason", "借给邻居了"))
        .ok()
        .has("status", "void", "minutes", 0);
    assertThat(minutes(account)).isZero();
    once(clerk)
        .post(path + both.getLast() + "/resolve", from(60, 180))
        .ok()
        .has("status", "counted", "credited", 120);
    assertThat(minutes(account)).isEqualTo(120);
    doubts(account, 0);
  }

  @Test
  void nobody_settles_their_own_and_no_two_services_overlap() {
    String account =
        once(clerk)
            .post(
                "/bank/accounts",
                "holder",
                Map.of("name", "李会计", "account", "bank-clerk@" + HERE + "/own"),
                "kind",
                "person",
                "division",
                HERE)
            .created()
            .id();
    bound("OWN-1", account);
    read(kitchen, "OWN-1", "check-in", 0, "check-out", 60, "check-in", 120);
    String id = doubts(account, 1).getFirst();
    String path = "/bank/wristbands/OWN-1/sessions/" + id + "/resolve";
    once(server.as("bank-clerk@" + HERE + "/own"))
        .post(path, from(120, 180))
        .refused("self-confirmation");
    once(clerk).post(path, from(30, 90)).refused("overlapping-service");
    assertThat(minutes(account)).isEqualTo(60);
    once(clerk).post(path, from(120, 180)).ok();
    assertThat(minutes(account)).isEqualTo(120);
  }
}
