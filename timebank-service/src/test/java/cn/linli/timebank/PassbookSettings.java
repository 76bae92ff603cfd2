package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.SchemeWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.testing.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What settings of a scheme do to what stands in passbooks and to what is given away. */
final class PassbookSettings {

  private static final String POOL = "pool-" + HERE;

  private final SchemeWorld world;
  private final Bank bank;

  PassbookSettings(SchemeWorld world) {
    this.world = world;
    this.bank = world.bank;
  }

  /** By setting, what shows it. */
  Map<String, Runnable> cases() {
    var cases = new LinkedHashMap<String, Runnable>();
    cases.put("householdStartPoints", this::householdStartPoints);
    cases.put("rounding", this::rounding);
    cases.put("remainderKept", this::remainderKept);
    cases.put("sessionCapMinutes", this::sessionCap);
    cases.put("dayCapMinutes", this::dayCap);
    cases.put("accountCapMinutes", this::accountCap);
    cases.put("transferLineal", () -> transfer("transferLineal", "lineal"));
    cases.put("transferFriends", () -> transfer("transferFriends", "friend"));
    cases.put("donation", this::donation);
    cases.put("transferDayLimit", this::transferDayLimit);
    cases.put("expiryMonths", this::expiry);
    cases.put("successionMonths", this::succession);
    cases.put("welcomeMinutes", this::welcome);
    cases.put("grantMinutesMax", this::grants);
    cases.put("poolFloorMinutes", this::poolFloor);
    cases.put("pairMonthMinutes", this::pairMonth);
    return cases;
  }

  private void householdStartPoints() {
    world.scheme("householdStartPoints", 0);
    world.opened(world.someone(), "household").has("points.posted", 0);
    world.scheme("householdStartPoints", 80);
    world.opened(world.someone(), "household").has("points.posted", 80);
  }

  private void worth(int posted, int... minutes) {
    assertThat(world.minutes(world.served(minutes))).isEqualTo(posted);
  }

  private void rounding() {
    world.scheme("rounding", "none");
    worth(50, 50);
    world.scheme("rounding", "floor15");
    worth(45, 50);
  }

  private void remainderKept() {
    world.scheme("rounding", "floor60", "remainderKept", true);
    worth(60, 40, 40);
    world.scheme("rounding", "floor60", "remainderKept", false);
    worth(0, 40, 40);
  }

  private void sessionCap() {
    world.scheme("sessionCapMinutes", 30);
    worth(30, 50);
    world.scheme("sessionCapMinutes", 240);
    worth(50, 50);
  }

  private void dayCap() {
    world.scheme("sessionCapMinutes", 40, "dayCapMinutes", 40);
    worth(40, 30, 30);
    world.scheme("sessionCapMinutes", 40, "dayCapMinutes", 480);
    worth(60, 30, 30);
  }

  private void accountCap() {
    world.scheme("accountCapMinutes", 35);
    int pool = world.minutes(POOL);
    worth(35, 50);
    assertThat(world.minutes(POOL)).as("the rest").isEqualTo(pool + 15);
    world.scheme("accountCapMinutes", 90_000);
    worth(50, 50);
    assertThat(world.minutes(POOL)).isEqualTo(pool + 15);
  }

  private void transfer(String setting, String relation) {
    world.scheme(setting, false);
    String giver = world.someone();
    var ids = world.related(relation, giver, world.someone(), HERE);
    world.gives(giver, ids.getFirst(), ids.getLast(), 10).refused("transfer-off");
    world.scheme(setting, true);
    world.gives(giver, ids.getFirst(), ids.getLast(), 10).created();
    assertThat(world.minutes(ids.getLast())).isEqualTo(10);
  }

  private void donation() {
    String giver = world.someone();
    String account = bank.account(HERE, giver, "minutes", 20);
    world.scheme("donation", false);
    world.gives(giver, account, POOL, 10).refused("donation-off");
    world.scheme("donation", true);
    world.gives(giver, account, POOL, 10).created();
    assertThat(world.minutes(account)).isEqualTo(10);
  }

  private void transferDayLimit() {
    String giver = world.someone();
    var ids = world.related("lineal", giver, world.someone(), HERE);
    world.scheme("transferDayLimit", 10);
    world.gives(giver, ids.getFirst(), ids.getLast(), 11).refused("transfer-day-limit");
    world.scheme("transferDayLimit", 11);
    world.gives(giver, ids.getFirst(), ids.getLast(), 11).created();
  }

  private Reply lines(String account) {
    return world.clerk().get("/bank/accounts/" + account + "/entries?unit=minutes").ok();
  }

  private void expiry() {
    world.scheme("expiryMonths", 0);
    String kept = bank.account(HERE, world.someone(), "minutes", 30);
    Instant far = Instant.now().plus(Duration.ofDays(4_000));
    assertThat(world.later(kept, far)).as("nothing ever expires").isFalse();
    world.scheme("expiryMonths", 6);
    String lost = bank.account(HERE, world.someone(), "minutes", 30);
    LocalDate expires = LocalDate.parse(lines(lost).text("items[0].expires"));
    Instant day = expires.atStartOfDay().toInstant(java.time.ZoneOffset.ofHours(8));
    assertThat(world.later(lost, day.minus(Duration.ofDays(61)))).isFalse();
    assertThat(world.later(lost, day.minus(Duration.ofDays(60)))).as("told").isTrue();
    assertThat(world.minutes(lost)).isEqualTo(30);
    assertThat(world.later(lost, day)).as("its last day").isFalse();
    world.expired(lost, expires);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(world.minutes(lost)).isZero());
    lines(lost).has("items[1].amount", -30, "items[1].reason", "expiry");
    assertThat(world.minutes(kept)).isEqualTo(30);
  }

  private String left() {
    String account = bank.account(HERE, world.someone(), "minutes", 30);
    world
        .clerk()
        .post("/bank/accounts/" + account + "/freeze", "cause", "death", "reason", "讣告")
        .ok();
    return account;
  }

  private void succession() {
    Instant soon = Instant.now().plus(Duration.ofDays(2));
    world.scheme("successionMonths", 12);
    String waits = left();
    assertThat(world.later(waits, soon)).as("relatives have a year").isFalse();
    world.scheme("successionMonths", 0);
    String gone = left();
    int pool = world.minutes(POOL);
    assertThat(world.later(gone, soon)).isTrue();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> world.clerk().get("/bank/accounts/" + gone).ok().has("status", "closed"));
    assertThat(world.minutes(POOL)).isEqualTo(pool + 30);
    assertThat(world.minutes(waits)).isEqualTo(30);
  }

  private void welcome() {
    world.scheme("welcomeMinutes", 0);
    world.opened(world.someone(), "person").has("minutes.posted", 0);
    int pool = world.minutes(POOL);
    world.scheme("welcomeMinutes", 300);
    String id = world.opened(world.someone(), "person").has("minutes.posted", 300).id();
    lines(id).has("items[0].reason", "welcome", "items[0].counter", "a:" + POOL);
    assertThat(world.minutes(POOL)).isEqualTo(pool - 300);
  }

  private void grants() {
    String account = bank.account(HERE, world.someone());
    world.scheme("grantMinutesMax", 0);
    world.granted(account, 1).refused("no-grants");
    world.scheme("grantMinutesMax", 50);
    world.granted(account, 51).refused("grant-too-large");
    world.granted(account, 50).ok();
    assertThat(world.minutes(account)).isEqualTo(50);
  }

  private void poolFloor() {
    String account = bank.account(HERE, world.someone());
    world.scheme("poolFloorMinutes", world.minutes(POOL) - 10);
    world.granted(account, 11).refused("insufficient-balance");
    world.scheme("poolFloorMinutes", 0);
    world.granted(account, 11).ok();
    world.scheme("poolFloorMinutes", world.minutes(POOL), "welcomeMinutes", 5);
    world.opened(world.someone(), "person").has("minutes.posted", 0);
  }

  private void pairMonth() {
    world.scheme("pairMonthMinutes", 30);
    world.helped(31).refused("neighbours-limit");
    world.scheme("pairMonthMinutes", 0);
    world.helped(31).ok();
  }
}
