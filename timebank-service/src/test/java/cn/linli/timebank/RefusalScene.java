package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static cn.linli.timebank.Bank.once;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import cn.linli.timebank.proof.ProofTesting;
import cn.linli.timebank.wristbands.Kiosk;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** People, lines and orders with whom things are tried that must not be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RefusalScene {

  /** A passbook holds no more than this. */
  static final int CAP = 600;

  static final String POOL = "pool-" + HERE;

  Bank bank;
  final Map<String, String> accounts = new HashMap<>();
  String activity = "";
  String other = "";
  String patrol = "";
  String reversed = "";
  String proposed = "";
  String rice = "";
  String order = "";
  Kiosk kiosk;
  Kiosk revoked;

  @BeforeAll
  void start() {
    bank = new Bank(new Server("refusal-codes", Clock.systemUTC()));
    bank.community(HERE, "accountCapMinutes", CAP);
    bank.community(THERE, "clearing", false);
    people();
    services();
    corrections();
    spending();
    kiosk = new Kiosk(device("k1")).registered("library", "meals");
    revoked = new Kiosk(device("k2")).registered("kitchen", "meals");
    bank.clerk(HERE).post("/bank/devices/" + revoked.id() + "/revoke").ok();
  }

  Person device(String name) {
    return bank.server.as("device@" + HERE + "/" + name);
  }

  void people() {
    for (String name : List.of("poor", "pal", "stranger", "worker", "early", "parent")) {
      accounts.put(name, bank.account(HERE, name));
    }
    accounts.put("rich", bank.account(HERE, "rich", "minutes", CAP));
    accounts.put("giver", bank.account(HERE, "giver", "minutes", 100));
    accounts.put("full", bank.account(HERE, "full", "minutes", CAP - 10));
    accounts.put("abroad", bank.account(THERE, "abroad"));
    grant("poor", "minutes", 20);
    related("poor", "rich", "lineal");
    related("giver", "rich", "lineal");
    related("giver", "abroad", "lineal");
    related("giver", "pal", "friend");
    gives(keyed(), "giver", null, "minutes", 1).created();
    accounts.put("child", child());
    related("child", "parent", "lineal");
    accounts.put("frozen", bank.account(HERE, "frozen", "minutes", 50));
    closing("frozen", "freeze", "cause", "inquiry", "reason", "有人举报");
    accounts.put("left", bank.account(HERE, "left", "minutes", 30));
    related("left", "pal", "lineal");
    closing("left", "freeze", "cause", "death", "reason", "讣告");
    closing("left", "succession", "heir", accounts.get("pal"), "evidence", "死亡证明");
  }

  Person keyed() {
    return bank.resident(HERE, "giver").key("one-gift");
  }

  String child() {
    return bank.clerk(HERE)
        .post(
            "/bank/accounts",
            "holder",
            Map.of(
                "name",
                "王小二",
                "birthYear",
                LocalDate.now().getYear() - 12,
                "account",
                "resident@" + HERE + "/child"),
            "kind",
            "person",
            "division",
            HERE,
            "guardian",
            accounts.get("parent"),
            "consent",
            "同意")
        .created()
        .id();
  }

  void grant(String name, String unit, int amount) {
    path(bank.clerk(HERE), name, "grants", "unit", unit, "amount", amount, "evidence", "公共资金").ok();
  }

  void related(String one, String two, String kind) {
    path(
            once(bank.server.as("bank-clerk@370602003")),
            one,
            "relations",
            "account",
            accounts.get(two),
            "kind",
            kind,
            "evidence",
            "户口簿")
        .ok();
  }

  void closing(String name, String what, Object... body) {
    path(bank.clerk(HERE), name, what, body).ok();
  }

  Reply path(Person who, String name, String what, Object... body) {
    return who.post("/bank/accounts/" + accounts.get(name) + "/" + what, body);
  }

  /** Two activities at the same time; who was at both gave an hour of each. */
  void services() {
    activity = activity("cleaning");
    other = activity("culture");
    patrol = activity("patrol");
    for (String path : List.of(activity, other)) {
      took(path, "worker", 60);
    }
    took(activity, "full", 30);
    took(activity, "early", 30);
    organiser()
        .post(path(activity, "confirm"), "account", accounts.get("worker"), "minutes", 60)
        .ok();
  }

  static String path(String activity, String what) {
    return "/bank/activities/" + activity + "/" + what;
  }

  Person organiser() {
    return once(bank.server.as("community-clerk@" + HERE));
  }

  String activity(String service) {
    return organiser()
        .post(
            "/bank/activities",
            "division",
            HERE,
            "title",
            "周末活动",
            "service",
            service,
            "startsAt",
            ago(180).toString(),
            "endsAt",
            ago(-120).toString(),
            "places",
            9)
        .created()
        .id();
  }

  void took(String activity, String name, int minutes) {
    String account = accounts.get(name);
    bank.resident(HERE, name).post(path(activity, "sign-up"), "account", account).ok();
    for (String what : List.of("check-in", "check-out")) {
      organiser()
          .post(
              path(activity, what),
              "account",
              account,
              "at",
              ago(what.equals("check-in") ? 170 : 170 - minutes).toString(),
              "evidence",
              "签到表")
          .ok();
    }
  }

  static Instant ago(int minutes) {
    return Instant.now().minus(Duration.ofMinutes(minutes));
  }

  void corrections() {
    reversed = bank.account(HERE, "wronged", "minutes", 40) + "-m-1";
    proposed = bank.account(HERE, "doubted", "minutes", 40) + "-m-1";
    for (String line : List.of(reversed, proposed)) {
      clerk("one").post("/bank/entries/" + line + "/reverse", "reason", "记错了人").created();
    }
    clerk("two").post("/bank/reversals/" + reversed + "/confirm", Map.of()).ok();
  }

  Person clerk(String name) {
    return once(bank.server.as("bank-clerk@" + HERE + "/" + name));
  }

  void spending() {
    accounts.put("buyer", bank.account(HERE, "buyer", "points", 100));
    rice = bank.reward(HERE, "goods", "points", 30, "stock", 2, "quarterLimit", 5);
    order = bank.order(bank.resident(HERE, "buyer"), accounts.get("buyer"), rice, 1).id();
    bank.resident(HERE, "buyer").post("/bank/orders/" + order + "/cancel").ok();
  }

  Reply gives(String name, @Nullable String to, String unit, int amount) {
    return gives(bank.resident(HERE, name), name, to, unit, amount);
  }

  Reply gives(Person who, String name, @Nullable String to, String unit, int amount) {
    var body = new HashMap<String, Object>();
    body.put("from", accounts.get(name));
    if (to != null) {
      body.put("to", accounts.getOrDefault(to, to));
    }
    body.put("unit", unit);
    body.put("amount", amount);
    return who.post("/bank/transfers", body);
  }

  Reply orders(Person who, int quantity, Object... more) {
    var body = new HashMap<String, Object>(Map.of("account", accounts.get("buyer")));
    body.put("reward", rice);
    body.put("quantity", quantity);
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    return who.post("/bank/orders", body);
  }

  Reply confirms(Person who, String activity, String name, int minutes) {
    return who.post(path(activity, "confirm"), "account", accounts.get(name), "minutes", minutes);
  }

  Reply reads(Kiosk by, @Nullable Kiosk signedBy) {
    var readings = List.of(new Kiosk.Read("BAND-0001", "check-in", Instant.now(), 1));
    return signedBy == null ? by.send(readings) : by.send(readings, signedBy.sign(readings));
  }

  Person buyer() {
    return bank.resident(HERE, "buyer");
  }

  Reply signsUp(String name, String activity) {
    return bank.resident(HERE, name).post(path(activity, "sign-up"), "account", accounts.get(name));
  }

  Reply opens(String name, int age) {
    return bank.resident(HERE, name)
        .post(
            "/bank/accounts",
            "holder",
            Map.of("name", "王小三", "birthYear", LocalDate.now().getYear() - age),
            "kind",
            "person",
            "division",
            HERE);
  }

  Reply granted(Person by, String name) {
    return path(by, name, "grants", "unit", "minutes", "amount", 1, "evidence", "公共资金");
  }

  Reply cancels(String order) {
    return buyer().post("/bank/orders/" + order + "/cancel");
  }

  /** All passbooks as they are stored, balances, holds and all. */
  List<Document> everything() {
    return bank.server
        .database()
        .getCollection("state")
        .find(Filters.regex("_id", "^[a-z]:"))
        .sort(new Document("_id", 1))
        .into(new java.util.ArrayList<>());
  }

  @AfterAll
  void stop() {
    try {
      ProofTesting.auditNow(bank.server);
      Person auditor = bank.server.as("auditor@3706");
      auditor.get("/bank/audit").ok().has("minutes.sum", 0, "points.sum", 0, "brokenChains", 0);
      assertThat(auditor.get("/bank/audit").ok().at("faults")).isEmpty();
    } finally {
      bank.close();
    }
  }
}
