package cn.linli.timebank.domain.wristbands;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.timebank.domain.wristbands.Reading.Kind;
import cn.linli.timebank.domain.wristbands.Settlement.Result;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Booking;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Terms;
import cn.linli.timebank.ledger.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a correction takes from the pool, and what from the passbook, when minutes had run over. */
class SpilledCorrectionTest {

  private static final String ID = "0".repeat(26);
  private static final String HERE = "370602003006";
  private static final String POOL = Book.pool(HERE);
  private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant NOW = MONDAY.plus(Duration.ofHours(70));
  private static final Terms LEDGER = new Terms(500, 240, 480, 1, true, null, 0);

  private final Map<String, Account> accounts = new HashMap<>();
  private final List<Posted> lines = new ArrayList<>();
  private List<AccountEvent> last = List.of();

  @BeforeEach
  void open() {
    happens(ID, opened(ID, AccountKind.PERSON));
    happens(POOL, opened(POOL, AccountKind.POOL));
  }

  private static AccountOpened opened(String id, AccountKind kind) {
    return new AccountOpened(id, kind, HERE, null, null, null, null, null);
  }

  private void happens(String id, AccountEvent event) {
    accounts.put(id, accounts.getOrDefault(id, Account.NONE).evolve(event, NOW));
    if (event instanceof Posted posted && id.equals(ID)) {
      lines.add(posted);
    }
  }

  private long minutes(String id) {
    return accounts.get(id).balance(Unit.MINUTES).posted();
  }

  private void book(Step... steps) {
    var booked = (Booking.Booked) Book.apply(Transaction.of(steps), accounts, NOW, _ -> LEDGER);
    booked.events().forEach((id, its) -> its.forEach(event -> happens(id, event)));
  }

  /** A session of four hours each day; of the first day, {@code minutes}. */
  private static List<Reading> days(int minutes) {
    var readings = new ArrayList<Reading>();
    for (int day = 0; day < 3; day++) {
      Instant from = MONDAY.plus(Duration.ofDays(day));
      int stayed = day == 0 ? minutes : 240;
      readings.add(new Reading("k", 2L * day, Kind.CHECK_IN, from, "yard", "meals"));
      readings.add(
          new Reading(
              "k",
              2L * day + 1,
              Kind.CHECK_OUT,
              from.plus(Duration.ofMinutes(stayed)),
              "yard",
              "meals"));
    }
    return readings;
  }

  private final List<BookedSession> booked = new ArrayList<>();

  private Result settle(List<Reading> readings) {
    var terms = new WristbandTerms(0, Duration.ZERO);
    var plan = Plan.of(readings, List.copyOf(booked), List.of(), terms, NOW, Session::toString);
    Result result = Settlement.of(plan, ID, HERE, accounts, Set.of(), NOW, _ -> LEDGER);
    if (result instanceof Result.Settled settled) {
      settled.passbooks().forEach((id, its) -> its.forEach(event -> happens(id, event)));
      booked.removeIf(it -> settled.event().takenBack().contains(it.session()));
      booked.addAll(settled.event().booked());
      last = settled.passbooks().getOrDefault(ID, List.of());
    }
    return result;
  }

  private List<String> lastLines() {
    return last.stream()
        .filter(Posted.class::isInstance)
        .map(Posted.class::cast)
        .map(it -> it.reason().wire() + " " + it.amount())
        .toList();
  }

  @Test
  void what_the_wrong_minutes_made_run_over_comes_back_first() {
    settle(days(240));
    assertThat(minutes(ID)).isEqualTo(500);
    assertThat(minutes(POOL)).isEqualTo(220);

    settle(days(100));
    assertThat(lastLines())
        .containsExactly("overflow 220", "reversal -240", "service 100", "overflow -80");
    assertThat(minutes(ID)).isEqualTo(500);
    assertThat(minutes(POOL)).as("100 + 240 + 240 - 500").isEqualTo(80);
    Posted back =
        lines.stream()
            .filter(it -> it.reason() == Reason.OVERFLOW && it.amount() > 0)
            .findFirst()
            .orElseThrow();
    assertThat(back.ref()).as("names the line that had run over").isEqualTo(lines.get(3).entry());
  }

  @Test
  void what_ran_over_before_minutes_were_spent_has_its_own_causes() {
    settle(days(240).subList(0, 4));
    var grant = Step.issue(ID, HERE, Unit.MINUTES, 60, Reason.GRANT, null);
    book(grant);
    assertThat(minutes(POOL)).isEqualTo(40);
    book(Step.redeem(ID, HERE, Unit.MINUTES, 300, "order"));
    settle(days(240));
    assertThat(minutes(ID)).isEqualTo(440);

    var without = days(240).subList(0, 4);
    settle(without);
    assertThat(lastLines()).as("the third day was none").containsExactly("reversal -240");
    assertThat(minutes(ID)).isEqualTo(200);
    assertThat(minutes(POOL)).isEqualTo(40);
  }

  @Test
  void what_ran_over_comes_back_although_minutes_were_spent_since() {
    settle(days(240));
    book(Step.redeem(ID, HERE, Unit.MINUTES, 450, "order"));
    settle(days(100));
    assertThat(lastLines())
        .containsExactly("overflow 220", "reversal -240", "service 100", "overflow -80");
    assertThat(minutes(ID)).as("as if it had been 100 at once").isEqualTo(50);
    assertThat(minutes(POOL)).isEqualTo(80);
  }

  @Test
  void if_the_pool_has_given_it_away_the_correction_waits() {
    settle(days(240));
    book(Step.redeem(POOL, HERE, Unit.MINUTES, 220, "grants"));
    var refused = (Result.Refused) settle(days(100));
    assertThat(refused.refusal().code()).isEqualTo("insufficient-balance");
    assertThat(minutes(ID)).as("nothing was booked").isEqualTo(500);

    book(Step.issue(POOL, HERE, Unit.MINUTES, 1_000, Reason.GRANT, null));
    assertThat(settle(days(100))).isInstanceOf(Result.Settled.class);
    assertThat(minutes(ID)).isEqualTo(500);
    assertThat(minutes(POOL)).isEqualTo(1_000 - 140);
  }
}
