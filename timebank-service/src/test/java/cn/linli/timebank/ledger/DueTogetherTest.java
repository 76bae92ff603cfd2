package cn.linli.timebank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.Held;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What falls due at one instant is done at once: a passbook whose next instant did not move would
 * take no command any more, and neither would the pool of a community.
 */
class DueTogetherTest {

  private static final String PLACE = "370602003006";
  private static final Instant AT = Instant.parse("2026-03-10T04:00:00Z");
  private static final Instant UNTIL = AT.plus(Duration.ofDays(30));

  private Account account =
      Account.NONE.evolve(
          new AccountOpened("a", AccountKind.PERSON, PLACE, "h", null, null, null, null), AT);

  @Test
  void two_holds_that_end_at_one_instant_end_together() {
    book(Unit.MINUTES, 100);
    held("one", 30, 30);
    held("other", 20, 50);

    passes(UNTIL);

    assertThat(account.holds()).isEmpty();
    assertThat(account.balance(Unit.MINUTES).available()).isEqualTo(100);
  }

  @Test
  void more_holds_than_a_command_would_wait_for_end_together() {
    book(Unit.MINUTES, 100);
    for (int i = 1; i <= Hold.COUNT_MAX; i++) {
      held("h" + i, 1, i);
    }

    passes(UNTIL.plusSeconds(1));

    assertThat(account.balance(Unit.MINUTES).held()).isZero();
  }

  @Test
  void minutes_and_points_of_one_month_are_told_and_expire_together() {
    book(Unit.MINUTES, 60);
    book(Unit.POINTS, 40);

    passes(Instant.parse("2026-08-01T00:00:00Z"));
    assertThat(account.lots()).allSatisfy(lot -> assertThat(lot.told()).isEqualTo(lot.expires()));
    passes(Instant.parse("2026-09-30T16:00:00Z"));

    assertThat(account.balance(Unit.MINUTES).posted()).isZero();
    assertThat(account.balance(Unit.POINTS).posted()).isZero();
    assertThat(AccountTimers.due(account)).isNull();
  }

  @Test
  void after_years_without_timers_all_is_done_in_one_go() {
    book(Unit.MINUTES, 60);
    book(Unit.POINTS, 40);
    held("one", 30, 30);

    passes(Instant.parse("2030-01-01T00:00:00Z"));

    assertThat(account.balance(Unit.MINUTES).posted()).isZero();
    assertThat(account.balance(Unit.POINTS).posted()).isZero();
  }

  private void book(Unit unit, long amount) {
    var wish = Transaction.of(Step.issue("a", PLACE, unit, amount, Reason.SERVICE, "v"));
    var terms = new Terms(90_000, 240, 480, 1, true, 6, 0);
    var booked = (Booking.Booked) Book.apply(wish, Map.of("a", account), AT, _ -> terms);
    booked.events().get("a").forEach(it -> account = account.evolve(it, AT));
  }

  private void held(String hold, long amount, long all) {
    account =
        account.evolve(
            new Held(hold, Unit.MINUTES, amount, HoldPurpose.EXCHANGE, hold, UNTIL, all), AT);
  }

  /** One nudge, as a timer gives it: afterwards nothing may be due at that instant any more. */
  private void passes(Instant now) {
    List<AccountEvent> events =
        ((Decision.Accepted<AccountEvent>) AccountTimers.fallDue(account, now)).events();
    events.forEach(it -> account = account.evolve(it, now));
    assertThat(AccountTimers.due(account))
        .satisfiesAnyOf(due -> assertThat(due).isNull(), due -> assertThat(due).isAfter(now));
  }
}
