package cn.linli.timebank.ledger;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.CameOfAge;
import cn.linli.events.timebank.AccountEvent.ExpiryNoticed;
import cn.linli.events.timebank.AccountEvent.ExpiryPostponed;
import cn.linli.events.timebank.AccountEvent.HoldReleased;
import cn.linli.events.timebank.AccountEvent.SuccessionLapsed;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What time alone brings to a passbook. */
public final class AccountTimers {

  /** How long before it expires its holder is told (domain rules §6.2, ledger rule 8). */
  static final int NOTICE_DAYS = 60;

  /** When what is set aside for something is looked at again. */
  static final int POSTPONED_DAYS = 30;

  private AccountTimers() {}

  /** The next instant at which something happens; null: never. */
  public static @Nullable Instant due(Account account) {
    if (account.status() == Account.Status.CLOSED) {
      return null;
    }
    Stream<Instant> holds = account.holds().stream().map(Hold::until);
    Stream<Instant> lots = account.lots().stream().map(AccountTimers::due).filter(Objects::nonNull);
    Stream<Instant> heirs =
        Stream.ofNullable(account.frozen()).map(Frozen::heirsUntil).filter(Objects::nonNull);
    Stream<Instant> age = Stream.ofNullable(comesOfAge(account));
    return Stream.of(holds, lots, heirs, age)
        .flatMap(it -> it)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /**
   * All that has fallen due: holds may end, and minutes and points expire, at one and the same
   * instant, and the committer takes no commands of a stream whose next instant does not move.
   */
  public static Decision<AccountEvent> fallDue(Account account, Instant at) {
    var events = new ArrayList<AccountEvent>();
    Account now = account;
    for (Instant due = due(now); due != null && !due.isAfter(at); due = due(now)) {
      AccountEvent first = first(now, at);
      events.add(first);
      now = now.evolve(first, at);
    }
    return Decision.accept(events);
  }

  /** What happens first of what has fallen due. */
  private static AccountEvent first(Account account, Instant at) {
    Instant age = comesOfAge(account);
    if (age != null && !age.isAfter(at)) {
      return new CameOfAge(Objects.requireNonNull(account.adultFrom()));
    }
    for (Hold hold : account.holds()) {
      if (!hold.until().isAfter(at)) {
        long held = account.balance(hold.unit()).held() - hold.amount();
        return new HoldReleased(hold.id(), hold.unit(), hold.amount(), "lapsed", held);
      }
    }
    Frozen frozen = account.frozen();
    if (frozen != null && frozen.heirsUntil() != null && !frozen.heirsUntil().isAfter(at)) {
      return new SuccessionLapsed(Book.pool(account.division()));
    }
    for (Lot lot : account.lots()) {
      Instant due = due(lot);
      if (due != null && !due.isAfter(at)) {
        return expiry(account, lot, at);
      }
    }
    throw new IllegalStateException("nothing has fallen due");
  }

  /** When a guardian's word ends; null: there is none. */
  private static @Nullable Instant comesOfAge(Account account) {
    return account.guardian() == null || account.adultFrom() == null
        ? null
        : WorkCalendar.startOfDay(LocalDate.of(account.adultFrom(), 1, 1));
  }

  private static @Nullable Instant due(Lot lot) {
    LocalDate expires = lot.expires();
    if (expires == null) {
      return null;
    }
    return WorkCalendar.startOfDay(
        expires.equals(lot.told()) ? expires.plusDays(1) : expires.minusDays(NOTICE_DAYS));
  }

  private static AccountEvent expiry(Account account, Lot lot, Instant at) {
    Unit unit = lot.unit();
    LocalDate expires = Objects.requireNonNull(lot.expires());
    long left =
        account.lots().stream().filter(it -> it.isOf(unit, expires)).mapToLong(Lot::left).sum();
    if (!expires.equals(lot.told())) {
      return new ExpiryNoticed(unit, left, expires);
    }
    long amount = Math.min(left, account.balance(unit).available());
    if (amount <= 0 || account.status() == Account.Status.FROZEN) {
      LocalDate until = WorkCalendar.dayOf(at).plusDays(POSTPONED_DAYS);
      return new ExpiryPostponed(unit, expires, until);
    }
    return Sheet.expired(account, unit, amount, expires, at);
  }
}
