package cn.linli.timebank.domain.wristbands;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.SessionFlag;
import cn.linli.events.timebank.Unit;
import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.events.timebank.WristbandEvent.SessionsSettled;
import cn.linli.platform.decide.Refusal;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Booking;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Earning;
import cn.linli.timebank.ledger.Interval;
import cn.linli.timebank.ledger.Service;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Terms;
import cn.linli.timebank.ledger.Transaction;
import cn.linli.timebank.ledger.Unearning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Books a plan: first takes back what is not so any more, then books what is, in the order of time,
 * so that caps and rounding fall on the same session whatever came late.
 */
public final class Settlement {

  /** What became of a plan. */
  public sealed interface Result {

    /**
     * @param passbooks events by account
     * @param corrected lines that were taken back: each is taken back once for all
     */
    record Settled(
        SessionsSettled event, Map<String, List<AccountEvent>> passbooks, List<String> corrected)
        implements Result {}

    record Refused(Refusal refusal) implements Result {}
  }

  private final String account;
  private final String division;
  private final Map<String, Account> accounts;
  private final Instant at;
  private final Terms.Of terms;
  private final Map<String, List<AccountEvent>> events = new LinkedHashMap<>();
  private final List<BookedSession> booked = new ArrayList<>();
  private final List<String> corrected = new ArrayList<>();
  private @Nullable Refusal refusal;

  private Settlement(
      String account, String division, Map<String, Account> accounts, Instant at, Terms.Of terms) {
    this.account = account;
    this.division = division;
    this.accounts = new HashMap<>(accounts);
    this.at = at;
    this.terms = terms;
  }

  /**
   * @param division whose issue account stands against what is booked
   * @param accounts the one it is booked on, and the pool of its community if there is one
   * @param reversed lines somebody took back by hand: they stay as they are
   */
  public static Result of(
      Plan plan,
      String account,
      String division,
      Map<String, Account> accounts,
      Set<String> reversed,
      Instant at,
      Terms.Of terms) {
    var settlement = new Settlement(account, division, accounts, at, terms);
    plan.takeBack().forEach(session -> settlement.takeBack(session, reversed));
    plan.book().forEach(settlement::book);
    settlement.runOverAgain();
    return settlement.refusal != null
        ? new Result.Refused(settlement.refusal)
        : new Result.Settled(
            new SessionsSettled(
                settlement.booked,
                plan.takeBack().stream().map(BookedSession::session).toList(),
                plan.forgotten(),
                plan.left(),
                plan.again()),
            settlement.events,
            settlement.corrected);
  }

  private void takeBack(BookedSession session, Set<String> reversed) {
    String line = session.entry();
    Service service = served(session.session());
    if (service == null || line != null && reversed.contains(line)) {
      return;
    }
    Account now = now();
    var back = Unearning.of(now, service, session.credited(), terms.in(now.division()));
    apply(back.steps(now, service, Counter.issue(division), line));
    if (line != null) {
      corrected.add(line);
    }
  }

  /** The time a session took up on the passbook; null: it took none. */
  private @Nullable Service served(String session) {
    return now().services().stream()
        .filter(it -> session.equals(it.ref()))
        .findFirst()
        .orElse(null);
  }

  private void book(Plan.Due due) {
    Session session = due.session();
    if (!session.counts()) {
      note(due, session.flag());
      return;
    }
    var interval = new Interval(session.from(), session.until());
    if (now().services().stream().anyMatch(it -> it.overlaps(interval))) {
      note(due, SessionFlag.OVERLAP);
      return;
    }
    Account before = now();
    Earning earning = Earning.of(before, interval, interval.minutes(), terms.in(before.division()));
    if (earning.minutes() == 0) {
      note(due, interval.minutes() == 0 ? session.flag() : SessionFlag.CAPPED);
      return;
    }
    apply(earning.steps(account, interval, Counter.issue(division), due.id(), session.service()));
    booked.add(
        new BookedSession(
            due.id(),
            due.day(),
            session.service(),
            earning.minutes(),
            earning.credited(),
            entry(due.id()),
            session.flag()));
  }

  /**
   * What came back from the pool and is booked anew runs over anew, though there may be room by now
   * because minutes were spent: the pool loses no more than the correction is worth.
   */
  private void runOverAgain() {
    long back = sum(it -> it.reason() == Reason.OVERFLOW && it.amount() > 0);
    if (back == 0 || refusal != null) {
      return;
    }
    long again = -sum(it -> it.reason() == Reason.OVERFLOW && it.amount() < 0);
    long less = -sum(it -> it.reason() != Reason.OVERFLOW);
    long over = Math.min(back - again - Math.max(0, less), now().balance(Unit.MINUTES).available());
    if (over > 0) {
      apply(
          Step.move(
              account, Book.pool(now().division()), Unit.MINUTES, over, Reason.OVERFLOW, null));
    }
  }

  private long sum(Predicate<Posted> of) {
    return lines().filter(of).mapToLong(Posted::amount).sum();
  }

  private Stream<Posted> lines() {
    return events.getOrDefault(account, List.of()).stream()
        .filter(Posted.class::isInstance)
        .map(Posted.class::cast);
  }

  private @Nullable String entry(String session) {
    return lines()
        .filter(line -> session.equals(line.ref()) && line.amount() > 0)
        .map(Posted::entry)
        .reduce((_, last) -> last)
        .orElse(null);
  }

  private void note(Plan.Due due, @Nullable SessionFlag flag) {
    booked.add(new BookedSession(due.id(), due.day(), due.session().service(), 0, 0, null, flag));
  }

  private Account now() {
    return accounts.get(account);
  }

  private void apply(List<Step> steps) {
    if (refusal != null) {
      return;
    }
    switch (Book.apply(new Transaction(steps), accounts, at, terms)) {
      case Booking.Refused(var why) -> refusal = why;
      case Booking.Booked(var more) ->
          more.forEach((id, its) -> {
            events.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(its);
            for (AccountEvent event : its) {
              accounts.computeIfPresent(id, (_, was) -> was.evolve(event, at));
            }
          });
    }
  }
}
