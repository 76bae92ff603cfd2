package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many want the same at once: nothing is sold twice, nothing spent twice, nothing left over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpendingRushTest {

  private static final int OVERLOADED = 503;

  private Bank bank;

  @BeforeAll
  void start() {
    bank = new Bank(new Server("rush", Clock.systemUTC()));
    bank.community(HERE);
  }

  @AfterAll
  void stop() {
    bank.close();
  }

  @Test
  void five_hundred_orders_for_fifty_pieces_sell_fifty() {
    int people = 20;
    int each = 25;
    String soap =
        bank.reward(HERE, "goods", "points", 2, "stock", 50, "quarterLimit", people * each);
    var orders = new ArrayList<Callable<String>>();
    var accounts = new ArrayList<String>();
    for (int person = 0; person < people; person++) {
      String name = "rush-" + person;
      String account = bank.account(HERE, name, "points", 200);
      accounts.add(account);
      for (int order = 0; order < each; order++) {
        orders.add(() -> ordered(bank.resident(HERE, name), account, soap));
      }
    }

    Map<String, Integer> answers = atOnce(orders);

    assertThat(answers).isEqualTo(Map.of("201", 50, "out-of-stock", people * each - 50));
    bank.clerk(HERE).get("/bank/rewards/" + soap).ok().has("left", 0);
    int held = accounts.stream().mapToInt(it -> 200 - bank.available(it, "points")).sum();
    assertThat(held).isEqualTo(50 * 2);
  }

  @Test
  void two_hundred_redemptions_of_one_passbook_spend_what_is_in_it() {
    redeem("one-passbook", 200);
  }

  @Test
  @Tag("slow")
  void a_thousand_redemptions_of_one_passbook_a_hundred_times() {
    for (int round = 0; round < 100; round++) {
      redeem("passbook-" + round, 1_000);
    }
  }

  /** Sixty fit into the balance, whatever the order they come in. */
  private void redeem(String name, int times) {
    int fit = 60;
    String towel = bank.reward(HERE, "service", "points", 5);
    String account = bank.account(HERE, name, "points", fit * 5 + 4);
    var orders = new ArrayList<Callable<String>>();
    for (int order = 0; order < times; order++) {
      orders.add(() -> ordered(bank.resident(HERE, name), account, towel));
    }

    Map<String, Integer> answers = atOnce(orders);

    assertThat(answers).isEqualTo(Map.of("201", fit, "insufficient-balance", times - fit));
    bank.resident(HERE, name)
        .get("/bank/accounts/" + account)
        .ok()
        .has("points.posted", fit * 5 + 4, "points.held", fit * 5, "points.available", 4);
  }

  /** Asks again with the same key where nothing happened: that is what the key is for. */
  private static String ordered(Person who, String account, String reward) {
    Person once = who.key(UUID.randomUUID().toString());
    var body = Map.<String, Object>of("account", account, "reward", reward, "quantity", 1);
    while (true) {
      var reply = once.post("/bank/orders", body);
      int status = reply.response().statusCode();
      if (status != OVERLOADED) {
        return status == 201 ? "201" : reply.text("code");
      }
    }
  }

  private static Map<String, Integer> atOnce(List<Callable<String>> orders) {
    var answers = new TreeMap<String, Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> each : threads.invokeAll(orders)) {
        answers.merge(each.get(), 1, Integer::sum);
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return answers;
  }
}
