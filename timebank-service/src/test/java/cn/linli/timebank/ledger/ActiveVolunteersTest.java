package cn.linli.timebank.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever gave time counts once in a month, in whatever way it was given. */
class ActiveVolunteersTest {

  private static final String ID = "0".repeat(26);
  private static final String PLACE = "370602003006";
  private static final Terms TERMS = new Terms(90_000, 240, 480, 1, true, null, 0);

  private static final Instant FIRST = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-03-09T02:00:00Z");

  /** Already April where the community is. */
  private static final Instant NEXT_MONTH = Instant.parse("2026-03-31T16:30:00Z");

  private Account account =
      Account.NONE.evolve(
          new AccountOpened(ID, AccountKind.PERSON, PLACE, "h", null, null, null, null), FIRST);

  static Stream<Arguments> pairs() {
    var ways = List.of(Reason.SERVICE, Reason.EXCHANGE, Reason.SESSION);
    return ways.stream().flatMap(one -> ways.stream().map(other -> arguments(one, other)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void two_ways_of_serving_in_a_month_are_one_volunteer_and_the_next_month_counts_anew(
      Reason one, Reason other) {
    assertThat(isFirst(one, 30, FIRST)).isTrue();
    assertThat(isFirst(other, 30, SECOND)).isFalse();
    assertThat(isFirst(other, 30, NEXT_MONTH)).isTrue();
    assertThat(isFirst(one, 30, NEXT_MONTH.plusSeconds(60))).isFalse();
  }

  /** What flows over only ever follows the income that made it. */
  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"SERVICE", "EXCHANGE", "SESSION", "OVERFLOW"},
      mode = EnumSource.Mode.EXCLUDE)
  void what_was_not_given_as_time_makes_nobody_active(Reason reason) {
    assertThat(isFirst(reason, 30, FIRST)).isFalse();
    assertThat(isFirst(Reason.SERVICE, 30, SECOND)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVICE", "EXCHANGE", "SESSION"})
  void who_pays_a_neighbour_is_served_and_does_not_serve(Reason earned) {
    assertThat(isFirst(Reason.GRANT, 60, FIRST)).isFalse();
    assertThat(isFirst(Reason.EXCHANGE, -30, FIRST)).isFalse();
    assertThat(isFirst(earned, 30, SECOND)).isTrue();
  }

  private boolean isFirst(Reason reason, long amount, Instant at) {
    var other = "1".repeat(26);
    var line = new Step.Post(ID, Unit.MINUTES, amount, Counter.passbook(other), reason, "r", null);
    var sheet = new Sheet(ID, account, TERMS, at);
    assertThat(sheet.take(line)).isNull();
    List<AccountEvent> events = sheet.events();
    account = sheet.account();
    return Boolean.TRUE.equals(((Posted) events.getFirst()).firstOfMonth());
  }
}
