package cn.linli.timebank.domain.wristbands;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.SessionFlag;
import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.timebank.domain.wristbands.Reading.Kind;
import cn.linli.timebank.domain.wristbands.Settlement.Result;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a settlement books, and what later readings take back. */
class SettlementTest {

  private static final String ID = "0".repeat(26);
  private static final String HERE = "370602003006";
  private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant NOW = MORNING.plus(Duration.ofHours(40));
  private static final WristbandTerms TERMS = new WristbandTerms(0, Duration.ZERO);
  private static final Terms LEDGER = new Terms(90_000, 240, 480, 1, true, null, 0);

  private final List<Reading> readings = new ArrayList<>();
  private List<BookedSession> booked = List.of();
  private Account account =
      Account.NONE.evolve(
          new AccountOpened(ID, AccountKind.PERSON, HERE, null, null, null, null, null), MORNING);

  private void read(Kind kind, int minute) {
    readings.add(
        new Reading(
            "kiosk",
            readings.size(),
            kind,
            MORNING.plus(Duration.ofMinutes(minute)),
            "kitchen",
            "meals"));
  }

  private List<Long> settle(String... reversed) {
    var plan = Plan.of(readings, booked, List.of(), TERMS, NOW, Session::toString);
    var result =
        (Result.Settled)
            Settlement.of(plan, ID, HERE, Map.of(ID, account), Set.of(reversed), NOW, _ -> LEDGER);
    var amounts = new ArrayList<Long>();
    for (AccountEvent event : result.passbooks().getOrDefault(ID, List.of())) {
      account = account.evolve(event, NOW);
      if (event instanceof Posted posted) {
        amounts.add(posted.amount());
      }
    }
    var now = new ArrayList<>(booked);
    now.removeIf(it -> result.event().takenBack().contains(it.session()));
    now.addAll(result.event().booked());
    booked = List.copyOf(now);
    return amounts;
  }

  @Test
  void what_is_booked_is_booked_once() {
    read(Kind.CHECK_IN, 0);
    read(Kind.CHECK_OUT, 120);
    assertThat(settle()).containsExactly(120L);
    assertThat(settle()).as("nothing new").isEmpty();
  }

  @Test
  void what_was_booked_is_corrected_by_a_line_the_other_way() {
    read(Kind.CHECK_IN, 0);
    read(Kind.CHECK_OUT, 120);
    settle();
    read(Kind.CHECK_OUT, 50);
    assertThat(settle()).containsExactly(-120L, 50L);
    assertThat(booked).extracting(BookedSession::minutes).containsExactly(50);
  }

  @Test
  void a_line_somebody_took_back_by_hand_is_not_taken_back_twice() {
    read(Kind.CHECK_IN, 0);
    read(Kind.CHECK_OUT, 120);
    settle();
    String line = booked.getFirst().entry();
    read(Kind.CHECK_OUT, 50);
    assertThat(settle(line)).isEmpty();
    assertThat(booked).extracting(BookedSession::flag).containsExactly(SessionFlag.OVERLAP);
  }
}
