package cn.linli.timebank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten million random wishes, most of them possible, against a second bookkeeping that knows nothing
 * of lots and hashes but who has how much. Seeded: a failure can be repeated.
 */
@Tag("slow")
class TenMillionOperationsTest {

  private static final int OPERATIONS = 10_000_000;
  private static final int HOLDERS = 1_000;
  private static final int AMOUNT_MAX = 50;
  private static final int LOOK_EVERY = 1_000_000;
  private static final String PLACE = "370602003006";
  private static final Terms TERMS = new Terms(1_000_000_000, 240, 480, 1, false, null, 0);

  private final SplittableRandom random = new SplittableRandom(20_261_123);
  private final Account[] accounts = new Account[HOLDERS];
  private final long[][] owned = new long[HOLDERS][2];
  private final long[][] held = new long[HOLDERS][2];
  private final List<List<Hold>> holds = new ArrayList<>();
  private final Map<String, String> heads = new HashMap<>();
  private final long[] issued = new long[2];
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long refused;
  private long booked;

  @Test
  void everyOperationIsBookedOnBothSidesOrNotAtAll() {
    for (int i = 0; i < HOLDERS; i++) {
      var opened =
          new AccountOpened(id(i), AccountKind.PERSON, PLACE, null, null, null, null, null);
      accounts[i] = Account.NONE.evolve(opened, now);
      holds.add(new ArrayList<>());
    }
    for (int n = 1; n <= OPERATIONS; n++) {
      now = now.plusMillis(random.nextInt(200));
      operate(n);
      if (n % LOOK_EVERY == 0) {
        look();
      }
    }
    assertThat(booked + refused).isEqualTo(OPERATIONS);
    assertThat(refused).as("some were refused, not most").isBetween(1_000L, OPERATIONS / 2L);
  }

  private void operate(int n) {
    int one = random.nextInt(HOLDERS);
    int other = (one + 1 + random.nextInt(HOLDERS - 1)) % HOLDERS;
    Unit unit = random.nextInt(4) == 0 ? Unit.POINTS : Unit.MINUTES;
    long amount = 1 + random.nextInt(AMOUNT_MAX);
    switch (random.nextInt(10)) {
      case 0, 1 -> issue(one, unit, amount);
      case 2 -> redeem(one, unit, amount);
      case 3 -> hold(one, unit, amount, "h" + n);
      case 4 -> settle(one);
      case 5 -> release(one);
      default -> move(one, other, unit, amount);
    }
  }

  private void issue(int to, Unit unit, long amount) {
    assertThat(book(Transaction.of(Step.issue(id(to), PLACE, unit, amount, Reason.GRANT, "g")), to))
        .isTrue();
    owned[to][unit.ordinal()] += amount;
    issued[unit.ordinal()] += amount;
  }

  private void redeem(int from, Unit unit, long amount) {
    boolean possible = available(from, unit) >= amount;
    assertThat(book(Transaction.of(Step.redeem(id(from), PLACE, unit, amount, "o")), from))
        .isEqualTo(possible);
    if (possible) {
      owned[from][unit.ordinal()] -= amount;
      issued[unit.ordinal()] -= amount;
    }
  }

  private void move(int from, int to, Unit unit, long amount) {
    boolean possible = available(from, unit) >= amount;
    var wish = Transaction.of(Step.move(id(from), id(to), unit, amount, Reason.TRANSFER, "t"));
    assertThat(book(wish, from, to)).isEqualTo(possible);
    if (possible) {
      owned[from][unit.ordinal()] -= amount;
      owned[to][unit.ordinal()] += amount;
    }
  }

  private void hold(int of, Unit unit, long amount, String id) {
    var hold = new Hold(id, unit, amount, HoldPurpose.ORDER, "o", now.plus(Duration.ofDays(900)));
    boolean possible = available(of, unit) >= amount && holds.get(of).size() < Hold.COUNT_MAX;
    assertThat(book(Transaction.of(new Step.SetAside(id(of), hold)), of)).isEqualTo(possible);
    if (possible) {
      holds.get(of).add(hold);
      held[of][unit.ordinal()] += amount;
    }
  }

  /** What an order does when it is fulfilled. */
  private void settle(int of) {
    if (holds.get(of).isEmpty()) {
      refused++;
      return;
    }
    Hold hold = holds.get(of).remove(random.nextInt(holds.get(of).size()));
    int unit = hold.unit().ordinal();
    var settle = new Step.Settle(id(of), hold.id());
    var spend = Step.redeem(id(of), PLACE, hold.unit(), hold.amount(), "o");
    assertThat(book(Transaction.of(settle, spend), of)).isTrue();
    held[of][unit] -= hold.amount();
    owned[of][unit] -= hold.amount();
    issued[unit] -= hold.amount();
  }

  private void release(int of) {
    if (holds.get(of).isEmpty()) {
      refused++;
      return;
    }
    Hold hold = holds.get(of).remove(random.nextInt(holds.get(of).size()));
    assertThat(book(Transaction.of(new Step.Release(id(of), hold.id(), "cancelled")), of)).isTrue();
    held[of][hold.unit().ordinal()] -= hold.amount();
  }

  private long available(int of, Unit unit) {
    return owned[of][unit.ordinal()] - held[of][unit.ordinal()];
  }

  private boolean book(Transaction wish, int... touched) {
    Map<String, Account> before = new HashMap<>();
    for (int each : touched) {
      before.put(id(each), accounts[each]);
    }
    return switch (Book.apply(wish, before, now, division -> TERMS)) {
      case Booking.Refused _ -> {
        refused++;
        yield false;
      }
      case Booking.Booked(var events) -> {
        booked++;
        for (int each : touched) {
          events.getOrDefault(id(each), List.of()).forEach(event -> take(each, event));
        }
        yield true;
      }
    };
  }

  private void take(int of, AccountEvent event) {
    accounts[of] = accounts[of].evolve(event, now);
    if (event instanceof Posted line) {
      Entry entry = Entry.parse(line.entry()).orElseThrow();
      String expected =
          Chain.next(
              heads.get(of + entry.unit().code()),
              id(of),
              entry.seq(),
              entry.unit(),
              line.amount(),
              line.counter(),
              now,
              line.ref(),
              line.reason(),
              line.service());
      if (!line.hash().equals(expected)) {
        throw new AssertionError("broken at " + line);
      }
      heads.put(of + entry.unit().code(), expected);
    }
  }

  private void look() {
    for (Unit unit : Unit.values()) {
      long sum = 0;
      for (int i = 0; i < HOLDERS; i++) {
        Balance balance = accounts[i].balance(unit);
        assertThat(balance.posted()).isEqualTo(owned[i][unit.ordinal()]).isNotNegative();
        assertThat(balance.held()).isEqualTo(held[i][unit.ordinal()]);
        assertThat(balance.available()).isNotNegative();
        sum += balance.posted();
      }
      assertThat(sum).isEqualTo(issued[unit.ordinal()]);
    }
  }

  private static String id(int number) {
    return "%026d".formatted(number);
  }
}
