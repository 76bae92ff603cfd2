package cn.linli.timebank.wristbands;

import static cn.linli.testing.ServiceUnderTest.JSON;
import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.testing.Person;
import cn.linli.timebank.Server;
import cn.linli.timebank.wristbands.Kiosk.Read;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** Kiosks, wristbands and what they are worth: over HTTP, on a real database and a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WristbandsOverHttpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HERE = Server.COMMUNITY;
  private static final String ELSEWHERE = "370602003005";

  /** Long enough ago to be settled at once, and not too late to be taken. */
  private static final Instant BASE =
      Instant.now().minus(Duration.ofHours(70)).truncatedTo(ChronoUnit.MINUTES);

  private final String topic = LocalServers.kafka().freshTopic("linli.timebank", 2);
  private Server server;
  private Person clerk;
  private int bands;

  @BeforeAll
  void start() {
    server =
        new Server(
            "wristbands",
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
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Kiosk kiosk(String name, String place) {
    return new Kiosk(server.as("device@" + HERE + "/" + name)).registered(place, "meals");
  }

  /** A volunteer with a passbook and a wristband handed out 71 hours ago; the wristband's code. */
  private String wearer(String name) {
    String code = "BAND-" + ++bands + "-" + name;
    once(clerk)
        .post(
            "/bank/wristbands",
            "code",
            code,
            "account",
            server.opened("resident@" + HERE + "/" + name),
            "since",
            BASE.minusSeconds(3_600).toString())
        .created();
    return code;
  }

  private static Instant at(int minutes) {
    return BASE.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void a_batch_is_answered_reading_by_reading_and_a_forged_one_takes_nothing() {
    var kiosk = kiosk("k1", "kitchen");
    String code = wearer("tao");
    var readings =
        List.of(
            new Read(code, "check-in", at(0), 1),
            new Read(code, "check-in", at(1), 2),
            new Read("NOBODY-HAS-IT", "check-in", at(0), 3),
            new Read(code, "check-out", Instant.now().plusSeconds(3_600), 4),
            new Read(code, "check-out", BASE.minus(Duration.ofHours(9)), 5),
            new Read(code, "check-out", at(60), 6));
    var forged = new ArrayList<>(readings);
    forged.set(5, new Read(code, "check-out", at(600), 6));
    kiosk.send(forged, kiosk.sign(readings)).refused("forged-signature");
    kiosk.send(readings, "bm8tc2lnbmF0dXJl").refused("forged-signature");
    assertThat(
            server.database().getCollection("readings").countDocuments(Filters.eq("d", kiosk.id())))
        .isZero();

    kiosk
        .send(readings)
        .ok()
        .has("taken", 3)
        .has("results[0].result", "accepted")
        .has("results[1].result", "ignored-double-read")
        .has("results[2].result", "refused", "results[2].code", "unknown-wristband")
        .has("results[3].result", "refused", "results[3].code", "future-reading")
        .has("results[4].result", "refused", "results[4].code", "reading-too-late")
        .has("results[5].result", "accepted");
    kiosk.send(readings).ok().has("taken", 0, "results[0].result", "duplicate");
    server
        .as("device@" + ELSEWHERE + "/k9")
        .key("another")
        .post("/bank/devices/" + kiosk.id() + "/rotate", "key", kiosk.key())
        .problem(403, "out-of-scope");
    assertThat(server.journal("k:" + kiosk.id()).toString()).doesNotContain(code);
  }

  @Test
  void an_old_key_is_good_for_what_was_read_before_and_a_revoked_kiosk_for_nothing() {
    var kiosk = kiosk("k2", "library");
    var readings = List.of(new Read(wearer("lan"), "check-in", at(5), 1));
    String before = kiosk.sign(readings);
    kiosk.rotate().ok();
    kiosk.send(readings, before).ok().has("taken", 1);
    var now = List.of(new Read("NOBODY-HAS-IT", "check-in", Instant.now(), 2));
    kiosk.send(now).ok().has("taken", 0);
    once(clerk).post("/bank/devices/" + kiosk.id() + "/revoke").ok().has("revoked", true);
    kiosk.send(readings).refused("device-revoked");
    clerk.post("/bank/devices/" + kiosk.id() + "/revoke").problem(400, "idempotency-key-required");
  }

  @Test
  void one_wristband_one_account() {
    String account = server.opened("resident@" + HERE + "/mei");
    String other = server.opened("resident@" + HERE + "/hua");
    var foreign = server.as("bank-clerk@" + ELSEWHERE);
    once(foreign)
        .post("/bank/wristbands", "code", "MEI-1", "account", account)
        .problem(403, "out-of-scope");
    var bound = once(clerk).post("/bank/wristbands", "code", "MEI-1", "account", account).created();
    bound.has("account", account, "worn", true, "readings", 0);
    assertThat(bound.toString()).doesNotContain("MEI-1");
    once(clerk)
        .post("/bank/wristbands", "code", "MEI-1", "account", other)
        .refused("wristband-bound");
    once(clerk)
        .post("/bank/wristbands", "code", "MEI-2", "account", account)
        .refused("account-has-wristband");
    var mei = server.as("resident@" + HERE + "/mei");
    server.as("resident@" + HERE + "/hua").get("/bank/wristbands/MEI-1").status(404);
    mei.get("/bank/wristbands/MEI-1").ok().has("worn", true);
    once(mei).post("/bank/wristbands/MEI-1/lost").ok().has("lost", true, "worn", false);
    once(clerk)
        .post("/bank/wristbands", "code", "MEI-1", "account", other)
        .refused("wristband-lost");
    once(clerk).post("/bank/wristbands", "code", "MEI-2", "account", account).created();
    once(mei).post("/bank/wristbands/MEI-2/unbind").ok().has("worn", false, "lost", false);
    once(clerk)
        .post("/bank/wristbands", "code", "MEI-2", "account", other)
        .refused("wristband-resting");
  }

  @Test
  void a_line_that_later_readings_corrected_is_not_taken_back_by_hand_too() {
    String code = wearer("late");
    var kiosk = kiosk("k5", "yard");
    kiosk
        .send(List.of(new Read(code, "check-in", at(0), 1), new Read(code, "check-out", at(90), 2)))
        .ok();
    assertThat(settled(code)).isEqualTo(90);
    String lines =
        "/bank/accounts/"
            + clerk.get("/bank/wristbands/" + code).ok().text("account")
            + "/entries?unit=minutes";
    String first = clerk.get(lines).ok().text("items[0].id");
    kiosk.send(List.of(new Read(code, "check-out", at(40), 3))).ok();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(balance("late")).isEqualTo(40));
    clerk
        .get(lines)
        .ok()
        .has("items[1].amount", -90, "items[1].reason", "reversal", "items[1].ref", first)
        .has("items[2].amount", 40, "items[2].reason", "service");
    once(clerk)
        .post("/bank/entries/" + first + "/reverse", "reason", "再撤一次")
        .refused("already-reversed");
  }

  @Test
  void what_ran_over_to_the_pool_comes_back_when_the_session_was_shorter() {
    String place = "370602003007";
    ObjectNode scheme = JSON.valueToTree(ShippedTables.of(SchemeTable.class));
    scheme.put("accountCapMinutes", 60);
    server
        .as("city-officer@3706")
        .post("/config/schemes?division=" + place, scheme.toString())
        .ok();
    String account = server.opened("resident@" + place + "/full");
    var books = server.as("bank-clerk@" + place);
    once(books)
        .post(
            "/bank/wristbands",
            "code",
            "FULL-1",
            "account",
            account,
            "since",
            BASE.minusSeconds(3_600).toString())
        .created();
    var kiosk =
        new Kiosk(server.as("device@" + place + "/k7")).registered("community-hall", "meals");
    kiosk
        .send(
            List.of(
                new Read("FULL-1", "check-in", at(0), 1),
                new Read("FULL-1", "check-out", at(90), 2)))
        .ok();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(posted(books, account)).isEqualTo(60);
          assertThat(posted(books, "pool-" + place)).as("opened by its first line").isEqualTo(30);
        });
    kiosk.send(List.of(new Read("FULL-1", "check-out", at(40), 3))).ok();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(posted(books, account)).isEqualTo(40);
          assertThat(posted(books, "pool-" + place)).isZero();
        });
  }

  private static long posted(Person who, String account) {
    return who.get("/bank/accounts/" + account).ok().at("minutes.posted").asLong();
  }

  /** The proof over HTTP; {@code LateReadingsTest} is the same for thousands of runs. */
  @Test
  void shuffled_repeated_and_split_over_two_kiosks_it_is_the_clean_runs_passbook() {
    var random = new Random(20_261_123);
    var checks = new ArrayList<Read>();
    String clean = wearer("clean");
    int minute = 0;
    for (int i = 0; i < 24; i++) {
      minute += 5 * (1 + random.nextInt(12));
      checks.add(
          new Read(
              clean,
              random.nextInt(5) < 3 == (i % 2 == 0) ? "check-in" : "check-out",
              at(minute),
              i));
    }
    kiosk("clean", "garden").send(checks).ok().has("taken", checks.size());

    String messy = wearer("messy");
    var first = kiosk("messy-1", "garden");
    var second = kiosk("messy-2", "garden");
    var sent = new ArrayList<Runnable>();
    for (int from = 0; from < checks.size(); from += 4) {
      for (int again = 0; again < 3; again++) {
        var some = new ArrayList<>(checks.subList(from, Math.min(from + 4, checks.size())));
        Collections.shuffle(some, random);
        boolean atFirst = random.nextBoolean();
        sent.add(() ->
            (atFirst ? first : second)
                .send(
                    some.stream().map(it -> new Read(messy, it.kind(), it.at(), it.seq())).toList())
                .ok());
      }
    }
    Collections.shuffle(sent, random);
    sent.forEach(Runnable::run);

    var asExpected = settled(clean);
    assertThat(asExpected).isPositive();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(sessions(messy)).isEqualTo(sessions(clean));
          assertThat(balance("messy")).isEqualTo(balance("clean"));
        });
    assertThat(balance("clean")).isEqualTo(asExpected);
  }

  /** Minutes credited, once everything is settled. */
  private long settled(String code) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(sessions(code)).as("sessions").isNotEmpty());
    long credited = 0;
    for (var session : clerk.get("/bank/wristbands/" + code).ok().at("sessions")) {
      credited += session.get("credited").asLong();
    }
    return credited;
  }

  private String sessions(String code) {
    var lines = new ArrayList<String>();
    clerk
        .get("/bank/wristbands/" + code)
        .ok()
        .at("sessions")
        .forEach(session -> lines.add(session.toString()));
    return String.join("\n", lines);
  }

  private long balance(String name) {
    return server
        .as("resident@" + HERE + "/" + name)
        .get("/bank/accounts")
        .ok()
        .at("items[0].minutes.posted")
        .asLong();
  }
}
