package cn.linli.timebank.deeds;

import static cn.linli.testing.ServiceUnderTest.json;
import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.testing.Person;
import cn.linli.testing.ServiceUnderTest;
import cn.linli.timebank.Server;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The moral bank: over HTTP, on a real database and a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeedsOverHttpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HERE = Server.COMMUNITY;

  /** Books at once, takes points for littering. */
  private static final String QUICK = "370602003005";

  /** The same after five days. */
  private static final String SLOW = "370602003004";

  private final String topic = LocalServers.kafka().freshTopic("linli.timebank", 2);
  private Server server;

  @BeforeAll
  void start() {
    server =
        new Server(
            "deeds",
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
    var admin = server.as("admin@37");
    var scheme = scheme();
    scheme.put("noticeDays", 0);
    scheme.put("deductions", true);
    admin.post("/config/schemes?division=" + QUICK, scheme).ok();
    scheme.put("noticeDays", 5);
    admin.post("/config/schemes?division=" + SLOW, scheme).ok();
    var breach = json("title", "乱扔垃圾", "points", 70, "basis", "居民公约第3条");
    var deeds = json("helping", json("title", "帮助邻里", "points", 10, "basis", "居民公约"));
    for (String place : List.of(QUICK, SLOW)) {
      admin
          .post(
              "/config/deeds?division=" + place,
              json("deeds", deeds, "breaches", json("littering", breach)))
          .ok();
    }
    admin
        .post(
            "/config/deeds?division=" + HERE,
            json("deeds", deeds, "breaches", json("complaint", breach)))
        .status(422);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> scheme() {
    return new LinkedHashMap<>(
        ServiceUnderTest.JSON.convertValue(ShippedTables.of(SchemeTable.class), Map.class));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Person member(String division, String name) {
    return server.as("council-member@" + division + "/" + name);
  }

  private String household(String division, String name) {
    return once(server.as("resident@" + division + "/" + name))
        .post(
            "/bank/accounts",
            "holder",
            json("name", "马小兰"),
            "kind",
            "household",
            "division",
            division)
        .created()
        .id();
  }

  private void votes(String path, boolean approve, String division, String... names) {
    for (String name : names) {
      once(member(division, name)).post(path + "/vote", "approve", approve).ok();
    }
  }

  @Test
  void a_deed_is_voted_on_posted_and_booked() {
    String account = household(QUICK, "ma");
    var ma = server.as("resident@" + QUICK + "/ma");
    var told =
        once(server.as("resident@" + QUICK + "/an"))
            .post("/bank/deeds", "account", account, "deed", "helping", "evidence", "每天给独居的安奶奶送饭")
            .created()
            .has("status", "voting", "source", "helped", "points", 10, "name", "马**");
    String path = "/bank/deeds/" + told.id();
    once(member(QUICK, "m1")).post(path + "/vote", "approve", true).ok();
    once(member(QUICK, "m1")).post(path + "/vote", "approve", true).refused("member-voted");
    once(server.as("resident@" + QUICK + "/x"))
        .post(path + "/vote", "approve", true)
        .problem(403, "wrong-role");
    once(member(HERE, "m9")).post(path + "/vote", "approve", true).refused("foreign-community");
    votes(path, true, QUICK, "m2", "m3");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> ma.get(path).ok().has("status", "booked", "booked", 10));
    ma.get("/bank/accounts/" + account).ok().has("points.posted", 70, "minutes.posted", 0);
    ma.get("/bank/accounts/" + account + "/entries?unit=points")
        .ok()
        .has("items[1].amount", 10, "items[1].reason", "deed", "items[1].ref", told.id());
    assertThat(server.journal("d:" + told.id()).toString()).doesNotContain("安奶奶", "马小兰");
  }

  @Test
  void a_deed_under_way_is_booked_on_the_passbook_that_stayed() {
    String one = household(QUICK, "bao");
    String own = household(QUICK, "bao-again");
    String deed =
        once(server.as("resident@" + QUICK + "/an"))
            .post("/bank/deeds", "account", one, "deed", "helping", "evidence", "陪同就医")
            .created()
            .id();
    votes("/bank/deeds/" + deed, true, QUICK, "m1", "m2");
    String path = "/bank/accounts/" + one + "/join";
    String clerk = "bank-clerk@" + QUICK;
    once(server.as(clerk + "/one")).post(path, "into", own, "evidence", "同一户").ok();
    once(server.as(clerk + "/two")).post(path + "/confirm").ok().has("status", "closed");
    votes("/bank/deeds/" + deed, true, QUICK, "m3");
    Person bao = server.as("resident@" + QUICK + "/bao-again");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> bao.get("/bank/accounts/" + own).ok().has("points.posted", 60 + 60 + 10));
    bao.get("/bank/accounts/" + own + "/entries?unit=points")
        .ok()
        .has("items[2].reason", "deed", "items[2].ref", deed);
  }

  @Test
  void nobody_votes_on_their_own_and_the_board_shows_no_full_names() {
    String account = household(HERE, "bai");
    var bai = server.as("resident@" + HERE + "/bai");
    String id =
        once(bai)
            .post("/bank/deeds", "account", account, "deed", "lost-property", "evidence", "拾得钱包")
            .created()
            .has("source", "self")
            .id();
    String path = "/bank/deeds/" + id;
    String reportedByMember =
        once(member(HERE, "m1"))
            .post("/bank/deeds", "account", account, "deed", "rescue", "evidence", "救起落水儿童")
            .created()
            .has("source", "community", "points", 20)
            .id();
    once(member(HERE, "m1"))
        .post("/bank/deeds/" + reportedByMember + "/vote", "approve", true)
        .refused("self-vote");
    once(member(HERE, "m4")).post(path + "/recuse", "ground", "opponent").ok();
    once(member(HERE, "m4")).post(path + "/vote", "approve", false).refused("member-recused");
    votes(path, true, HERE, "m1", "m2", "m3");
    var neighbour = server.as("resident@" + HERE + "/neighbour");
    var board = neighbour.get("/bank/deed-notices").ok();
    assertThat(board.toString()).contains("马**").doesNotContain("马小兰", "拾得钱包");
    assertThat(neighbour.get(path).ok().at("evidence").isNull()).isTrue();
    once(neighbour).post(path + "/object", "reason", "钱包是他自己的").ok().has("status", "objected");
    once(neighbour).post(path + "/object", "reason", "再说一遍").refused("no-notice-running");
    votes(path, true, HERE, "m1", "m2", "m3");
    bai.get(path).ok().has("status", "rejected", "reasons[0]", "钱包是他自己的");
    once(bai)
        .post("/bank/deeds", "account", account, "deed", "singing", "evidence", "唱歌")
        .refused("unknown-deed");
    neighbour
        .get("/bank/deed-catalogue")
        .ok()
        .has("deductions", false, "quorum", 3, "noticeDays", 5, "deeds[0].code", "lost-property");
  }

  @Test
  void a_deduction_is_heard_and_never_takes_more_than_is_there() {
    String account = household(QUICK, "he");
    var he = server.as("resident@" + QUICK + "/he");
    var clerk = server.as("community-clerk@" + QUICK);
    for (String right : List.of("complaint", "petition", "belief", "health", "debt")) {
      once(clerk)
          .post("/bank/deductions", "account", account, "breach", right, "evidence", "…")
          .refused("not-deductible");
    }
    once(clerk)
        .post("/bank/deductions", "account", account, "breach", "singing", "evidence", "…")
        .refused("unknown-breach");
    String id =
        once(clerk)
            .post("/bank/deductions", "account", account, "breach", "littering", "evidence", "照片")
            .created()
            .has("side", "deduction", "points", 70)
            .id();
    String path = "/bank/deductions/" + id;
    once(member(QUICK, "m1")).post(path + "/vote", "approve", true).refused("hearing-missing");
    once(member(QUICK, "m1"))
        .post(path + "/hearing", "attended", true, "record", "当事人承认")
        .ok()
        .has("attended", true);
    votes(path, true, QUICK, "m1", "m2", "m3");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> he.get(path).ok().has("status", "booked", "booked", -60));
    he.get("/bank/accounts/" + account).ok().has("points.posted", 0);
    server.as("resident@" + QUICK + "/neighbour").get(path).status(404);

    String off = household(HERE, "he2");
    once(server.as("community-clerk@" + HERE))
        .post("/bank/deductions", "account", off, "breach", "littering", "evidence", "照片")
        .refused("deductions-off");
  }

  @Test
  void whoever_is_to_lose_points_appeals_and_the_council_looks_again() {
    String account = household(SLOW, "tie");
    var tie = server.as("resident@" + SLOW + "/tie");
    String path =
        "/bank/deductions/"
            + once(server.as("community-clerk@" + SLOW))
                .post(
                    "/bank/deductions", "account", account, "breach", "littering", "evidence", "照片")
                .created()
                .id();
    once(tie).post(path + "/appeal", "reason", "不是我").refused("no-notice-running");
    once(member(SLOW, "m1")).post(path + "/hearing", "attended", false, "record", "未到").ok();
    votes(path, true, SLOW, "m1", "m2", "m3");
    assertThat(tie.get("/bank/deed-notices").ok().at("items")).isEmpty();
    once(server.as("resident@" + SLOW + "/other"))
        .post(path + "/appeal", "reason", "替他说")
        .refused("not-the-passbook-holder");
    once(tie).post(path + "/appeal", "reason", "那天不在家").ok().has("status", "appealed");
    votes(path, true, SLOW, "m1", "m2", "m3");
    tie.get(path).ok().has("status", "rejected", "booked", 0);
    tie.get("/bank/accounts/" + account).ok().has("points.posted", 60);
  }
}
