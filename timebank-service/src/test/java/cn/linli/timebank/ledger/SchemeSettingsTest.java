package cn.linli.timebank.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.ExpiryNoticed;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountEvent.SuccessionLapsed;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.FreezeCause;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.RelationKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every setting of a scheme that the ledger obeys, on and off, and every code it says. */
class SchemeSettingsTest {

  private static final String PLACE = "370602003006";
  private static final String ELSEWHERE = "370602003007";
  private static final Instant AT = Instant.parse("2026-03-10T04:00:00Z");
  private static final String ONE = "1".repeat(26);
  private static final String OTHER = "2".repeat(26);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static SchemeTable scheme(Object... changed) {
    ObjectNode json = JSON.valueToTree(ShippedTables.of(SchemeTable.class));
    for (int i = 0; i < changed.length; i += 2) {
      json.set((String) changed[i], JSON.valueToTree(changed[i + 1]));
    }
    SchemeTable scheme = JSON.treeToValue(json, SchemeTable.class);
    assertThat(scheme.flaws()).isEmpty();
    return scheme;
  }

  private static Account account(
      String id, AccountKind kind, String place, @Nullable Integer adultFrom, long minutes) {
    Account opened =
        Account.NONE.evolve(
            new AccountOpened(id, kind, place, "h", "o", null, null, adultFrom), AT);
    return minutes == 0
        ? opened
        : after(opened, Step.issue(id, place, Unit.MINUTES, minutes, Reason.GRANT, null), TERMS);
  }

  private static final Terms TERMS = new Terms(90_000, 240, 480, 1, true, null, 0);

  private static Account after(Account account, Step step, Terms terms) {
    var booked =
        (Booking.Booked)
            Book.apply(Transaction.of(step), Map.of(account.id(), account), AT, _ -> terms);
    Account now = account;
    for (AccountEvent event : booked.events().get(account.id())) {
      now = now.evolve(event, AT);
    }
    return now;
  }

  private static Account related(Account account, RelationKind kind) {
    return account.evolve(new AccountEvent.RelationRecorded(OTHER, kind, "e"), AT);
  }

  static Stream<Arguments> gifts() {
    Account plain = account(ONE, AccountKind.PERSON, PLACE, null, 700);
    Account lineal = related(plain, RelationKind.LINEAL);
    Account friend = related(plain, RelationKind.FRIEND);
    Account group = account(ONE, AccountKind.GROUP, PLACE, null, 700);
    Account minor =
        related(account(ONE, AccountKind.PERSON, PLACE, 2030, 700), RelationKind.LINEAL);
    Account there = account(OTHER, AccountKind.PERSON, PLACE, null, 0);
    Account abroad = account(OTHER, AccountKind.PERSON, ELSEWHERE, null, 0);
    return Stream.of(
        arguments("lineal on", lineal, there, OTHER, 10, scheme(), null),
        arguments(
            "lineal off",
            lineal,
            there,
            OTHER,
            10,
            scheme("transferLineal", false),
            "transfer-off"),
        arguments("friends off", friend, there, OTHER, 10, scheme(), "transfer-off"),
        arguments("friends on", friend, there, OTHER, 10, scheme("transferFriends", true), null),
        arguments("nobody", plain, there, OTHER, 10, scheme(), "relation-not-recorded"),
        arguments("donation on", plain, null, Book.pool(PLACE), 10, scheme(), null),
        arguments(
            "donation off",
            plain,
            null,
            Book.pool(PLACE),
            10,
            scheme("donation", false),
            "donation-off"),
        arguments(
            "other pool", plain, null, Book.pool(ELSEWHERE), 10, scheme(), "foreign-community"),
        arguments("group to person", group, there, OTHER, 10, scheme(), "groups-donate-only"),
        arguments("group to pool", group, null, Book.pool(PLACE), 10, scheme(), null),
        arguments("minor alone", minor, there, OTHER, 10, scheme(), "minor-alone"),
        arguments("foreign community", lineal, abroad, OTHER, 10, scheme(), "foreign-community"),
        arguments("day limit", lineal, there, OTHER, 601, scheme(), "transfer-day-limit"),
        arguments(
            "higher limit", lineal, there, OTHER, 601, scheme("transferDayLimit", 700), null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gifts")
  void who_may_give_to_whom_is_what_the_scheme_says(
      String name,
      Account giver,
      @Nullable Account receiver,
      String to,
      long amount,
      SchemeTable scheme,
      @Nullable String code) {
    var giving = new Giving(ONE, to, Unit.MINUTES, amount, null, null, false);
    assertThat(code(giving.objection(giver, receiver, scheme, false, AT))).isEqualTo(code);
  }

  @Test
  void a_days_gifts_add_up_and_the_next_day_begins_anew() {
    Account giver =
        after(
            account(ONE, AccountKind.PERSON, PLACE, null, 700),
            new Step.Post(
                ONE, Unit.MINUTES, -600, Counter.donated(PLACE), Reason.DONATION, null, null),
            TERMS);
    var one = new Giving(ONE, null, Unit.MINUTES, 1, null, null, false);
    assertThat(code(one.objection(giver, null, scheme(), false, AT)))
        .isEqualTo("transfer-day-limit");
    assertThat(one.objection(giver, null, scheme(), false, AT.plusSeconds(86_400))).isNull();
  }

  static Stream<Arguments> earnings() {
    return Stream.of(
        arguments("to the minute", new Terms(90_000, 240, 480, 1, true, null, 0), 50, 50, 0),
        arguments("floor 15", new Terms(90_000, 240, 480, 15, true, null, 0), 50, 45, 5),
        arguments("floor 60", new Terms(90_000, 240, 480, 60, true, null, 0), 50, 0, 50),
        arguments("nothing kept", new Terms(90_000, 240, 480, 15, false, null, 0), 50, 45, 0),
        arguments("session cap", new Terms(90_000, 30, 480, 1, true, null, 0), 50, 30, 0),
        arguments("day cap", new Terms(90_000, 240, 20, 1, true, null, 0), 50, 20, 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("earnings")
  void a_service_earns_what_caps_and_rounding_leave(
      String name, Terms terms, int asked, int credited, int remainder) {
    Account account = account(ONE, AccountKind.PERSON, PLACE, null, 0);
    var interval = new Interval(AT.minusSeconds(7_200), AT);
    Earning earning = Earning.of(account, interval, asked, terms);
    assertThat(earning.credited()).isEqualTo(credited);
    for (Step step : earning.steps(ONE, interval, Counter.issue(PLACE), "v", "visit")) {
      account = after(account, step, terms);
    }
    assertThat(account.balance(Unit.MINUTES).posted()).isEqualTo(credited);
    assertThat(account.remainder() == null ? 0 : account.remainder()).isEqualTo(remainder);
    var again = new Interval(AT.minusSeconds(3_600), AT.minusSeconds(60));
    assertThat(refused(account, terms, new Step.Serve(ONE, again, 1, 1, null, null)))
        .isEqualTo("overlapping-service");
  }

  @Test
  void what_rounding_left_counts_the_next_time() {
    var terms = new Terms(90_000, 240, 480, 60, true, null, 0);
    Account account = account(ONE, AccountKind.PERSON, PLACE, null, 0);
    for (int hour : new int[] {3, 2}) {
      var interval =
          new Interval(AT.minusSeconds(hour * 3_600L), AT.minusSeconds(hour * 3_600L - 2_400));
      for (Step step :
          Earning.of(account, interval, 40, terms)
              .steps(ONE, interval, Counter.issue(PLACE), "v", "visit")) {
        account = after(account, step, terms);
      }
    }
    assertThat(account.balance(Unit.MINUTES).posted()).isEqualTo(60);
    assertThat(account.remainder()).isEqualTo(20);
  }

  @Test
  void a_full_passbook_flows_over_into_the_pool_in_two_lines_and_without_one_it_is_refused() {
    var terms = new Terms(100, 240, 480, 1, true, null, 0);
    Account account = account(ONE, AccountKind.PERSON, PLACE, null, 90);
    String pool = Book.pool(PLACE);
    var wish = Transaction.of(Step.issue(ONE, PLACE, Unit.MINUTES, 30, Reason.SERVICE, "v"));
    var booked =
        (Booking.Booked)
            Book.apply(
                wish,
                Map.of(ONE, account, pool, Account.NONE.evolve(Book.opened(pool), AT)),
                AT,
                _ -> terms);
    assertThat(amounts(booked, ONE)).containsExactly(30L, -20L);
    assertThat(amounts(booked, pool)).containsExactly(20L);
    assertThat(refused(account, terms, wish.steps().getFirst())).isEqualTo("account-cap");
  }

  @Test
  void the_pool_keeps_its_floor_for_grants() {
    var terms = new Terms(90_000, 240, 480, 1, true, null, 50);
    String pool = Book.pool(PLACE);
    var accounts = new LinkedHashMap<String, Account>();
    accounts.put(
        pool,
        after(
            Account.NONE.evolve(Book.opened(pool), AT),
            Step.issue(pool, PLACE, Unit.MINUTES, 100, Reason.GRANT, null),
            terms));
    accounts.put(ONE, account(ONE, AccountKind.PERSON, PLACE, null, 0));
    var tooMuch = Transaction.of(Step.move(pool, ONE, Unit.MINUTES, 51, Reason.GRANT, null));
    assertThat(Book.apply(tooMuch, accounts, AT, _ -> terms)).isInstanceOf(Booking.Refused.class);
    var right = Transaction.of(Step.move(pool, ONE, Unit.MINUTES, 50, Reason.GRANT, null));
    assertThat(Book.apply(right, accounts, AT, _ -> terms)).isInstanceOf(Booking.Booked.class);
  }

  @Test
  void what_is_not_spent_in_time_is_told_sixty_days_before_and_expires_unless_set_aside() {
    var terms = new Terms(90_000, 240, 480, 1, true, 6, 0);
    Account account =
        after(
            account(ONE, AccountKind.PERSON, PLACE, null, 0),
            Step.issue(ONE, PLACE, Unit.MINUTES, 60, Reason.SERVICE, "v"),
            terms);
    LocalDate expires = LocalDate.parse("2026-09-30");
    assertThat(AccountTimers.due(account)).isEqualTo(Instant.parse("2026-07-31T16:00:00Z"));
    var told = fell(account, Instant.parse("2026-08-01T00:00:00Z"));
    assertThat(told).isEqualTo(new ExpiryNoticed(Unit.MINUTES, 60, expires));
    account = account.evolve(told, AT);
    assertThat(AccountTimers.due(account)).isEqualTo(Instant.parse("2026-09-30T16:00:00Z"));
    Instant over = Instant.parse("2026-10-01T00:00:00Z");
    var gone = (Posted) fell(account, over);
    assertThat(gone.amount()).isEqualTo(-60);
    assertThat(gone.counter()).isEqualTo("expired:" + PLACE);
    assertThat(AccountTimers.due(account.evolve(gone, over))).isNull();
    assertThat(
            AccountTimers.due(
                after(
                    account(ONE, AccountKind.PERSON, PLACE, null, 0),
                    Step.issue(ONE, PLACE, Unit.MINUTES, 60, Reason.SERVICE, "v"),
                    TERMS)))
        .as("no expiry set")
        .isNull();
  }

  @Test
  void relatives_have_a_year_unless_the_scheme_gives_none() {
    Account account =
        related(account(ONE, AccountKind.PERSON, PLACE, null, 60), RelationKind.LINEAL);
    Account year = evolved(account, AccountRules.freeze(account, FreezeCause.DEATH, "r", 12, AT));
    assertThat(Leaving.objection(year, OTHER, account, AT.plusSeconds(86_400))).isNull();
    Instant late = Instant.parse("2027-03-11T00:00:00Z");
    assertThat(code(Leaving.objection(year, OTHER, account, late))).isEqualTo("succession-over");
    assertThat(AccountTimers.due(year)).isEqualTo(Instant.parse("2027-03-10T16:00:00Z"));
    assertThat(fell(year, late)).isEqualTo(new SuccessionLapsed(Book.pool(PLACE)));
    assertThat(AccountTimers.due(year.evolve(fell(year, late), late))).isNull();
    Account none = evolved(account, AccountRules.freeze(account, FreezeCause.DEATH, "r", 0, AT));
    assertThat(AccountTimers.due(none)).isEqualTo(Instant.parse("2026-03-10T16:00:00Z"));
    Account inquiry =
        evolved(account, AccountRules.freeze(account, FreezeCause.INQUIRY, "r", 12, AT));
    assertThat(AccountTimers.due(inquiry)).isNull();
    assertThat(code(Leaving.objection(inquiry, OTHER, account, AT)))
        .isEqualTo("nothing-to-inherit");
  }

  private static Account evolved(Account account, Decision<AccountEvent> decision) {
    return account.evolve(((Decision.Accepted<AccountEvent>) decision).events().getFirst(), AT);
  }

  private static AccountEvent fell(Account account, Instant at) {
    return ((Decision.Accepted<AccountEvent>) AccountTimers.fallDue(account, at))
        .events()
        .getFirst();
  }

  private static java.util.List<Long> amounts(Booking.Booked booked, String account) {
    return booked.events().get(account).stream()
        .filter(Posted.class::isInstance)
        .map(it -> ((Posted) it).amount())
        .toList();
  }

  private static @Nullable String refused(Account account, Terms terms, Step... steps) {
    var wish = new Transaction(Arrays.asList(steps));
    return Book.apply(wish, Map.of(account.id(), account), AT, _ -> terms)
            instanceof Booking.Refused(var refusal)
        ? refusal.code()
        : null;
  }

  private static @Nullable String code(@Nullable Refusal refusal) {
    return refusal == null ? null : refusal.code();
  }
}
