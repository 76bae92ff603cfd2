package cn.linli.timebank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountClosed;
import cn.linli.events.timebank.AccountEvent.AccountFrozen;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.GuardianRecorded;
import cn.linli.events.timebank.AccountEvent.JoinProposed;
import cn.linli.events.timebank.AccountEvent.OwnerBound;
import cn.linli.events.timebank.AccountEvent.ReadinessRecorded;
import cn.linli.events.timebank.AccountEvent.RelationEnded;
import cn.linli.events.timebank.AccountEvent.RelationRecorded;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.FreezeCause;
import cn.linli.events.timebank.RelationKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a passbook knows goes over with its lines, and what somebody relies on stops the join. */
class TakeoverTest {

  private static final String PLACE = "370602003006";
  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
  private static final Terms TO_THE_MINUTE = new Terms(90_000, 240, 480, 1, false, null, 0);
  private static final Terms WHOLE_HOURS = new Terms(90_000, 240, 480, 60, true, null, 0);

  private static Account opened(String id, @Nullable String owner, @Nullable Integer adultFrom) {
    return Account.NONE.evolve(
        new AccountOpened(id, AccountKind.PERSON, PLACE, "holder", owner, null, null, adultFrom),
        NOW);
  }

  private static Account after(Account account, AccountEvent... events) {
    Account now = account;
    for (AccountEvent event : events) {
      now = now.evolve(event, NOW);
    }
    return now;
  }

  private static Account asked(Account one, String into) {
    return after(one, new JoinProposed(into, "clerk-1", "paper", UNTIL));
  }

  private static @Nullable Refusal objection(Account one, Account other, Set<String> running) {
    return Duplicate.objection(asked(one, other.id()), other, "clerk-2", running, NOW);
  }

  private static Account served(Account account, int hoursAgo, int minutes, Terms terms) {
    Instant from = NOW.minus(Duration.ofHours(hoursAgo));
    var interval = new Interval(from, from.plus(Duration.ofMinutes(minutes)));
    var steps =
        Earning.of(account, interval, minutes, terms)
            .steps(account.id(), interval, Counter.issue(PLACE), "s" + hoursAgo, "lunch");
    return booked(new Transaction(steps), Map.of(account.id(), account), terms).get(account.id());
  }

  private static Map<String, Account> booked(
      Transaction wish, Map<String, Account> accounts, Terms terms) {
    var now = new HashMap<>(accounts);
    ((Booking.Booked) Book.apply(wish, accounts, NOW, _ -> terms))
        .events()
        .forEach(
            (id, its) -> now.compute(id, (_, was) -> after(was, its.toArray(AccountEvent[]::new))));
    return now;
  }

  /** As the commit does it: what the one that stays takes over, then the lines. */
  private static Map<String, Account> joined(Account one, Account other, Terms terms) {
    Account asked = asked(one, other.id());
    var events = Takeover.into(asked, other, List.of(), "paper", terms);
    Transaction closing = Duplicate.closing(asked, other, asked.join(), terms);
    Account ready = after(other, events.toArray(AccountEvent[]::new));
    return booked(closing, Map.of(one.id(), asked, other.id(), ready), terms);
  }

  @Test
  void time_given_on_the_one_earns_nothing_again_on_the_other() {
    Account one = served(opened("one", null, null), 5, 90, TO_THE_MINUTE);
    Account other = served(opened("other", "wang", null), 30, 60, TO_THE_MINUTE);
    var accounts = joined(one, other, TO_THE_MINUTE);
    Account kept = accounts.get("other");
    assertThat(kept.balance(Unit.MINUTES).posted()).isEqualTo(150);
    assertThat(accounts.get("one").joinedInto()).isEqualTo("other");
    assertThat(accounts.get("one").status()).isEqualTo(Account.Status.CLOSED);

    Instant from = NOW.minus(Duration.ofHours(4));
    var overlapping =
        new Step.Serve(
            "other", new Interval(from, from.plusSeconds(3_600)), 60, 60, "again", "lunch");
    assertThat(
            ((Booking.Refused)
                    Book.apply(Transaction.of(overlapping), accounts, NOW, _ -> TO_THE_MINUTE))
                .refusal()
                .code())
        .isEqualTo("overlapping-service");
    Service was =
        kept.services().stream().filter(it -> "s5".equals(it.ref())).findFirst().orElseThrow();
    var back =
        Unearning.of(kept, was, 90, TO_THE_MINUTE)
            .steps(kept, was, Counter.issue(PLACE), "one-m-1");
    Account corrected = booked(new Transaction(back), accounts, TO_THE_MINUTE).get("other");
    assertThat(corrected.balance(Unit.MINUTES).posted()).isEqualTo(60);
  }

  /** However services are spread over two passbooks, no minute is lost and none is won. */
  @Property(tries = 300)
  void what_rounding_kept_on_both_counts_together(
      @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 59) Integer> here,
      @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 59) Integer> there) {
    Account one = opened("one", null, null);
    Account other = opened("other", "wang", null);
    int hours = 2;
    int given = 0;
    for (int minutes : here) {
      one = served(one, hours += 20, minutes, WHOLE_HOURS);
      given += minutes;
    }
    for (int minutes : there) {
      other = served(other, hours += 20, minutes, WHOLE_HOURS);
      given += minutes;
    }
    Account kept = joined(one, other, WHOLE_HOURS).get("other");
    assertThat(kept.balance(Unit.MINUTES).posted()).isEqualTo(given - given % 60);
    assertThat(kept.remainder() == null ? 0 : (int) kept.remainder()).isEqualTo(given % 60);
  }

  @Test
  void relations_go_over_on_both_sides_and_the_closer_one_counts() {
    Account one =
        after(
            opened("one", "wang", null),
            new RelationRecorded("aunt", RelationKind.FRIEND, "e"),
            new RelationRecorded("son", RelationKind.LINEAL, "e"),
            new RelationRecorded("other", RelationKind.FRIEND, "e"),
            new ReadinessRecorded(true, false));
    Account other =
        after(
            opened("other", null, null),
            new RelationRecorded("son", RelationKind.FRIEND, "e"),
            new RelationRecorded("one", RelationKind.FRIEND, "e"),
            new ReadinessRecorded(false, true));
    Account aunt =
        after(opened("aunt", null, null), new RelationRecorded("one", RelationKind.FRIEND, "e"));
    Account son =
        after(
            opened("son", null, null),
            new RelationRecorded("one", RelationKind.LINEAL, "e"),
            new RelationRecorded("other", RelationKind.FRIEND, "e"));
    assertThat(Takeover.into(one, other, List.of(aunt, son, other), "paper", TO_THE_MINUTE))
        .containsExactly(
            new OwnerBound("wang"),
            new ReadinessRecorded(true, true),
            new RelationEnded("one"),
            new RelationRecorded("aunt", RelationKind.FRIEND, "paper"),
            new RelationRecorded("son", RelationKind.LINEAL, "paper"));
    assertThat(Takeover.ofRelative(aunt, one, other, "paper"))
        .containsExactly(
            new RelationEnded("one"), new RelationRecorded("other", RelationKind.FRIEND, "paper"));
    assertThat(Takeover.ofRelative(son, one, other, "paper"))
        .containsExactly(
            new RelationEnded("one"), new RelationRecorded("other", RelationKind.LINEAL, "paper"));
    assertThat(Takeover.ofRelative(other, one, other, "paper")).isEmpty();
    assertThat(Takeover.ofWard(one, other, "paper"))
        .isEqualTo(new GuardianRecorded("other", "wang", "paper"));
  }

  @Test
  void what_somebody_relies_on_is_ended_first() {
    Account one = opened("one", null, null);
    Account other = opened("other", "wang", null);
    assertThat(objection(one, other, Set.of())).isNull();
    assertThat(objection(one, other, Set.of("projects", "activities")))
        .isEqualTo(Refusal.of("engagements-open", "kinds", List.of("activities", "projects")));
    assertThat(objection(opened("one", null, 2030), other, Set.of()))
        .isEqualTo(Refusal.of("not-of-one-age"));
    assertThat(objection(one, opened("other", "wang", 2030), Set.of()))
        .isEqualTo(Refusal.of("not-of-one-age"));
    assertThat(objection(opened("one", null, 2030), opened("other", null, 2031), Set.of()))
        .isNull();
    Account popular = one;
    for (int i = 0; i < Relative.COUNT_MAX; i++) {
      popular = after(popular, new RelationRecorded("r" + i, RelationKind.FRIEND, "e"));
    }
    assertThat(objection(popular, other, Set.of())).isNull();
    Account another = after(other, new RelationRecorded("more", RelationKind.FRIEND, "e"));
    assertThat(objection(popular, another, Set.of()))
        .isEqualTo(Refusal.of("too-many-relatives", "limit", Relative.COUNT_MAX));
  }

  @Test
  void an_heir_is_not_the_same_person() {
    Account left =
        after(
            asked(opened("one", null, null), "other"),
            new AccountFrozen(FreezeCause.DEATH, "r", UNTIL),
            new AccountClosed("other"));
    assertThat(left.joinedInto()).isNull();
  }
}
