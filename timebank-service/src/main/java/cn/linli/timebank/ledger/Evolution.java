package cn.linli.timebank.ledger;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.*;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What events make of a passbook. */
final class Evolution {

  private Evolution() {}

  static Account evolve(Account was, AccountEvent event, Instant at) {
    var edit = new Edit(was);
    switch (event) {
      case AccountOpened it -> {
        return opened(it, at);
      }
      case OwnerBound(var owner) -> edit.owner = owner;
      case JoinProposed it ->
          edit.join = new Duplicate.Join(it.into(), it.by(), it.evidenceRef(), it.until());
      case PassbookTakenOver it -> Takeover.evolve(was, edit, it, at);
      case GuardianRecorded it -> {
        edit.guardian = it.guardian();
        edit.guardianMark = it.mark();
      }
      case CameOfAge _ -> {
        edit.guardian = null;
        edit.guardianMark = null;
      }
      case Posted it -> posted(was, edit, it, at);
      case Held it -> {
        var hold = new Hold(it.hold(), it.unit(), it.amount(), it.purpose(), it.ref(), it.until());
        edit.holds = plus(was.holds(), hold);
        edit.balance(it.unit(), was.balance(it.unit()).withHeld(it.held()));
      }
      case HoldSettled(var hold, var unit, var amount, var held) ->
          endHold(was, edit, hold, unit, held);
      case HoldReleased(var hold, var unit, var amount, var cause, var held) ->
          endHold(was, edit, hold, unit, held);
      case Served it -> served(was, edit, it, at);
      case ServiceTakenBack it -> {
        edit.services =
            was.services().stream().filter(service -> !it.ref().equals(service.ref())).toList();
        edit.remainder = it.remainder() == 0 ? null : it.remainder();
      }
      case RelationRecorded(var account, var kind, var evidence) ->
          edit.relatives = plus(without(was.relatives(), account), new Relative(account, kind));
      case RelationEnded(var account) -> edit.relatives = without(was.relatives(), account);
      case ReadinessRecorded(var insured, var trained) -> {
        edit.insured = insured ? Boolean.TRUE : null;
        edit.trained = trained ? Boolean.TRUE : null;
      }
      case AccountFrozen(var cause, var reasonRef, var heirsUntil) ->
          edit.frozen = new Frozen(cause, heirsUntil);
      case AccountUnfrozen _ -> edit.frozen = null;
      case SuccessionLapsed _ ->
          edit.frozen = new Frozen(Objects.requireNonNull(was.frozen()).cause(), null);
      case SuccessionDeclined _ -> {
        return was;
      }
      case AccountClosed(var heir) -> {
        edit.closed = true;
        edit.joinedInto = Duplicate.isJoining(was, heir) ? heir : null;
        edit.join = null;
      }
      case ExpiryNoticed(var unit, var amount, var expires) ->
          edit.lots = Lots.told(was.lots(), unit, expires);
      case ExpiryPostponed(var unit, var expires, var until) ->
          edit.lots = Lots.postpone(was.lots(), unit, expires, until);
    }
    return edit.done();
  }

  static int month(Instant at) {
    LocalDate day = WorkCalendar.dayOf(at);
    return day.getYear() * 100 + day.getMonthValue();
  }

  private static Account opened(AccountOpened it, Instant at) {
    return new Account(
        it.account(),
        it.kind(),
        it.division(),
        it.holderRef(),
        it.owner(),
        it.guardian(),
        null,
        it.adultFrom(),
        at,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static void posted(Account was, Edit edit, Posted it, Instant at) {
    Unit unit = it.unit();
    edit.balance(
        unit, new Balance(it.balance(), it.held(), was.balance(unit).seq() + 1, it.hash()));
    Spills.posted(was, edit, it, at);
    if (it.amount() > 0) {
      edit.lots = Lots.plus(was.lots(), unit, month(at), it.amount(), it.expires());
    } else if (it.reason() == Reason.EXPIRY && it.expires() != null) {
      edit.lots = Lots.expire(was.lots(), unit, -it.amount(), it.expires());
    } else {
      edit.lots = Lots.minus(was.lots(), unit, -it.amount());
    }
    if (it.reason().isForService() && it.amount() > 0) {
      edit.activeMonth = month(at);
    }
    if (it.amount() < 0 && isGift(it.reason())) {
      edit.given = given(was, it, at);
    }
  }

  private static boolean isGift(Reason reason) {
    return reason == Reason.TRANSFER || reason == Reason.DONATION;
  }

  private static Given given(Account was, Posted it, Instant at) {
    LocalDate day = WorkCalendar.dayOf(at);
    Given before = was.given();
    Given today = before != null && before.day().equals(day) ? before : new Given(day, 0, 0);
    return it.unit() == Unit.MINUTES
        ? new Given(day, today.minutes() - it.amount(), today.points())
        : new Given(day, today.minutes(), today.points() - it.amount());
  }

  private static void endHold(Account was, Edit edit, String hold, Unit unit, long held) {
    edit.holds = was.holds().stream().filter(it -> !it.id().equals(hold)).toList();
    edit.balance(unit, was.balance(unit).withHeld(held));
  }

  private static void served(Account was, Edit edit, Served it, Instant at) {
    // Whole days: the cap of the day on which the oldest may still be recorded needs all of it.
    long oldest =
        WorkCalendar.startOfDay(WorkCalendar.dayOf(at.minus(Duration.ofDays(Service.DAYS_MAX))))
            .getEpochSecond();
    edit.services =
        plus(
            was.services().stream().filter(service -> service.until() > oldest).toList(),
            new Service(
                it.from().getEpochSecond(),
                it.until().getEpochSecond(),
                it.minutes(),
                it.ref(),
                was.spent() == null ? 0 : was.spent()));
    edit.remainder = it.remainder() == 0 ? null : it.remainder();
  }

  private static List<Relative> without(List<Relative> all, String account) {
    return all.stream().filter(it -> !it.account().equals(account)).toList();
  }

  private static <T> List<T> plus(List<T> all, T one) {
    var more = new ArrayList<T>(all.size() + 1);
    more.addAll(all);
    more.add(one);
    return more;
  }
}
