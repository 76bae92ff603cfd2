package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.timebank.AccountEvent.Held;
import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two holds of one passbook end at the same instant, and it goes on. */
class DueTogetherOverHttpTest {

  @Test
  void a_passbook_takes_commands_after_two_holds_ended_at_once() {
    try (var bank = new Bank(new Server("together", Clock.systemUTC()))) {
      bank.community(HERE);
      String account = bank.account(HERE, "holds-two", "minutes", 100);
      Instant until = Instant.now().plusSeconds(2);
      var stream = new StreamId("a", account);
      Outcome outcome =
          bank.server
              .bean(CommandGate.class)
              .submit(
                  new Command(
                      stream + "/hold",
                      true,
                      "hash",
                      List.of(stream),
                      null,
                      "policy@37#test",
                      "thread",
                      "cause",
                      200,
                      List.of(),
                      streams ->
                          new Verdict.Accept(
                              List.of(
                                  new Change(
                                      stream,
                                      List.of(
                                          held("one", 30, 30, until),
                                          held("other", 20, 50, until)))))))
              .join();
      assertThat(outcome).isInstanceOf(Outcome.Done.class);
      assertThat(bank.available(account, "minutes")).isEqualTo(50);

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Instant.now().isAfter(until.plusMillis(100)));
      bank.resident(HERE, "holds-two")
          .post("/bank/transfers", "from", account, "unit", "minutes", "amount", 100)
          .created();

      assertThat(bank.available(account, "minutes")).isZero();
    }
  }

  private static Held held(String id, long amount, long all, Instant until) {
    return new Held(id, Unit.MINUTES, amount, HoldPurpose.EXCHANGE, id, until, all);
  }
}
