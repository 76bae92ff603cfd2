package cn.linli.timebank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.ReversalEvent;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines against a clearing account: both sides of a gift go back, and the one line of an order. */
class ReversalAcrossTest {

  private static final String HERE = "370602003006";
  private static final String THERE = "370602003007";
  private static final String GIVER = "a".repeat(26);
  private static final String TAKER = "b".repeat(26);
  private static final Counter BETWEEN = Counter.clearing(HERE, THERE);
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Terms TERMS = new Terms(500, 240, 480, 15, true, null, 0);

  private final Map<String, Account> accounts = new LinkedHashMap<>();

  ReversalAcrossTest() {
    opened(GIVER, HERE);
    opened(TAKER, THERE);
    booked(Transaction.of(Step.issue(GIVER, HERE, Unit.MINUTES, 100, Reason.GRANT, null)));
  }

  @Test
  void both_lines_of_a_gift_go_back_against_the_clearing_account() {
    booked(
        Transaction.of(
            post(GIVER, -30, Reason.TRANSFER, TAKER), post(TAKER, 30, Reason.TRANSFER, GIVER)));
    Posted received = line(TAKER, 1, 30, Reason.TRANSFER);
    Reversal asked = asked(received, TAKER, GIVER);
    assertThat(accounts.get(TAKER).balance(Unit.MINUTES).available()).isZero();

    booked(asked.mirror(received, accounts.get(TAKER)));

    assertThat(accounts.get(GIVER).balance(Unit.MINUTES).posted()).isEqualTo(100);
    assertThat(accounts.get(TAKER).balance(Unit.MINUTES).posted()).isZero();
    assertThat(accounts.get(TAKER).holds()).isEmpty();
    assertThat(asked.mirror(received, accounts.get(TAKER)).steps())
        .filteredOn(Step.Post.class::isInstance)
        .extracting(step -> ((Step.Post) step).counter())
        .containsOnly(BETWEEN);
  }

  @Test
  void of_an_order_the_one_line_goes_back() {
    booked(Transaction.of(post(GIVER, -60, Reason.REDEEMED, "order")));
    Posted paid = line(GIVER, 2, -60, Reason.REDEEMED);
    Reversal asked = asked(paid, GIVER, null);

    booked(asked.mirror(paid, accounts.get(GIVER)));

    assertThat(accounts.get(GIVER).balance(Unit.MINUTES).posted()).isEqualTo(100);
    assertThat(asked.mirror(paid, accounts.get(GIVER)).accounts()).containsExactly(GIVER);
  }

  @Test
  void one_side_alone_never_goes_back() {
    Posted received = line(TAKER, 1, 30, Reason.TRANSFER);

    assertThat(Reversal.NONE.propose(TAKER, THERE, received, null, "clerk", "why", NOW, null))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            it -> assertThat(it.refusal().code()).isEqualTo("not-reversible"));
  }

  private Reversal asked(Posted line, String account, String other) {
    var decision =
        Reversal.NONE.propose(account, THERE, line, other, "clerk", "why", NOW, giver(line));
    var proposed =
        (ReversalEvent.ReversalProposed)
            ((Decision.Accepted<ReversalEvent>) decision).events().getFirst();
    Step aside = Reversal.setAside(proposed);
    if (aside != null) {
      booked(Transaction.of(aside));
    }
    return Reversal.NONE.evolve(proposed, NOW);
  }

  private static @Nullable String giver(Posted line) {
    return line.reason() == Reason.REDEEMED ? THERE : null;
  }

  /** Who confirms an order of this community's member in the other one. */
  @ParameterizedTest
  @CsvSource({
    "other, 370602003007, ''",
    "other, 370602003, ''",
    "other, 3706, ''",
    "clerk, 370602003007, self-confirmation",
    "clerk, 370602003, self-confirmation",
    "other, 370602003006, other-side-confirms",
    "clerk, 370602003006, self-confirmation",
    "other, 370602003005, other-side-confirms",
    "other, 370602003007001, other-side-confirms"
  })
  void the_second_person_is_of_the_community_that_gave(String who, String place, String code) {
    booked(Transaction.of(post(GIVER, -60, Reason.REDEEMED, "order")));
    Reversal asked = asked(line(GIVER, 2, -60, Reason.REDEEMED), GIVER, null);
    assertThat(asked.confirms()).isEqualTo(THERE);

    assertThat(code(asked.confirm(who, DivisionCode.of(place)))).isEqualTo(code);
  }

  /** Of a gift the line is the receiver's, and so are both people. */
  @Test
  void of_a_gift_the_receivers_side_confirms() {
    booked(
        Transaction.of(
            post(GIVER, -30, Reason.TRANSFER, TAKER), post(TAKER, 30, Reason.TRANSFER, GIVER)));
    Reversal asked = asked(line(TAKER, 1, 30, Reason.TRANSFER), TAKER, GIVER);

    assertThat(asked.confirms()).isEqualTo(THERE);
    assertThat(code(asked.confirm("other", DivisionCode.of(THERE)))).isEmpty();
    assertThat(code(asked.confirm("clerk", DivisionCode.of(THERE)))).isEqualTo("self-confirmation");
  }

  private static String code(Decision<ReversalEvent> decision) {
    return decision instanceof Decision.Refused<ReversalEvent>(var refusal) ? refusal.code() : "";
  }

  private static Step.Post post(String account, long amount, Reason reason, String ref) {
    return new Step.Post(account, Unit.MINUTES, amount, BETWEEN, reason, ref, null);
  }

  private static Posted line(String account, int seq, long amount, Reason reason) {
    return new Posted(
        new Entry(account, Unit.MINUTES, seq).id(),
        Unit.MINUTES,
        amount,
        amount,
        0,
        BETWEEN.wire(),
        reason,
        null,
        Chain.START,
        null,
        null,
        null);
  }

  private void opened(String id, String division) {
    var opened =
        new cn.linli.events.timebank.AccountEvent.AccountOpened(
            id, AccountKind.PERSON, division, null, null, null, null, null);
    accounts.put(id, Account.NONE.evolve(opened, NOW));
  }

  private void booked(Transaction wish) {
    var booking = Book.apply(wish, accounts, NOW, _ -> TERMS);
    assertThat(booking).isInstanceOf(Booking.Booked.class);
    ((Booking.Booked) booking)
        .events()
        .forEach((id, events) ->
            events.forEach(
                event -> accounts.computeIfPresent(id, (_, before) -> before.evolve(event, NOW))));
  }
}
