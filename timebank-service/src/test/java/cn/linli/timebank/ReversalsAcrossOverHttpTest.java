package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What lies between two communities is taken back with what they owe each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReversalsAcrossOverHttpTest {

  private static final Map<String, Object> WRONG = Map.of("reason", "记错了社区");
  private static final String PAIR = "c:" + HERE + "-" + THERE;

  private Bank bank;

  @BeforeAll
  void start() {
    bank = new Bank(new Server("bank-reversals-across"));
    bank.community(HERE, "clearingPairMinutes", 120, "transferDayLimit", 1_000);
    bank.community(THERE, "clearingPairMinutes", 120, "transferDayLimit", 1_000);
  }

  @AfterAll
  void stop() {
    bank.close();
  }

  @Test
  void a_gift_goes_back_on_both_passbooks_once_and_the_pair_stands_as_before() {
    String from = bank.account(HERE, "giver", "minutes", 200);
    String to = bank.account(THERE, "taker", "minutes", 10);
    related(from, to);
    long before = owed();
    given(HERE, "giver", from, to, 100);
    assertThat(owed()).isEqualTo(before + 100);

    Reply asked =
        bank.clerk(THERE)
            .post("/bank/entries/" + from + "-m-2/reverse", WRONG)
            .created()
            .has("id", to + "-m-2", "account", to, "other", from, "amount", 100);
    assertThat(bank.available(to, "minutes")).isEqualTo(10);
    String reversal = "/bank/reversals/" + asked.id();
    bank.clerk(THERE)
        .post("/bank/entries/" + to + "-m-2/reverse", WRONG)
        .refused("reversal-pending");
    bank.clerk(THERE).post(reversal + "/confirm", Map.of()).refused("self-confirmation");
    bank.clerk(HERE).post(reversal + "/confirm", Map.of()).problem(403, "out-of-scope");
    var second = second(THERE).key("both-sides-once");
    for (int i = 0; i < 5; i++) {
      second.post(reversal + "/confirm", Map.of()).ok().has("status", "confirmed");
    }

    assertThat(bank.available(from, "minutes")).isEqualTo(200);
    assertThat(bank.available(to, "minutes")).isEqualTo(10);
    assertThat(owed()).isEqualTo(before);
    assertThat(bank.server.journal(PAIR).getLast().toString()).contains("\"minutes\":-100");
    second(THERE).post(reversal + "/confirm", Map.of()).refused("already-reversed");
    for (String undoing : new String[] {from + "-m-3", to + "-m-3"}) {
      second(HERE).post("/bank/entries/" + undoing + "/reverse", WRONG).refused("not-reversible");
    }
  }

  @Test
  void an_order_goes_back_and_the_limit_of_the_pair_does_not_stand_in_the_way() {
    String spends = bank.account(HERE, "spender", "minutes", 200);
    String back = bank.account(THERE, "other-way", "minutes", 600);
    String home = bank.account(HERE, "home");
    related(back, home);
    String haircut = bank.reward(THERE, "service", "minutes", 60, "service", "help");
    String order = bank.order(bank.resident(HERE, "spender"), spends, haircut, 1).created().id();
    bank.clerk(THERE).post("/bank/orders/" + order + "/fulfil").ok();
    assertThat(owed()).isEqualTo(60);
    given(THERE, "other-way", back, home, 180); // 120 the other way: as much as was agreed
    assertThat(owed()).isEqualTo(-120);

    String line = spends + "-m-2";
    Reply asked =
        bank.clerk(HERE)
            .post("/bank/entries/" + line + "/reverse", WRONG)
            .created()
            .has("id", line, "amount", -60, "confirmedIn", THERE);
    String reversal = "/bank/reversals/" + asked.id();
    second(HERE).post(reversal + "/confirm", Map.of()).refused("other-side-confirms");
    assertThat(onDesk("bank-clerk@" + HERE + "/second")).doesNotContain(asked.id());
    String third = "bank-clerk@370602003005";
    bank.server.as(third).get(reversal).problem(403, "out-of-scope");
    Bank.once(bank.server.as(third))
        .post(reversal + "/confirm", Map.of())
        .problem(403, "out-of-scope");
    assertThat(bank.available(spends, "minutes")).isEqualTo(140);
    assertThat(onDesk("bank-clerk@" + THERE)).contains(asked.id());
    bank.clerk(THERE).get(reversal).ok().has("status", "pending", "division", HERE);
    assertThat(
            bank.clerk(THERE)
                .get("/bank/reversals?division=" + THERE)
                .ok()
                .at("items")
                .findValuesAsString("id"))
        .contains(asked.id());
    Person gave = second(THERE).key("the-side-that-gave");
    for (int i = 0; i < 3; i++) {
      gave.post(reversal + "/confirm", Map.of()).ok().has("status", "confirmed");
    }
    assertThat(onDesk("bank-clerk@" + THERE)).doesNotContain(asked.id());

    assertThat(bank.available(spends, "minutes")).isEqualTo(200);
    assertThat(owed()).isEqualTo(-180);
    Reply shown =
        bank.server.as("street-officer@370602003").get("/bank/clearing?division=370602003").ok();
    shown.has("sum", 0, "pairs[0].spentLow", 0, "pairs[0].spentHigh", 180);
    bank.clerk(HERE).post("/bank/entries/" + line + "/reverse", WRONG).refused("already-reversed");
    give(THERE, "other-way", back, home, 1).refused("pair-limit");
    String gift = "/bank/entries/" + home + "-m-1/reverse";
    String second = bank.clerk(HERE).post(gift, WRONG).created().id();
    second(HERE).post("/bank/reversals/" + second + "/confirm", Map.of()).ok();
    assertThat(owed()).isZero();
  }

  @Test
  void the_side_that_gave_may_also_say_that_it_stays() {
    String spends = bank.account(HERE, "served", "minutes", 100);
    String haircut = bank.reward(THERE, "service", "minutes", 10, "service", "help");
    String order = bank.order(bank.resident(HERE, "served"), spends, haircut, 1).created().id();
    bank.clerk(THERE).post("/bank/orders/" + order + "/fulfil").ok();
    long before = owed();
    String line = spends + "-m-2";
    bank.clerk(HERE).post("/bank/entries/" + line + "/reverse", WRONG).created();
    String reversal = "/bank/reversals/" + line;
    Bank.once(bank.server.as("bank-clerk@370602003005"))
        .post(reversal + "/reject", "reason", "不相干")
        .problem(403, "out-of-scope");
    bank.clerk(THERE).post(reversal + "/reject", "reason", "确实理过发").ok().has("status", "rejected");
    assertThat(bank.available(spends, "minutes")).isEqualTo(90);
    assertThat(owed()).isEqualTo(before);
    bank.clerk(HERE).post("/bank/entries/" + line + "/reverse", WRONG).created();
    bank.clerk(HERE).post(reversal + "/reject", "reason", "弄错了").ok();
  }

  private List<String> onDesk(String user) {
    return bank.server.as(user).get("/desk").ok().at("items").findValuesAsString("id");
  }

  /** What this community owes the other. */
  private long owed() {
    Reply shown =
        bank.server.as("street-officer@370602003").get("/bank/clearing?division=370602003").ok();
    return shown.at("pairs").isEmpty() ? 0 : shown.at("pairs[0].owed").asLong();
  }

  private Person second(String division) {
    return Bank.once(bank.server.as("bank-clerk@" + division + "/second"));
  }

  private Reply give(String division, String name, String from, String to, int minutes) {
    return bank.resident(division, name)
        .post("/bank/transfers", "from", from, "to", to, "unit", "minutes", "amount", minutes);
  }

  private void given(String division, String name, String from, String to, int minutes) {
    give(division, name, from, to, minutes).created();
  }

  private void related(String one, String other) {
    bank.clerk("370602003")
        .post(
            "/bank/accounts/" + one + "/relations",
            "account",
            other,
            "kind",
            "lineal",
            "evidence",
            "户口簿")
        .ok();
  }
}
