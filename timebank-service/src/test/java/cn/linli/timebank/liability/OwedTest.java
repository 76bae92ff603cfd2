package cn.linli.timebank.liability;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Booking;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Terms;
import cn.linli.timebank.ledger.Transaction;
import cn.linli.timebank.liability.Owed.Age;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Oldest minutes are spent first; pools are owed to nobody. */
class OwedTest {

  private static final String PLACE = "370602003006";
  private static final YearMonth NOW = YearMonth.of(2026, 11);
  private static final Terms TERMS = new Terms(90_000, 240, 480, 1, false, null, 0);

  private Account account = opened("0".repeat(26), AccountKind.PERSON);

  @Test
  void what_is_left_is_told_by_age() {
    earn("2020-03-01", 100);
    earn("2023-01-15", 50);
    earn("2025-11-02", 40);
    earn("2026-10-20", 30);
    spend("2026-11-01", 120);

    var owed = new Owed(NOW);
    owed.add(account);

    assertThat(owed.outstanding()).isEqualTo(100);
    assertThat(owed.byAge())
        .containsEntry(Age.OVER_5_YEARS, 0L)
        .containsEntry(Age.YEARS_3_TO_5, 30L)
        .containsEntry(Age.YEARS_2_TO_3, 0L)
        .containsEntry(Age.YEARS_1_TO_2, 40L)
        .containsEntry(Age.UNDER_1_YEAR, 30L);
    assertThat(owed.byAge().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(owed.outstanding());
  }

  @Test
  void pools_stand_beside() {
    earn("2026-10-20", 30);
    Account pool = account;
    account = opened("pool-" + PLACE, AccountKind.POOL);
    earn("2026-10-20", 500);
    var owed = new Owed(NOW);
    owed.add(pool);
    owed.add(account);

    assertThat(owed.passbooks()).isEqualTo(1);
    assertThat(owed.outstanding()).isEqualTo(30);
    assertThat(owed.pool()).isEqualTo(500);
  }

  @Test
  void five_years_are_expected_at_the_last_years_pace_and_no_more_than_there_is() {
    earn("2026-10-20", 240);
    var owed = new Owed(NOW);
    owed.add(account);

    assertThat(owed.expectedInFiveYears(10)).isEqualTo(50);
    assertThat(owed.expectedInFiveYears(100)).isEqualTo(240);
    assertThat(LiabilityReply.of(PLACE, Instant.EPOCH, owed, 0L, Instant.EPOCH).coverByPool())
        .isNull();
    assertThat(LiabilityReply.of(PLACE, Instant.EPOCH, owed, null, null).expectedFiveYearClaims())
        .isNull();
  }

  private void earn(String day, long minutes) {
    book(day, Step.issue(account.id(), PLACE, Unit.MINUTES, minutes, Reason.GRANT, null));
  }

  private void spend(String day, long minutes) {
    book(day, Step.redeem(account.id(), PLACE, Unit.MINUTES, minutes, "o"));
  }

  private void book(String day, Step step) {
    Instant at = LocalDate.parse(day).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    var booked =
        (Booking.Booked)
            Book.apply(Transaction.of(step), Map.of(account.id(), account), at, place -> TERMS);
    booked.events().get(account.id()).forEach(event -> account = account.evolve(event, at));
  }

  private static Account opened(String id, AccountKind kind) {
    return Account.NONE.evolve(
        new AccountOpened(id, kind, PLACE, null, null, null, null, null), Instant.EPOCH);
  }
}
