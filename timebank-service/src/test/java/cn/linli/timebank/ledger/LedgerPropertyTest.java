package cn.linli.timebank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is asked of it, the book keeps its promises. */
class LedgerPropertyTest {

  private static final String DIVISION = "370602003006";
  private static final String POOL = Book.pool(DIVISION);
  private static final List<String> HOLDERS =
      List.of("a".repeat(26), "b".repeat(26), "c".repeat(26));
  private static final Terms TERMS = new Terms(500, 240, 480, 15, true, 12, 100);
  private static final int WISHES = 120;

  /** An account's events and when each happened. */
  private record Line(AccountEvent event, Instant at) {}

  @Property(tries = 60)
  void sums_are_zero_balances_never_negative_chains_hold_and_refusals_change_nothing(
      @ForAll long seed) {
    var random = new Random(seed);
    var journal = new LinkedHashMap<String, List<Line>>();
    var accounts = new LinkedHashMap<String, Account>();
    Instant at = Instant.parse("2026-01-05T00:00:00Z");
    for (String id : HOLDERS) {
      take(journal, accounts, id, opened(id, AccountKind.PERSON), at);
    }
    take(journal, accounts, POOL, Book.opened(POOL), at);
    var system = new EnumMap<Unit, Long>(Unit.class);
    int refused = 0;
    for (int i = 0; i < WISHES; i++) {
      at = at.plusSeconds(1 + random.nextInt(80_000));
      for (String id : accounts.keySet()) {
        falls(journal, accounts, system, id, at);
      }
      var before = Map.copyOf(accounts);
      Transaction wish = wish(random, accounts, i, at);
      switch (Book.apply(wish, accounts, at, _ -> TERMS)) {
        case Booking.Refused(var refusal) -> {
          refused++;
          assertThat(refusal.code()).isNotBlank();
          assertThat(accounts).isEqualTo(before);
        }
        case Booking.Booked(var events) -> {
          for (var its : events.entrySet()) {
            for (AccountEvent event : its.getValue()) {
              counts(system, event);
              take(journal, accounts, its.getKey(), event, at);
            }
          }
        }
      }
      for (Unit unit : Unit.values()) {
        long posted = accounts.values().stream().mapToLong(it -> it.balance(unit).posted()).sum();
        assertThat(posted + system.getOrDefault(unit, 0L)).as("sum of %s", unit).isZero();
      }
      accounts.values().forEach(LedgerPropertyTest::isSound);
    }
    assertThat(refused).isBetween(1, WISHES - 1);
    journal.forEach((id, lines) -> {
      isChained(id, lines);
      assertThat(replayed(lines)).isEqualTo(accounts.get(id));
    });
  }

  private static Transaction wish(
      Random random, Map<String, Account> accounts, int number, Instant at) {
    String one = HOLDERS.get(random.nextInt(HOLDERS.size()));
    String other = HOLDERS.get((HOLDERS.indexOf(one) + 1) % HOLDERS.size());
    Unit unit = random.nextBoolean() ? Unit.MINUTES : Unit.POINTS;
    long amount = 1 + random.nextInt(200);
    Account account = Objects.requireNonNull(accounts.get(one));
    return switch (random.nextInt(6)) {
      case 0 -> Transaction.of(Step.issue(one, DIVISION, unit, amount, Reason.GRANT, "r" + number));
      case 1 -> Transaction.of(Step.move(one, other, unit, amount, Reason.TRANSFER, null));
      case 2 -> Transaction.of(Step.redeem(one, DIVISION, unit, amount, "o" + number));
      case 3 ->
          Transaction.of(
              new Step.SetAside(
                  one,
                  new Hold(
                      "h" + number,
                      unit,
                      amount,
                      HoldPurpose.ORDER,
                      "o" + number,
                      at.plusSeconds(900_000))));
      case 4 -> {
        var hold = account.holds().stream().findFirst();
        yield hold.isEmpty()
            ? Transaction.of(new Step.Release(one, "none", "cancelled"))
            : Transaction.of(
                new Step.Settle(one, hold.get().id()),
                Step.redeem(one, DIVISION, hold.get().unit(), hold.get().amount(), "s" + number));
      }
      default -> {
        var interval = new Interval(at.minusSeconds(60L * (1 + random.nextInt(300))), at);
        Earning earning = Earning.of(account, interval, interval.minutes(), TERMS);
        yield new Transaction(
            earning.steps(one, interval, Counter.issue(DIVISION), "v" + number, "visit"));
      }
    };
  }

  private static void falls(
      Map<String, List<Line>> journal,
      Map<String, Account> accounts,
      Map<Unit, Long> system,
      String id,
      Instant at) {
    Instant due = AccountTimers.due(Objects.requireNonNull(accounts.get(id)));
    while (due != null && !due.isAfter(at)) {
      var decision = AccountTimers.fallDue(Objects.requireNonNull(accounts.get(id)), at);
      if (decision
          instanceof cn.linli.platform.decide.Decision.Accepted<AccountEvent>(var events)) {
        for (AccountEvent event : events) {
          counts(system, event);
          take(journal, accounts, id, event, at);
        }
      }
      due = AccountTimers.due(Objects.requireNonNull(accounts.get(id)));
    }
  }

  /** A line against a system account is that account's line the other way round. */
  private static void counts(Map<Unit, Long> system, AccountEvent event) {
    if (event instanceof Posted it && !it.counter().startsWith("a:")) {
      system.merge(it.unit(), -it.amount(), Long::sum);
    }
  }

  private static void take(
      Map<String, List<Line>> journal,
      Map<String, Account> accounts,
      String id,
      AccountEvent event,
      Instant at) {
    journal.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Line(event, at));
    accounts.put(id, accounts.getOrDefault(id, Account.NONE).evolve(event, at));
  }

  private static void isSound(Account account) {
    for (Unit unit : Unit.values()) {
      Balance balance = account.balance(unit);
      assertThat(balance.available()).isNotNegative();
      assertThat(balance.held())
          .isEqualTo(
              account.holds().stream()
                  .filter(hold -> hold.unit() == unit)
                  .mapToLong(Hold::amount)
                  .sum());
      assertThat(
              account.lots().stream().filter(lot -> lot.unit() == unit).mapToLong(Lot::left).sum())
          .as("lots of %s", account)
          .isEqualTo(balance.posted());
    }
    if (account.kind() == AccountKind.PERSON) {
      assertThat(account.balance(Unit.MINUTES).posted()).isLessThanOrEqualTo(TERMS.accountCap());
    }
  }

  private static void isChained(String id, List<Line> lines) {
    var heads = new EnumMap<Unit, String>(Unit.class);
    var seqs = new EnumMap<Unit, Long>(Unit.class);
    for (Line line : lines) {
      if (line.event() instanceof Posted it) {
        long seq = seqs.merge(it.unit(), 1L, Long::sum);
        assertThat(it.entry()).isEqualTo(new Entry(id, it.unit(), seq).id());
        assertThat(it.hash())
            .isEqualTo(
                Chain.next(
                    heads.get(it.unit()),
                    id,
                    seq,
                    it.unit(),
                    it.amount(),
                    it.counter(),
                    line.at(),
                    it.ref(),
                    it.reason(),
                    it.service()));
        heads.put(it.unit(), it.hash());
      }
    }
  }

  private static Account replayed(List<Line> lines) {
    Account account = Account.NONE;
    for (Line line : lines) {
      account = account.evolve(line.event(), line.at());
    }
    return account;
  }

  static AccountOpened opened(String id, AccountKind kind) {
    return new AccountOpened(id, kind, DIVISION, "h", "owner-" + id, null, null, null);
  }
}
