package cn.linli.timebank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent.AccountFrozen;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.AccountUnfrozen;
import cn.linli.events.timebank.AccountEvent.SuccessionLapsed;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.FreezeCause;
import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules at the edge of what a passbook remembers, and of what a pool may give. */
class LongAgoTest {

  private static final String PLACE = "370602003006";
  private static final String POOL = Book.pool(PLACE);

  /** Midnight where the community is. */
  private static final Instant DAY = Instant.parse("2026-03-01T16:00:00Z");

  private final Map<String, Account> accounts = new HashMap<>();
  private Terms terms = new Terms(90_000, 240, 480, 1, false, null, 0);

  private Account opened(String id, AccountKind kind) {
    return Account.NONE.evolve(
        new AccountOpened(id, kind, PLACE, null, null, null, null, null), DAY);
  }

  private Booking book(Transaction wish, Instant at) {
    Booking booking = Book.apply(wish, accounts, at, _ -> terms);
    if (booking instanceof Booking.Booked(var events)) {
      events.forEach((id, its) ->
          its.forEach(event -> accounts.compute(id, (_, was) -> was.evolve(event, at))));
    }
    return booking;
  }

  /** Served for four hours from an hour of the day, and written down at an instant. */
  private long earns(int hour, Instant at) {
    Instant from = DAY.plus(Duration.ofHours(hour));
    var interval = new Interval(from, from.plus(Duration.ofHours(4)));
    var earning = Earning.of(accounts.get("a"), interval, 240, terms);
    var steps = earning.steps("a", interval, Counter.issue(PLACE), "v" + hour, "care");
    assertThat(book(new Transaction(steps), at)).isInstanceOf(Booking.Booked.class);
    return earning.minutes();
  }

  @Test
  void the_cap_of_a_day_forty_days_ago_counts_all_of_that_day() {
    accounts.put("a", opened("a", AccountKind.PERSON));
    Instant end = DAY.plus(Duration.ofDays(40));
    assertThat(earns(0, DAY.plus(Duration.ofDays(2)))).isEqualTo(240);
    assertThat(earns(4, DAY.plus(Duration.ofDays(2)))).isEqualTo(240);

    assertThat(earns(13, end.plus(Duration.ofHours(9)))).isZero();
    assertThat(earns(9, end.plus(Duration.ofHours(9)))).isZero();

    assertThat(accounts.get("a").balance(Unit.MINUTES).posted()).isEqualTo(480);
  }

  @Test
  void the_pool_sets_aside_no_more_than_it_may_grant() {
    terms = new Terms(90_000, 240, 480, 1, false, null, 60);
    accounts.put(POOL, opened(POOL, AccountKind.POOL));
    accounts.put("a", opened("a", AccountKind.PERSON));
    book(Transaction.of(Step.issue(POOL, PLACE, Unit.MINUTES, 100, Reason.GRANT, null)), DAY);

    assertThat(book(Transaction.of(aside(50)), DAY)).isInstanceOf(Booking.Refused.class);
    assertThat(book(Transaction.of(aside(40)), DAY)).isInstanceOf(Booking.Booked.class);
    var paid =
        Transaction.of(
            java.util.List.of(new Step.Settle(POOL, "m")),
            Step.move(POOL, "a", Unit.MINUTES, 40, Reason.GRANT, "m"));
    assertThat(book(paid, DAY)).isInstanceOf(Booking.Booked.class);
  }

  private static Step aside(long minutes) {
    return new Step.SetAside(
        POOL,
        new Hold(
            "m", Unit.MINUTES, minutes, HoldPurpose.EXCHANGE, "m", DAY.plus(Duration.ofDays(30))));
  }

  @Test
  void who_is_frozen_anew_has_heirs_or_an_inquiry_anew() {
    Account over =
        opened("a", AccountKind.PERSON)
            .evolve(new AccountFrozen(FreezeCause.DEATH, "r", DAY), DAY)
            .evolve(new SuccessionLapsed(POOL), DAY);
    assertThat(Leaving.isOver(over)).isTrue();
    Account alive = over.evolve(new AccountUnfrozen("r"), DAY);
    assertThat(Leaving.isOver(alive)).isFalse();
    assertThat(Leaving.isOver(alive.evolve(new AccountFrozen(FreezeCause.INQUIRY, "r", null), DAY)))
        .isFalse();
    assertThat(
            Leaving.isOver(
                alive.evolve(
                    new AccountFrozen(FreezeCause.DEATH, "r", DAY.plus(Duration.ofDays(365))),
                    DAY)))
        .isFalse();
  }
}
