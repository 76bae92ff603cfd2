package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.Recorded;
import cn.linli.events.Stamp;
import cn.linli.events.timebank.OrderEvent.OrderLapsed;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.timebank.domain.orders.Order;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days pass in no test, so the order lapses by hand; what follows is what the bus would bring. */
class LapsedOrdersOverHttpTest {

  private static final String POLICY = "give-back-lapsed-orders";

  @Test
  void a_lapsed_order_gives_back_stock_hold_quota_and_room_once() {
    try (var bank = new Bank(new Server("lapsed", Clock.systemUTC()))) {
      bank.community(HERE, "clearingPairMinutes", 60);
      bank.community(THERE, "clearingPairMinutes", 60);
      String account = bank.account(HERE, "lapse-a", "minutes", 60);
      String reward = bank.reward(THERE, "service", "minutes", 60, "stock", 1, "quarterLimit", 1);
      var holder = bank.resident(HERE, "lapse-a");
      String id = bank.order(holder, account, reward, 1).created().id();
      var stream = new StreamId("o", id);
      var gate = bank.server.bean(CommandGate.class);

      var lapsed = lapse(gate, stream);
      Reaction<TimebankEvent> policy = policy(bank);
      for (int delivered = 0; delivered < 2; delivered++) {
        submit(gate, lapsed.id(), policy.react(lapsed).orElseThrow());
      }

      holder.get("/bank/orders/" + id).ok().has("status", "given-back", "version", 3);
      assertThat(bank.available(account, "minutes")).isEqualTo(60);
      holder.get("/bank/rewards/" + reward).ok().has("left", 1);
      bank.clerk(THERE).post("/bank/orders/" + id + "/fulfil").refused("order-ended");
      bank.order(holder, account, reward, 1).created();
    }
  }

  @SuppressWarnings("unchecked")
  private static Reaction<TimebankEvent> policy(Bank bank) {
    return (Reaction<TimebankEvent>)
        bank.server.beans(Reaction.class).stream()
            .filter(it -> it.policy().equals(POLICY))
            .findFirst()
            .orElseThrow();
  }

  private static Recorded<TimebankEvent> lapse(CommandGate gate, StreamId stream) {
    var happened = new OrderLapsed[1];
    var outcome =
        gate.submit(
                command(
                    stream + "/lapse",
                    new Effect(
                        List.of(stream),
                        List.of(),
                        streams -> {
                          happened[0] = new OrderLapsed(streams.state(stream, Order.class).filed());
                          return new Verdict.Accept(
                              List.of(new Change(stream, List.of(happened[0]))));
                        })))
            .join();
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    var stamp = new Stamp(LocalDate.now(), Instant.now(), List.of("37", "3706"));
    return new Recorded<>(
        stream.toString(), 2, happened[0], stamp, "timer@37#a", "thread", "cause");
  }

  private static void submit(CommandGate gate, String event, Effect effect) {
    var outcome = gate.submit(command(event + "/" + POLICY, effect)).join();
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private static Command command(String id, Effect effect) {
    return new Command(
        id,
        true,
        "hash",
        effect.streams(),
        null,
        "policy@37#test",
        "thread",
        "cause",
        200,
        effect.vault(),
        effect.rule());
  }
}
