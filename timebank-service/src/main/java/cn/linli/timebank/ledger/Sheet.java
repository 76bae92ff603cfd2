package cn.linli.timebank.ledger;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountClosed;
import cn.linli.events.timebank.AccountEvent.HoldReleased;
import cn.linli.events.timebank.AccountEvent.HoldSettled;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountEvent.Served;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One account while a transaction is booked: each step sees what the steps before it did. */
final class Sheet {

  /**
   * What may still be booked on a frozen account: what is put right, what runs over by that, and
   * what is inherited.
   */
  private static final Set<Reason> ON_FROZEN =
      EnumSet.of(Reason.REVERSAL, Reason.OVERFLOW, Reason.SUCCESSION);

  private static final int DAYS_OF_RECORD = Service.DAYS_MAX;

  private final String id;
  private final Terms terms;
  private final Instant at;
  private Account account;
  private final List<AccountEvent> events = new ArrayList<>(2);

  Sheet(String id, Account account, Terms terms, Instant at) {
    this.id = id;
    this.account = account;
    this.terms = terms;
    this.at = at;
  }

  Account account() {
    return account;
  }

  Terms terms() {
    return terms;
  }

  List<AccountEvent> events() {
    return events;
  }

  /** Why the step can't be; null: it is done. */
  @Nullable Refusal take(Step step) {
    return switch (step) {
      case Step.Post post -> post(post);
      case Step.SetAside(var _, var hold) -> setAside(hold);
      case Step.Settle(var _, var hold) -> end(hold, null);
      case Step.Release(var _, var hold, var cause) -> end(hold, cause);
      case Step.Serve serve -> serve(serve);
      case Step.Close(var _, var heir) -> close(heir);
      case Step.Unserve unserve -> unserve(unserve);
    };
  }

  private @Nullable Refusal post(Step.Post it) {
    Refusal closed = closed(ON_FROZEN.contains(it.reason()));
    if (closed != null) {
      return closed;
    }
    Unit unit = it.unit();
    Balance before = account.balance(unit);
    if (it.amount() < 0) {
      long floor = floor(unit, it.reason());
      if (before.available() + it.amount() < floor) {
        return insufficient(unit, Math.max(0, before.available() - floor));
      }
    }
    long seq = before.seq() + 1;
    String counter = it.counter().wire();
    happens(
        new Posted(
            new Entry(id, unit, seq).id(),
            unit,
            it.amount(),
            Math.addExact(before.posted(), it.amount()),
            before.held(),
            counter,
            it.reason(),
            it.ref(),
            Chain.next(
                before.head(),
                id,
                seq,
                unit,
                it.amount(),
                counter,
                at,
                it.ref(),
                it.reason(),
                it.service()),
            it.service(),
            it.amount() > 0 ? expires() : null,
            isFirstOfMonth(it) ? Boolean.TRUE : null));
    return null;
  }

  /** Takes away what was not spent in time. */
  static Posted expired(Account of, Unit unit, long amount, LocalDate expires, Instant at) {
    Balance before = of.balance(unit);
    long seq = before.seq() + 1;
    String counter = Counter.expired(of.division()).wire();
    return new Posted(
        new Entry(of.id(), unit, seq).id(),
        unit,
        -amount,
        before.posted() - amount,
        before.held(),
        counter,
        Reason.EXPIRY,
        null,
        Chain.next(
            before.head(), of.id(), seq, unit, -amount, counter, at, null, Reason.EXPIRY, null),
        null,
        expires,
        null);
  }

  /** The pool keeps some minutes for those who need them most; what was wrong is put right. */
  private long floor(Unit unit, Reason reason) {
    return account.kind() == AccountKind.POOL
            && unit == Unit.MINUTES
            && (reason == Reason.WELCOME || reason == Reason.GRANT)
        ? terms.poolFloor()
        : 0;
  }

  private Refusal insufficient(Unit unit, long available) {
    return Refusal.of("insufficient-balance", "available", available)
        .with("unit", unit.wire())
        .with("account", id);
  }

  private @Nullable LocalDate expires() {
    Integer months = terms.expiryMonths();
    return months == null || account.kind() == AccountKind.POOL
        ? null
        : WorkCalendar.dayOf(at).plusMonths(months).with(TemporalAdjusters.lastDayOfMonth());
  }

  private boolean isFirstOfMonth(Step.Post it) {
    Integer active = account.activeMonth();
    return it.reason().isForService()
        && it.amount() > 0
        && (active == null || active != Evolution.month(at));
  }

  private @Nullable Refusal setAside(Hold hold) {
    Refusal closed = closed(hold.purpose() == HoldPurpose.REVERSAL);
    if (closed != null) {
      return closed;
    }
    if (account.hold(hold.id()).isPresent()) {
      return Refusal.of("already-held");
    }
    if (account.holds().size() >= Hold.COUNT_MAX) {
      return Refusal.of("too-many-holds", "limit", Hold.COUNT_MAX);
    }
    Balance before = account.balance(hold.unit());
    // What the pool is to pay for somebody is granted then: it keeps as much as for any grant.
    long floor = hold.purpose() == HoldPurpose.EXCHANGE ? floor(hold.unit(), Reason.GRANT) : 0;
    if (before.available() - hold.amount() < floor) {
      return insufficient(hold.unit(), Math.max(0, before.available() - floor));
    }
    happens(
        new AccountEvent.Held(
            hold.id(),
            hold.unit(),
            hold.amount(),
            hold.purpose(),
            hold.ref(),
            hold.until(),
            before.held() + hold.amount()));
    return null;
  }

  /**
   * @param cause null: it is settled
   */
  private @Nullable Refusal end(String id, @Nullable String cause) {
    Hold hold = account.hold(id).orElse(null);
    if (hold == null) {
      return Refusal.of("hold-ended");
    }
    long held = account.balance(hold.unit()).held() - hold.amount();
    happens(
        cause == null
            ? new HoldSettled(id, hold.unit(), hold.amount(), held)
            : new HoldReleased(id, hold.unit(), hold.amount(), cause, held));
    return null;
  }

  private @Nullable Refusal serve(Step.Serve it) {
    Refusal closed = closed(false);
    if (closed != null) {
      return closed;
    }
    Interval interval = it.interval();
    if (interval.from().isBefore(at.minus(Duration.ofDays(DAYS_OF_RECORD)))) {
      return Refusal.of("service-too-old", "days", DAYS_OF_RECORD);
    }
    if (interval.until().isAfter(at)) {
      return Refusal.of("service-in-future");
    }
    if (account.services().stream().anyMatch(before -> before.overlaps(interval))) {
      return Refusal.of("overlapping-service");
    }
    if (it.minutes() < 0 || it.minutes() > Math.min(interval.minutes(), terms.sessionCap())) {
      return Refusal.of("session-cap", "limit", terms.sessionCap());
    }
    if (it.minutes() > Earning.leftOfDay(account, interval, terms)) {
      return Refusal.of("day-cap", "limit", terms.dayCap());
    }
    int before = account.remainder() == null ? 0 : account.remainder();
    int remainder = terms.remainderKept() ? before + it.minutes() - it.credited() : 0;
    if (remainder < 0 || remainder >= Terms.STEP_MAX) {
      throw new IllegalArgumentException("credited other minutes than were given: " + it);
    }
    happens(
        new Served(
            interval.from(), interval.until(), it.minutes(), remainder, it.ref(), it.service()));
    return null;
  }

  private @Nullable Refusal unserve(Step.Unserve it) {
    Refusal closed = closed(true);
    if (closed != null) {
      return closed;
    }
    if (account.services().stream().noneMatch(service -> it.ref().equals(service.ref()))) {
      return Refusal.of("service-too-old", "days", DAYS_OF_RECORD);
    }
    if (it.remainder() < 0 || it.remainder() >= Terms.STEP_MAX) {
      throw new IllegalArgumentException("took other minutes back than were given: " + it);
    }
    happens(new AccountEvent.ServiceTakenBack(it.ref(), it.remainder()));
    return null;
  }

  private @Nullable Refusal close(String heir) {
    for (Unit unit : Unit.values()) {
      if (account.balance(unit).posted() != 0) {
        return Refusal.of("balance-left", "unit", unit.wire());
      }
    }
    happens(new AccountClosed(heir));
    return null;
  }

  private @Nullable Refusal closed(boolean evenIfFrozen) {
    return evenIfFrozen && account.status() == Account.Status.FROZEN ? null : account.whyNotOpen();
  }

  /** Minutes above what a passbook may hold; 0: none. */
  long overflow() {
    return account.kind() == AccountKind.POOL
        ? 0
        : Math.max(0, account.balance(Unit.MINUTES).posted() - terms.accountCap());
  }

  private void happens(AccountEvent event) {
    events.add(event);
    account = account.evolve(event, at);
  }
}
