package cn.linli.timebank.domain.wristbands;

import static cn.linli.timebank.domain.wristbands.BankWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.timebank.domain.wristbands.BankWorld.Arrival;
import cn.linli.timebank.ledger.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The proof that matters: whatever the order, however often, however late, through whichever kiosk,
 * readings are worth what they would have been worth had each come once and at once.
 */
class LateReadingsTest {

  private static final int LATE_MINUTES_MAX = 72 * 60;

  /**
   * One check and what becomes of it.
   *
   * @param slot of five minutes since the start
   * @param echoes how often it comes again, here or through the second kiosk
   * @param echoSeconds how long after it the second kiosk reads the same
   */
  record Check(
      int slot,
      Reading.Kind kind,
      boolean elsewhere,
      List<Integer> lateMinutes,
      int echoes,
      int echoSeconds,
      boolean secondKiosk) {

    Reading reading(boolean atSecond, int seconds, int seq) {
      String place = elsewhere ? "kitchen" : "library";
      return new Reading(
          place + (atSecond ? "-2" : "-1"),
          seq,
          kind,
          START.plusSeconds(slot * 300L + seconds),
          place,
          elsewhere ? "meals" : "reading");
    }
  }

  @Provide
  Arbitrary<List<Check>> checks() {
    Arbitrary<Check> check =
        Combinators.combine(
                Arbitraries.integers().between(0, 3 * 24 * 12),
                Arbitraries.of(Reading.Kind.class),
                Arbitraries.integers().between(0, 9).map(it -> it < 2),
                Arbitraries.integers().between(0, LATE_MINUTES_MAX).list().ofSize(4),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 119),
                Arbitraries.of(true, false))
            .as(Check::new);
    return check.list().ofMinSize(2).ofMaxSize(30);
  }

  @Provide
  Arbitrary<WristbandTerms> terms() {
    return Combinators.combine(
            Arbitraries.of(0, 15, 60), Arbitraries.of(0, 12, 24, 72).map(Duration::ofHours))
        .as(WristbandTerms::new);
  }

  @Provide
  Arbitrary<Terms> ledgers() {
    return Combinators.combine(
            Arbitraries.of(90_000L, 500L),
            Arbitraries.of(1, 15, 60),
            Arbitraries.of(true, false),
            Arbitraries.of(240, 480))
        .as((cap, step, kept, day) -> new Terms(cap, 240, day, step, kept, null, 0));
  }

  @Property(tries = 400)
  void whenever_readings_come_the_passbook_says_the_same(
      @ForAll("checks") List<Check> checks,
      @ForAll("terms") WristbandTerms terms,
      @ForAll("ledgers") Terms ledger) {
    sameInTheEnd(checks, terms, ledger);
  }

  private static void sameInTheEnd(List<Check> checks, WristbandTerms terms, Terms ledger) {
    var clean = new BankWorld(terms, ledger).run(clean(checks));
    var late = new BankWorld(terms, ledger).run(messy(checks, LATE_MINUTES_MAX));

    assertThat(late.sessions()).isEqualTo(clean.sessions());
    assertThat(late.balance()).isEqualTo(clean.balance());
    assertThat(late.pool()).as("what ran over").isEqualTo(clean.pool());
    assertThat(late.kept()).as("readings are deleted in the end").isZero();
  }

  /**
   * Found by chance: a full passbook sent 220 minutes on to the pool, then readings came by which
   * more was wrong than the passbook still held. The correction was refused and never booked.
   */
  @Example
  void what_ran_over_by_mistake_comes_back_from_the_pool() {
    Reading.Kind in = Reading.Kind.CHECK_IN;
    Reading.Kind out = Reading.Kind.CHECK_OUT;
    sameInTheEnd(
        List.of(
            check(725, out, false, 0, true, 0, 0, 0, 0),
            check(4, out, false, 0, true, 3719, 0, 0, 0),
            check(0, out, true, 0, true, 0, 0, 0, 0),
            check(126, in, false, 0, true, 0, 0, 0, 0),
            check(0, out, false, 2, true, 415, 145, 110, 623),
            check(83, in, false, 2, false, 747, 103, 109, 2509),
            check(265, in, false, 3, false, 121, 85, 431, 2),
            check(724, out, false, 3, true, 437, 3474, 118, 758),
            check(90, in, false, 0, false, 70, 423, 51, 113),
            check(864, out, true, 2, true, 0, 0, 0, 0),
            check(3, out, false, 3, false, 7, 123, 57, 426),
            check(126, out, false, 0, false, 257, 4222, 139, 117),
            check(3, in, false, 3, true, 0, 4320, 2143, 381),
            check(49, in, false, 2, true, 38, 345, 128, 14),
            check(596, in, false, 0, false, 39, 680, 27, 1273),
            check(265, out, false, 2, true, 485, 1181, 3287, 90)),
        new WristbandTerms(0, Duration.ZERO),
        new Terms(500, 240, 480, 1, true, null, 0));
  }

  private static Check check(
      int slot,
      Reading.Kind kind,
      boolean elsewhere,
      int echoes,
      boolean secondKiosk,
      Integer... late) {
    return new Check(slot, kind, elsewhere, List.of(late), echoes, 30, secondKiosk);
  }

  /** Found by chance: settled as open in the instant in which it ended. */
  @Example
  void a_session_that_ends_after_twelve_hours_to_the_second_is_booked_once() {
    var checks =
        List.of(
            check(116, Reading.Kind.CHECK_IN, false, 0, true, 0, 0, 0, 0),
            check(260, Reading.Kind.CHECK_OUT, false, 0, true, 0, 0, 0, 0));
    sameLineByLine(
        checks,
        new WristbandTerms(15, Duration.ZERO),
        new Terms(90_000, 720, 720, 1, true, null, 0));
  }

  @Property(tries = 200)
  void within_the_grace_it_is_the_same_passbook_line_by_line(
      @ForAll("checks") List<Check> checks,
      @ForAll("terms") WristbandTerms terms,
      @ForAll("ledgers") Terms ledger) {
    sameLineByLine(checks, terms, ledger);
  }

  private static void sameLineByLine(List<Check> checks, WristbandTerms terms, Terms ledger) {
    var clean = new BankWorld(terms, ledger).run(clean(checks));
    var late = new BankWorld(terms, ledger).run(messy(checks, (int) terms.grace().toMinutes()));

    assertThat(late.lines.stream().map(LateReadingsTest::line).toList())
        .isEqualTo(clean.lines.stream().map(LateReadingsTest::line).toList());
    assertThat(clean.lines.stream().filter(it -> it.reason().wire().equals("reversal"))).isEmpty();
  }

  /**
   * A batch names the hour of its earliest reading alone; each of its sessions is settled when its
   * own time has come, to the instant, whatever else the batch tells of.
   */
  @Property(tries = 300)
  void each_session_of_a_batch_is_settled_at_its_own_time(
      @ForAll("checks") List<Check> checks,
      @ForAll("terms") WristbandTerms terms,
      @ForAll @IntRange(min = 0, max = 71) int hoursLate) {
    var batch = new ArrayList<Reading>();
    for (int i = 0; i < checks.size(); i++) {
      batch.add(checks.get(i).reading(false, 0, i));
    }
    Instant first = batch.stream().map(Reading::at).min(Comparator.naturalOrder()).orElseThrow();
    Instant sent = first.plus(Duration.ofHours(hoursLate));
    batch.removeIf(reading -> reading.at().isAfter(sent));
    var world =
        new BankWorld(terms, new Terms(90_000, 240, 480, 1, false, null, 0)).runBatch(batch, sent);
    var expected = new HashMap<String, Instant>();
    for (Session session : Sessions.of(batch, terms)) {
      Instant own = session.from().plus(terms.settledAfter());
      expected.put(session.toString(), own.isAfter(sent) ? own : sent);
    }
    assertThat(world.settled).isEqualTo(expected);
  }

  private static List<Object> line(Posted it) {
    return List.of(it.entry(), it.amount(), it.balance(), it.reason(), String.valueOf(it.ref()));
  }

  private static List<Arrival> clean(List<Check> checks) {
    var arrivals = new ArrayList<Arrival>();
    for (int i = 0; i < checks.size(); i++) {
      Reading reading = checks.get(i).reading(false, 0, i);
      arrivals.add(new Arrival(reading, reading.at()));
    }
    return arrivals;
  }

  /** The same, through two kiosks, again and again and late. */
  private static List<Arrival> messy(List<Check> checks, int lateMinutesMax) {
    var arrivals = new ArrayList<Arrival>();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      Reading first = check.reading(check.secondKiosk(), 0, i);
      for (int again = 0; again <= check.echoes(); again++) {
        arrivals.add(arrival(first, check.lateMinutes().get(again), lateMinutesMax));
      }
      if (check.echoes() > 0) {
        Reading echo = check.reading(!check.secondKiosk(), check.echoSeconds(), i);
        arrivals.add(arrival(echo, check.lateMinutes().getLast(), lateMinutesMax));
      }
    }
    return arrivals;
  }

  private static Arrival arrival(Reading reading, int lateMinutes, int lateMinutesMax) {
    int late = Math.min(lateMinutes, lateMinutesMax);
    return new Arrival(reading, reading.at().plus(Duration.ofMinutes(late)));
  }
}
