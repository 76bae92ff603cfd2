package cn.linli.timebank.domain.wristbands;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Unit;
import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.events.timebank.WristbandEvent.SettlementDue;
import cn.linli.events.timebank.WristbandEvent.WristbandBound;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One wristband, its passbook and a clock: what the service does, without a service. */
final class BankWorld {

  static final String COMMUNITY = "370602003006";
  static final String ACCOUNT = "0".repeat(26);
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  final List<Posted> lines = new ArrayList<>();

  /** When a session was settled, the last time. */
  final Map<String, Instant> settled = new HashMap<>();

  private final Map<String, BookedSession> live = new LinkedHashMap<>();
  private final Map<String, Reading> readings = new HashMap<>();
  private final Map<String, Account> accounts = new HashMap<>();
  private final WristbandTerms terms;
  private final Terms ledger;
  private Wristband band;

  BankWorld(WristbandTerms terms, Terms ledger) {
    this.terms = terms;
    this.ledger = ledger;
    band = Wristband.NONE.evolve(new WristbandBound(ACCOUNT, COMMUNITY, START), START);
    open(ACCOUNT, AccountKind.PERSON);
    open(Book.pool(COMMUNITY), AccountKind.POOL);
  }

  private void open(String id, AccountKind kind) {
    accounts.put(
        id,
        Account.NONE.evolve(
            new AccountOpened(id, kind, COMMUNITY, null, null, null, null, null), START));
  }

  /** A reading, and when it gets to the bank. */
  record Arrival(Reading reading, Instant at) {}

  BankWorld run(List<Arrival> arrivals) {
    var inOrder = new ArrayList<>(arrivals);
    inOrder.sort(Comparator.comparing(Arrival::at));
    for (Arrival arrival : inOrder) {
      until(arrival.at());
      arrive(arrival.reading(), arrival.at());
    }
    until(START.plus(Duration.ofDays(20)));
    return this;
  }

  /** All of it at once, as a kiosk sends it that had no line. */
  BankWorld runBatch(List<Reading> batch, Instant at) {
    until(at);
    Instant earliest = batch.stream().map(Reading::at).min(Comparator.naturalOrder()).orElseThrow();
    batch.forEach(reading -> readings.putIfAbsent(reading.id(), reading));
    band = band.evolve(WristbandRules.noted(batch.size(), earliest, terms, at), at);
    until(at.plus(Duration.ofDays(20)));
    return this;
  }

  private void arrive(Reading reading, Instant now) {
    if (readings.putIfAbsent(reading.id(), reading) == null
        && !reading.at().isBefore(now.minus(WristbandTerms.LATE_MAX))) {
      band = band.evolve(WristbandRules.noted(1, reading.at(), terms, now), now);
    }
  }

  /** Whatever falls due until then does so, one after the other. */
  private void until(Instant now) {
    for (int rounds = 0; band.settleAt() != null && !band.settleAt().isAfter(now); rounds++) {
      assertThat(rounds).as("time goes on").isLessThan(10_000);
      settle(band.settleAt());
    }
  }

  private void settle(Instant at) {
    var due = (Decision.Accepted<?>) (Decision<?>) WristbandRules.fallDue(band);
    band = band.evolve((SettlementDue) due.events().getFirst(), at);
    var plan =
        Plan.of(readings.values(), band.booked(), band.decided(), terms, at, Session::toString);
    var result =
        (Settlement.Result.Settled)
            Settlement.of(plan, ACCOUNT, COMMUNITY, accounts, Set.of(), at, _ -> ledger);
    result
        .passbooks()
        .forEach((id, events) -> {
          for (AccountEvent event : events) {
            accounts.computeIfPresent(id, (_, account) -> account.evolve(event, at));
            if (event instanceof Posted posted && id.equals(ACCOUNT)) {
              lines.add(posted);
            }
          }
        });
    band = band.evolve(result.event(), at);
    result.event().takenBack().forEach(live::remove);
    result.event().booked().forEach(session -> live.put(session.session(), session));
    result.event().booked().forEach(session -> settled.put(session.session(), at));
    plan.delete().forEach(reading -> readings.remove(reading.id()));
  }

  /** What stands in the end, in the order of time. */
  List<BookedSession> sessions() {
    return live.values().stream()
        .sorted(Comparator.comparing(BookedSession::day).thenComparing(BookedSession::session))
        .map(it ->
            new BookedSession(
                it.session(), it.day(), it.service(), it.minutes(), 0, null, it.flag()))
        .toList();
  }

  long balance() {
    return Objects.requireNonNull(accounts.get(ACCOUNT)).balance(Unit.MINUTES).posted();
  }

  long pool() {
    return Objects.requireNonNull(accounts.get(Book.pool(COMMUNITY)))
        .balance(Unit.MINUTES)
        .posted();
  }

  int kept() {
    return readings.size();
  }
}
