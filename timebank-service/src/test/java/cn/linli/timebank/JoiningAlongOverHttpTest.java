package cn.linli.timebank;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import cn.linli.timebank.wristbands.Kiosk;
import cn.linli.timebank.wristbands.Kiosk.Read;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is bound to a passbook goes over with it: a real database, a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoiningAlongOverHttpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Settled at once, and the earliest reading of it nearly as late as one may be. */
  private static final Instant BASE =
      Instant.now().minus(Duration.ofHours(71)).truncatedTo(ChronoUnit.MINUTES);

  private final String topic = LocalServers.kafka().freshTopic("linli.timebank", 2);
  private Server server;
  private Person clerk;

  @BeforeAll
  void start() {
    server =
        new Server(
            "bank-joining-along",
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
    clerk = server.as("bank-clerk@" + COMMUNITY + "/one");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String resident(String name) {
    return "resident@" + COMMUNITY + "/" + name;
  }

  private Reply posts(String path, Object... body) {
    return once(clerk).post("/bank" + path, body);
  }

  private String byPhone(String phone) {
    return posts(
            "/accounts",
            "holder",
            Map.of("name", "赵大娘", "phone", phone),
            "kind",
            "person",
            "division",
            COMMUNITY)
        .created()
        .id();
  }

  private Reply join(String one, String into) {
    String path = "/accounts/" + one + "/join";
    posts(path, "into", into, "evidence", "身份证一致").ok();
    return once(server.as("bank-clerk@" + COMMUNITY + "/two")).post("/bank" + path + "/confirm");
  }

  private long posted(String account) {
    return clerk.get("/bank/accounts/" + account).ok().at("minutes.posted").asLong();
  }

  private void becomes(String account, long minutes) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(posted(account)).isEqualTo(minutes));
  }

  private void banded(String code, String account) {
    posts("/wristbands", "code", code, "account", account, "since", BASE.toString()).created();
  }

  private static Instant at(int minutes) {
    return BASE.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void a_wristband_earns_for_the_passbook_that_stays_however_late_it_is_read() {
    String old = byPhone("13800000031");
    String own = server.opened(resident("zhou"));
    banded("ZHOU-1", old);
    var kiosk = new Kiosk(server.as("device@" + COMMUNITY + "/k1")).registered("kitchen", "meals");
    kiosk
        .send(
            List.of(
                new Read("ZHOU-1", "check-in", at(120), 1),
                new Read("ZHOU-1", "check-out", at(210), 2)))
        .ok();
    becomes(old, 90);
    join(old, own).ok().has("status", "closed");
    clerk.get("/bank/wristbands/ZHOU-1").ok().has("account", own, "worn", true);
    posts("/wristbands", "code", "ZHOU-2", "account", own).refused("account-has-wristband");

    kiosk
        .send(
            List.of(
                new Read("ZHOU-1", "check-in", at(10), 3),
                new Read("ZHOU-1", "check-out", at(40), 4)))
        .ok()
        .has("taken", 2);
    becomes(own, 120);
    kiosk.send(List.of(new Read("ZHOU-1", "check-out", at(160), 5))).ok();
    becomes(own, 70);
    assertThat(posted(old)).isZero();
    Reply lines = clerk.get("/bank/accounts/" + own + "/entries?unit=minutes").ok();
    assertThat(lines.at("items").findValuesAsString("reason"))
        .contains("joined", "service", "reversal");
    assertThat(lines.at("items").findValuesAsString("ref")).contains(old + "-m-1");
    Person zhou = server.as(resident("zhou"));
    once(zhou).post("/bank/wristbands/ZHOU-1/unbind").ok().has("worn", false);
    posts("/wristbands", "code", "ZHOU-2", "account", own).created();
  }

  @Test
  void what_comes_of_a_wristband_handed_back_before_is_booked_where_the_rest_is() {
    String old = byPhone("13800000032");
    String own = server.opened(resident("wu"));
    banded("WU-1", old);
    posts("/wristbands/WU-1/unbind").ok();
    banded("WU-2", own);
    join(old, own).ok();
    var kiosk =
        new Kiosk(server.as("device@" + COMMUNITY + "/k2")).registered("library", "lecture");
    kiosk
        .send(
            List.of(
                new Read("WU-1", "check-in", at(60), 1),
                new Read("WU-1", "check-out", at(100), 2),
                new Read("WU-2", "check-in", at(200), 3),
                new Read("WU-2", "check-out", at(220), 4)))
        .ok()
        .has("taken", 4);
    becomes(own, 60);
    assertThat(posted(old)).isZero();
  }

  @Test
  void a_session_in_doubt_is_settled_on_the_passbook_that_stays() {
    String old = byPhone("13800000033");
    String own = server.opened(resident("zheng"));
    banded("ZHENG-1", old);
    new Kiosk(server.as("device@" + COMMUNITY + "/k3"))
        .registered("yard", "meals")
        .send(List.of(new Read("ZHENG-1", "check-in", at(60), 1)))
        .ok();
    var found = new String[1];
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var doubts = clerk.get("/bank/wristbands/sessions").ok().at("items");
          found[0] =
              doubts
                  .valueStream()
                  .filter(it -> it.path("account").asString().equals(old))
                  .map(it -> it.path("id").asString())
                  .findFirst()
                  .orElse("");
          assertThat(found[0]).isNotEmpty();
        });
    join(old, own).ok();
    posts(
            "/wristbands/ZHENG-1/sessions/" + found[0] + "/resolve",
            "from",
            at(60).toString(),
            "until",
            at(105).toString(),
            "reason",
            "值班表可证")
        .ok()
        .has("minutes", 45);
    assertThat(posted(own)).isEqualTo(45);
  }

  @Test
  void relations_wards_readiness_skills_and_teams_go_over() {
    String old = byPhone("13800000034");
    String own = server.opened(resident("feng"));
    String daughter = server.opened(resident("daughter"));
    posts(
            "/accounts/" + old + "/relations",
            "account",
            daughter,
            "kind",
            "lineal",
            "evidence",
            "户口本")
        .ok();
    posts("/accounts/" + old + "/readiness", "insured", true, "trained", true).ok();
    int birth = Instant.now().atOffset(ZoneOffset.ofHours(8)).getYear() - 12;
    String child =
        posts(
                "/accounts",
                "holder",
                Map.of("name", "冯小二", "birthYear", birth),
                "kind",
                "person",
                "division",
                COMMUNITY,
                "guardian",
                old,
                "consent",
                "到场同意")
            .created()
            .id();
    posts("/skills/show", "account", old, "skill", "law", "evidence", "律师证").ok();
    posts("/skills", "account", old, "skill", "driving").ok();
    Reply formed =
        posts("/teams", "division", COMMUNITY, "name", "壹家厨坊", "kind", "kitchen", "lead", old)
            .created();
    server.as(resident("feng")).get("/bank/accounts/" + child).problem(404, "not-found");

    join(old, own).ok();
    clerk
        .get("/bank/accounts/" + own)
        .ok()
        .has("relations[0].account", daughter, "relations[0].kind", "lineal")
        .has("insured", true, "trained", true);
    Reply hers = clerk.get("/bank/accounts/" + daughter).ok();
    assertThat(hers.at("relations").findValuesAsString("account")).containsExactly(own);
    server.as(resident("feng")).get("/bank/accounts/" + child).ok().has("guardian", own);
    clerk
        .get("/bank/skills/" + own)
        .ok()
        .has("shown[0]", "law", "declared[0]", "driving", "declared[1]", "law");
    assertThat(clerk.get("/bank/skills?skill=law").ok().at("items").findValuesAsString("account"))
        .contains(own)
        .doesNotContain(old);
    Person feng = server.as(resident("feng"));
    feng.get("/bank/teams?account=" + own).ok().has("items[0].id", formed.id());
    String away = "/bank/teams/" + formed.id() + "/leave";
    once(feng).post(away, "account", own).ok().has("members", 0);
    String line = "/bank/transfers";
    server.granted(own, 40);
    once(feng)
        .post(line, "from", own, "to", daughter, "unit", "minutes", "amount", 10, "reason", "给女儿")
        .created();
  }
}
