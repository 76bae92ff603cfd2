package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.GuardianRecorded;
import cn.linli.events.timebank.AccountKind;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.ledger.Account;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The day a ward comes of age begins before a timer has told it. */
class GrownUpOverHttpTest {

  private static final String WARD = "w".repeat(26);

  @Test
  void a_guardian_orders_nothing_for_who_has_come_of_age() {
    try (var bank = new Bank(new Server("grown-up", Clock.systemUTC()))) {
      bank.community(HERE);
      String guardian = bank.account(HERE, "mother");
      String reward = bank.reward(HERE, "service", "minutes", 10);
      var ward = new StreamId("a", WARD);
      var mother = new StreamId("a", guardian);

      Outcome outcome =
          bank.server
              .bean(CommandGate.class)
              .submit(
                  new Command(
                      "grown-up",
                      true,
                      "hash",
                      List.of(ward, mother),
                      null,
                      "bank-clerk@37#test",
                      "thread",
                      "cause",
                      200,
                      List.of(),
                      streams -> {
                        String mark = streams.state(mother, Account.class).owner();
                        return new Verdict.Accept(
                            List.of(
                                new Change(
                                    ward,
                                    List.of(
                                        new AccountOpened(
                                            WARD,
                                            AccountKind.PERSON,
                                            HERE,
                                            null,
                                            null,
                                            guardian,
                                            "consent",
                                            2020),
                                        new GuardianRecorded(
                                            guardian, Objects.requireNonNull(mark), "consent")))));
                      }))
              .join();
      assertThat(outcome).isInstanceOf(Outcome.Done.class);

      bank.order(bank.resident(HERE, "mother"), WARD, reward, 1).problem(403, "not-yourself");
    }
  }
}
