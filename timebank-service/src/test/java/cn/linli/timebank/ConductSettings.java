package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static cn.linli.timebank.SchemeWorld.MORNING;
import static cn.linli.timebank.SchemeWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.testing.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What settings of a scheme do to orders, to the council, between communities and to wristbands.
 */
final class ConductSettings {

  private final SchemeWorld world;
  private final Bank bank;

  ConductSettings(SchemeWorld world) {
    this.world = world;
    this.bank = world.bank;
  }

  /** By setting, what shows it. */
  Map<String, Runnable> cases() {
    var cases = new LinkedHashMap<String, Runnable>();
    cases.put("deductions", this::deductions);
    cases.put("orderDays", this::orderDays);
    cases.put("goodsForMinutes", this::goodsForMinutes);
    cases.put("goodsQuarterLimit", this::goodsQuarterLimit);
    cases.put("noShowCharged", this::noShow);
    cases.put("minorVisits", this::minorVisits);
    cases.put("clearing", this::clearing);
    cases.put("clearingPairMinutes", this::clearingPair);
    cases.put("councilQuorum", this::quorum);
    cases.put("noticeDays", this::notice);
    cases.put("certificateNoticeDays", this::certificateNotice);
    cases.put("openSessionMinutes", this::openSession);
    cases.put("readingGraceHours", this::readingGrace);
    return cases;
  }

  private Reply deduction(String household) {
    var breach = Map.of("title", "乱扔垃圾", "points", 5, "basis", "居民公约第3条");
    var deed = Map.of("title", "帮助邻里", "points", 10, "basis", "居民公约");
    bank.city
        .post(
            "/config/deeds?division=" + HERE,
            Map.of("deeds", Map.of("helping", deed), "breaches", Map.of("littering", breach)))
        .ok();
    return Bank.once(bank.server.as("community-clerk@" + HERE))
        .post("/bank/deductions", "account", household, "breach", "littering", "evidence", "照片");
  }

  private void deductions() {
    world.scheme("deductions", false);
    String household = world.opened(world.someone(), "household").id();
    deduction(household).refused("deductions-off");
    world.scheme("deductions", true);
    deduction(household).created().has("points", 5);
  }

  private Reply ordered(int days) {
    world.scheme("orderDays", days);
    String name = world.someone();
    String account = bank.account(HERE, name, "minutes", 30);
    String reward = bank.reward(HERE, "service", "minutes", 30);
    return bank.order(world.resident(name), account, reward, 1).created();
  }

  private void orderDays() {
    for (int days : new int[] {3, 14}) {
      Reply order = ordered(days);
      assertThat(
              Duration.between(
                  Instant.parse(order.text("placedAt")), Instant.parse(order.text("until"))))
          .isEqualTo(Duration.ofDays(days));
    }
  }

  private void goodsForMinutes() {
    Object[] rice = {
      "division", HERE, "title", "大米", "kind", "goods", "unit", "minutes", "price", 60, "stock", 3
    };
    world.scheme("goodsForMinutes", false);
    world.clerk().post("/bank/rewards", rice).refused("goods-for-points-only");
    world.scheme("goodsForMinutes", true);
    world.clerk().post("/bank/rewards", rice).created();
  }

  private void goodsQuarterLimit() {
    String name = world.someone();
    String account = bank.account(HERE, name, "points", 100);
    world.scheme("goodsQuarterLimit", 1);
    String one = bank.reward(HERE, "goods", "points", 10, "stock", 9);
    bank.order(world.resident(name), account, one, 2).refused("quarter-limit");
    world.scheme("goodsQuarterLimit", 0);
    String many = bank.reward(HERE, "goods", "points", 10, "stock", 9);
    bank.order(world.resident(name), account, many, 2).created();
  }

  private void noShow() {
    for (boolean charged : new boolean[] {false, true}) {
      world.scheme("noShowCharged", charged);
      String name = world.someone();
      String account = bank.account(HERE, name, "minutes", 30);
      String reward = bank.reward(HERE, "service", "minutes", 30);
      String order = bank.order(world.resident(name), account, reward, 1).created().id();
      world
          .clerk()
          .post("/bank/orders/" + order + "/no-show")
          .ok()
          .has("status", charged ? "no-show-charged" : "no-show-released");
      assertThat(world.minutes(account)).isEqualTo(charged ? 0 : 30);
    }
  }

  private void minorVisits() {
    String name = world.someone();
    String child = world.child(name);
    String path = "/bank/activities/" + world.activity("home-visit") + "/sign-up";
    world.scheme("minorVisits", false);
    world.resident(name).post(path, "account", child).refused("not-for-minors");
    world.scheme("minorVisits", true);
    world.resident(name).post(path, "account", child).ok().has("placesTaken", 1);
  }

  private void clearing() {
    String giver = world.someone();
    var ids = world.related("lineal", giver, world.someone(), THERE);
    world.scheme("clearing", false);
    world.gives(giver, ids.getFirst(), ids.getLast(), 10).refused("foreign-community");
    world.scheme("clearing", true);
    world.gives(giver, ids.getFirst(), ids.getLast(), 10).created();
    assertThat(world.minutes(ids.getLast())).isEqualTo(10);
  }

  private void clearingPair() {
    String there = "370602003005";
    String giver = world.someone();
    var ids = world.related("lineal", giver, world.someone(), there);
    world.scheme("clearingPairMinutes", 10);
    bank.scheme(there, "clearingPairMinutes", 50);
    world.gives(giver, ids.getFirst(), ids.getLast(), 11).refused("pair-limit");
    world.scheme("clearingPairMinutes", 50);
    world.gives(giver, ids.getFirst(), ids.getLast(), 11).created();
  }

  private void quorum() {
    world.scheme("councilQuorum", 4);
    String path = world.deed(3);
    world.member(1).get(path).ok().has("status", "voting");
    world.scheme("councilQuorum", 3);
    world.member(1).get(world.deed(3)).ok().has("status", "notice");
  }

  private void notice() {
    world.scheme("noticeDays", 5);
    String posted = world.deed(3);
    world.scheme("noticeDays", 0);
    String booked = world.deed(3);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> world.resident("reader").get(booked).ok().has("status", "booked", "booked", 10));
    Reply waits = world.resident("reader").get(posted).ok().has("status", "notice", "booked", 0);
    assertThat(Instant.parse(waits.text("noticeUntil")))
        .isAfter(Instant.now().plus(Duration.ofDays(5)));
  }

  private void certificateNotice() {
    String volunteer = world.served(30);
    world.scheme("certificateNoticeDays", 7);
    Reply posted = certificate(volunteer).has("status", "posted");
    assertThat(Instant.parse(posted.text("until"))).isAfter(Instant.now().plus(Duration.ofDays(7)));
    paper(posted.id()).refused("certificate-not-issued");
    world.clerk().get("/bank/certificates/" + volunteer).ok().has("kind", "record");
    world.scheme("certificateNoticeDays", 0);
    Reply issued = certificate(world.served(30)).has("status", "issued", "minutes", 30);
    paper(issued.id()).ok().has("kind", "certificate", "minutes", 30);
    world.clerk().get("/bank/certificates/" + volunteer).ok().has("kind", "certificate");
  }

  private Reply certificate(String volunteer) {
    return world
        .clerk()
        .post(
            "/bank/certificate-requests",
            "account",
            volunteer,
            "recordedOnBehalf",
            Map.of("evidence", "书面申请"))
        .created();
  }

  private Reply paper(String id) {
    return world.clerk().get("/bank/certificate-requests/" + id + "/certificate");
  }

  private void openSession() {
    for (int minutes : new int[] {0, 30}) {
      world.scheme("openSessionMinutes", minutes);
      String code = world.code();
      String account = world.read(code, List.of(world.checkIn(code, MORNING)), 1);
      assertThat(world.minutes(account)).isEqualTo(minutes);
      world
          .clerk()
          .get("/bank/wristbands/" + code)
          .ok()
          .has("sessions[0].flag", "open", "sessions[0].credited", minutes);
    }
  }

  /** Began 20 hours ago, so it has ended by now, 12 hours after; but its readings may be late. */
  private void readingGrace() {
    Instant from = Instant.now().minus(Duration.ofHours(20));
    world.scheme("readingGraceHours", 72);
    String patient = world.code();
    String waits =
        world.read(
            patient,
            List.of(
                world.checkIn(patient, from),
                world.checkOut(patient, from.plus(Duration.ofMinutes(30)))),
            0);
    world.scheme("readingGraceHours", 0);
    String prompt = world.code();
    String booked =
        world.read(
            prompt,
            List.of(
                world.checkIn(prompt, from),
                world.checkOut(prompt, from.plus(Duration.ofMinutes(30)))),
            1);
    assertThat(world.minutes(booked)).isEqualTo(30);
    assertThat(world.minutes(waits)).isZero();
    assertThat(world.sessions(patient)).isZero();
  }
}
