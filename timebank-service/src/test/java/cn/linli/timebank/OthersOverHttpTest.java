package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static cn.linli.timebank.Bank.once;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every reading of what is somebody's own, asked by everybody whom it does not concern. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OthersOverHttpTest {

  private static final List<String> OTHERS =
      List.of(
          "resident@" + HERE + "/neighbour",
          "resident@" + THERE + "/stranger",
          "bank-clerk@" + THERE,
          "community-clerk@" + THERE,
          "council-member@" + THERE + "/member",
          "auditor@" + THERE,
          "device@" + HERE,
          "mediator@" + HERE + "/mediator",
          "grid-worker@" + HERE + "001",
          "department-officer@" + HERE + "/gas-company",
          "analyst@" + THERE,
          "hotline-operator@" + HERE);

  private Bank bank;

  @BeforeAll
  void start() {
    bank = new Bank(new Server("others", Clock.systemUTC()));
    bank.community(HERE);
    bank.community(THERE);
  }

  @AfterAll
  void stop() {
    bank.close();
  }

  @Test
  void nobody_reads_what_is_not_theirs() {
    String account = bank.account(HERE, "owner", "minutes", 100);
    String heir = bank.account(HERE, "daughter");
    bank.clerk(HERE)
        .post(
            "/bank/accounts/" + account + "/relations",
            "account",
            heir,
            "kind",
            "lineal",
            "evidence",
            "户口簿")
        .ok();
    Person owner = bank.resident(HERE, "owner");
    String transfer =
        once(owner)
            .post("/bank/transfers", "from", account, "to", heir, "unit", "minutes", "amount", 5)
            .created()
            .id();
    String reward = bank.reward(HERE, "service", "minutes", 10);
    String order = bank.order(owner, account, reward, 1).created().id();
    String line =
        bank.clerk(HERE)
            .post("/bank/entries/" + account + "-m-1/reverse", "reason", "记错")
            .status(422)
            .at("code")
            .asString();
    assertThat(line).isEqualTo("insufficient-balance");
    String reversal =
        bank.clerk(HERE)
            .post("/bank/entries/" + heir + "-m-1/reverse", "reason", "记错")
            .created()
            .id();
    String need =
        once(owner)
            .post(
                "/bank/needs",
                "account",
                account,
                "service",
                "outing",
                "minutes",
                10,
                "until",
                Instant.now().plus(Duration.ofDays(2)).toString(),
                "words",
                "陪同去医院")
            .created()
            .id();
    once(bank.server.as("community-clerk@" + HERE))
        .post("/bank/needs/" + need + "/audit", Map.of())
        .ok();
    String match =
        bank.resident(HERE, "daughter")
            .post("/bank/matches", "need", need, "provider", heir)
            .created()
            .id();
    String deed =
        once(owner)
            .post("/bank/deeds", "account", account, "deed", "helping", "evidence", "照片")
            .created()
            .id();
    bank.clerk(HERE)
        .post("/bank/wristbands", "code", "band-of-owner", "account", account)
        .created();

    var paths = new ArrayList<String>();
    for (String unit : List.of("minutes", "points")) {
      paths.add("/bank/accounts/" + account + "/entries?unit=" + unit);
      paths.add("/bank/accounts/" + account + "/proof?unit=" + unit);
    }
    paths.add("/bank/accounts/" + account);
    paths.add("/bank/accounts/" + account + "?at=" + Instant.now());
    paths.add("/bank/accounts/" + account + "/statement.csv");
    paths.add("/bank/accounts/" + account + "/statement.pdf");
    paths.add("/bank/certificates/" + account);
    paths.add("/bank/certificates/" + account + ".pdf");
    paths.add("/bank/transfers/" + transfer);
    paths.add("/bank/orders/" + order);
    paths.add("/bank/orders?account=" + account);
    paths.add("/bank/orders?division=" + HERE);
    paths.add("/bank/reversals/" + reversal);
    paths.add("/bank/entries/" + reversal);
    paths.add("/bank/reversals?division=" + HERE);
    paths.add("/bank/needs?account=" + account);
    paths.add("/bank/matches/" + match);
    paths.add("/bank/matches?account=" + account);
    paths.add("/bank/matches?division=" + HERE);
    paths.add("/bank/activities?account=" + account);
    paths.add("/bank/skills/" + account);
    paths.add("/bank/skills?division=" + HERE);
    paths.add("/bank/deeds/" + deed);
    paths.add("/bank/wristbands/band-of-owner");
    paths.add("/bank/wristbands/sessions?division=" + HERE);

    var seen = new ArrayList<String>();
    for (String other : OTHERS) {
      for (String path : paths) {
        Reply reply = bank.server.as(other).get(path);
        if (reply.response().statusCode() < 400) {
          seen.add(other + " " + path);
        } else if (reply.response().statusCode() >= 500) {
          seen.add(other + " " + path + " " + reply.response().statusCode());
        }
      }
    }
    assertThat(seen).isEmpty();
    assertThat(owner.get("/bank/accounts/" + account).ok().id()).isEqualTo(account);
  }

  @Test
  void nobody_moves_what_is_not_theirs() {
    String account = bank.account(HERE, "keeps", "minutes", 100);
    String other = bank.account(THERE, "takes");
    var said = Map.<String, Object>of("evidence", "电话");
    var seen = new ArrayList<String>();
    for (String who : OTHERS) {
      for (Object[] body :
          new Object[][] {
            {"/bank/transfers", "from", account, "unit", "minutes", "amount", 1},
            {
              "/bank/transfers",
              "from",
              account,
              "unit",
              "minutes",
              "amount",
              1,
              "recordedOnBehalf",
              said
            },
            {"/bank/accounts/" + account + "/freeze", "cause", "death", "reason", "无"},
            {"/bank/accounts/" + account + "/join", "into", other, "evidence", "无"},
            {
              "/bank/accounts/" + account + "/grants",
              "unit",
              "minutes",
              "amount",
              1,
              "evidence",
              "无"
            },
            {
              "/bank/accounts/pool-" + HERE + "/grants",
              "unit",
              "minutes",
              "amount",
              1,
              "evidence",
              "无"
            },
            {"/bank/entries/" + account + "-m-1/reverse", "reason", "无"},
            {"/bank/accounts/" + account + "/readiness", "insured", true, "trained", true},
            {
              "/bank/accounts/" + account + "/relations",
              "account",
              other,
              "kind",
              "lineal",
              "evidence",
              "无"
            },
            {"/bank/wristbands", "code", "stolen", "account", account},
            {"/bank/offers", "account", account, "services", List.of("outing")},
            {
              "/bank/offers",
              "account",
              account,
              "services",
              List.of("outing"),
              "recordedOnBehalf",
              said
            },
            {"/bank/skills", "account", account, "skill", "repair"},
          }) {
        Object[] more = java.util.Arrays.copyOfRange(body, 1, body.length);
        Reply reply = once(bank.server.as(who)).post((String) body[0], more);
        if (reply.response().statusCode() < 400 || reply.response().statusCode() >= 500) {
          seen.add(who + " " + body[0] + " " + reply.response().statusCode());
        }
      }
    }
    assertThat(seen).isEmpty();
    assertThat(bank.available(account, "minutes")).isEqualTo(100);
  }
}
