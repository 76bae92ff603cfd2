package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static cn.linli.timebank.Bank.once;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody might try with the rights they have, and the code that answers it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeyondRightsOverHttpTest {

  private static final Map<String, Object> SAID = Map.of("evidence", "当面说明");
  private static final String POOL = "pool-" + HERE;

  private Bank bank;

  @BeforeAll
  void start() {
    bank = new Bank(new Server("beyond", Clock.systemUTC()));
    bank.community(HERE, "clearingPairMinutes", 60);
    bank.community(THERE, "clearingPairMinutes", 60);
  }

  @AfterAll
  void stop() {
    bank.close();
  }

  private Person clerk(String name) {
    return once(bank.server.as("bank-clerk@" + HERE + "/" + name));
  }

  @Test
  void the_pool_orders_nothing_and_needs_nothing() {
    String reward = bank.reward(HERE, "service", "minutes", 10);
    bank.clerk(HERE)
        .post(
            "/bank/orders",
            "account",
            POOL,
            "reward",
            reward,
            "quantity",
            1,
            "recordedOnBehalf",
            SAID)
        .refused("pool-only-grants");
    once(bank.server.as("community-clerk@" + HERE))
        .post(
            "/bank/needs",
            "account",
            POOL,
            "service",
            "outing",
            "minutes",
            30,
            "until",
            Instant.now().plus(Duration.ofDays(2)).toString(),
            "words",
            "陪同",
            "recordedOnBehalf",
            SAID)
        .refused("account-unknown");
  }

  @Test
  void only_a_person_earns_by_an_order() {
    String payer = bank.account(HERE, "payer", "minutes", 60);
    String reward = bank.reward(HERE, "service", "minutes", 30, "service", "help");
    String household =
        bank.resident(HERE, "helper")
            .post(
                "/bank/accounts",
                "holder",
                Map.of("name", "王家"),
                "kind",
                "household",
                "division",
                HERE)
            .created()
            .id();
    String order =
        "/bank/orders/" + bank.order(bank.resident(HERE, "payer"), payer, reward, 1).created().id();
    Instant end = Instant.now().minusSeconds(60);
    for (String earner : new String[] {household, POOL}) {
      bank.clerk(HERE)
          .post(
              order + "/fulfil",
              "deliveredBy",
              earner,
              "startedAt",
              end.minusSeconds(1_800).toString(),
              "endedAt",
              end.toString())
          .refused("not-a-person");
    }
  }

  @Test
  void an_order_of_somebody_who_died_gives_back_what_it_had_taken() {
    String left = bank.account(HERE, "leaves", "minutes", 60);
    String heir = bank.account(HERE, "inherits");
    related(left, heir).ok();
    String reward = bank.reward(THERE, "service", "minutes", 60, "stock", 1, "quarterLimit", 1);
    String order =
        "/bank/orders/" + bank.order(bank.resident(HERE, "leaves"), left, reward, 1).created().id();
    clerk("one").post("/bank/accounts/" + left + "/freeze", "cause", "death", "reason", "讣告").ok();
    clerk("one").post("/bank/accounts/" + left + "/succession", succeeds(heir)).ok();
    bank.clerk(THERE).post(order + "/fulfil").refused("hold-ended");

    bank.clerk(THERE).post(order + "/cancel", "reason", "订户去世").ok().has("status", "cancelled");

    assertThat(bank.available(heir, "minutes")).isEqualTo(60);
    bank.resident(THERE, "anybody").get("/bank/rewards/" + reward).ok().has("left", 1);
    String next = bank.account(HERE, "is-next", "minutes", 60);
    bank.order(bank.resident(HERE, "is-next"), next, reward, 1).created();
  }

  @Test
  void what_is_left_stays_in_the_community() {
    String left = bank.account(HERE, "leaves-too", "minutes", 30);
    String heir = bank.account(THERE, "lives-elsewhere");
    related(left, heir).ok();
    clerk("one").post("/bank/accounts/" + left + "/freeze", "cause", "death", "reason", "讣告").ok();
    clerk("one")
        .post("/bank/accounts/" + left + "/succession", succeeds(heir))
        .refused("foreign-community");
  }

  @Test
  void nobody_keeps_the_book_of_their_own_minutes() {
    String own =
        clerk("one")
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
    var grant = Map.<String, Object>of("unit", "minutes", "amount", 60, "evidence", "困难");
    clerk("own").post("/bank/accounts/" + own + "/grants", grant).refused("self-confirmation");
    clerk("one").post("/bank/accounts/" + own + "/grants", grant).ok();
    clerk("own")
        .post("/bank/transfers", "from", own, "to", POOL, "unit", "minutes", "amount", 20)
        .created();
    String line =
        clerk("one").post("/bank/entries/" + own + "-m-2/reverse", "reason", "记错").created().id();
    clerk("own").post("/bank/reversals/" + line + "/confirm").refused("self-confirmation");
    clerk("two").post("/bank/reversals/" + line + "/confirm").ok();
    String other = bank.account(HERE, "mother-of-clerk");
    clerk("own")
        .post(
            "/bank/accounts/" + other + "/relations",
            "account",
            own,
            "kind",
            "lineal",
            "evidence",
            "户口簿")
        .refused("self-confirmation");
    related(other, own).ok();
    clerk("one").post("/bank/accounts/" + other + "/grants", grant).ok();
    clerk("own")
        .post(
            "/bank/transfers",
            "from",
            other,
            "to",
            own,
            "unit",
            "minutes",
            "amount",
            10,
            "recordedOnBehalf",
            SAID)
        .refused("self-confirmation");
    clerk("own")
        .post("/bank/wristbands", "code", "band-of-clerk", "account", own)
        .refused("self-confirmation");
    clerk("two").post("/bank/accounts/" + other + "/freeze", "cause", "death", "reason", "讣告").ok();
    clerk("own")
        .post("/bank/accounts/" + other + "/succession", succeeds(own))
        .refused("self-confirmation");
    clerk("two").post("/bank/accounts/" + own + "/freeze", "cause", "inquiry", "reason", "核查").ok();
    clerk("own")
        .post("/bank/accounts/" + own + "/unfreeze", "reason", "没事")
        .refused("self-confirmation");
  }

  @Test
  void what_a_neighbour_did_is_paid_before_anybody_inherits() {
    String left = bank.account(HERE, "was-helped", "minutes", 60);
    String heir = bank.account(HERE, "grandson");
    String helper = bank.account(HERE, "helps");
    related(left, heir).ok();
    String need =
        bank.resident(HERE, "was-helped")
            .post(
                "/bank/needs",
                "account",
                left,
                "service",
                "outing",
                "minutes",
                30,
                "until",
                Instant.now().plus(Duration.ofDays(2)).toString(),
                "words",
                "陪同")
            .created()
            .id();
    once(bank.server.as("community-clerk@" + HERE))
        .post("/bank/needs/" + need + "/audit", Map.of())
        .ok();
    String match =
        "/bank/matches/"
            + bank.resident(HERE, "helps")
                .post("/bank/matches", "need", need, "provider", helper)
                .created()
                .id();
    bank.resident(HERE, "was-helped").post(match + "/agree", Map.of()).ok();
    clerk("one").post("/bank/accounts/" + left + "/freeze", "cause", "death", "reason", "讣告").ok();
    clerk("one")
        .post("/bank/accounts/" + left + "/succession", succeeds(heir))
        .refused("holds-open");
    bank.resident(HERE, "helps").post(match + "/cancel").ok();
    clerk("one").post("/bank/accounts/" + left + "/succession", succeeds(heir)).ok();
    assertThat(bank.available(heir, "minutes")).isEqualTo(60);
  }

  @Test
  void public_means_go_to_communities_that_there_are() {
    var grant = Map.<String, Object>of("unit", "minutes", "amount", 60, "evidence", "公益金");
    Person city = bank.server.as("city-officer@3706");
    once(city).post("/bank/accounts/pool-370602003999/grants", grant).refused("unknown-division");
    for (String nobody : new String[] {"3706", "37060299"}) {
      once(city).post("/bank/accounts/pool-" + nobody + "/grants", grant).problem(404, "not-found");
    }
  }

  @Test
  void a_mediators_time_is_not_led_away_by_another_community() {
    String here = bank.account(HERE, "mediates");
    String there = bank.account(THERE, "does-not");
    String link = "/bank/mediators/" + "m".repeat(26) + "/account";
    once(bank.server.as("community-clerk@" + HERE)).post(link, "account", here).ok();
    once(bank.server.as("community-clerk@" + THERE))
        .post(link, "account", there)
        .problem(403, "out-of-scope");
  }

  @Test
  void relatives_of_who_runs_a_household_do_not_vote_on_it() {
    Person resident = bank.resident(HERE, "runs-it");
    String person = bank.account(HERE, "runs-it");
    String household =
        once(resident)
            .post(
                "/bank/accounts",
                "holder",
                Map.of("name", "赵家"),
                "kind",
                "household",
                "division",
                HERE)
            .created()
            .id();
    String member = "council-member@" + HERE + "/cousin";
    String cousin =
        clerk("one")
            .post(
                "/bank/accounts",
                "holder",
                Map.of("name", "赵二", "account", member),
                "kind",
                "person",
                "division",
                HERE)
            .created()
            .id();
    related(person, cousin).ok();
    String deed =
        once(bank.server.as("community-clerk@" + HERE))
            .post("/bank/deeds", "account", household, "deed", "helping", "evidence", "照片")
            .created()
            .id();
    once(bank.server.as(member))
        .post("/bank/deeds/" + deed + "/vote", "approve", true)
        .refused("kin-vote");
  }

  private cn.linli.testing.Reply related(String one, String other) {
    return clerk("one")
        .post(
            "/bank/accounts/" + one + "/relations",
            "account",
            other,
            "kind",
            "lineal",
            "evidence",
            "户口簿");
  }

  private static Map<String, Object> succeeds(String heir) {
    return Map.of("heir", heir, "evidence", "死亡证明");
  }
}
