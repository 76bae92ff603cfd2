package cn.linli.timebank.ledger;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.RelationKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who may give to whom: lineal relatives, friends where the scheme lets, the pool or nobody in
 * particular as a donation; groups only donate (domain rules §6.2, ledger rule 6).
 *
 * @param to null: a donation to nobody in particular
 * @param claimed the relation the giver names; null: whatever is recorded
 * @param ref reference of the giver's words; between communities it stands in the receiver's line,
 *     and the giver's names the receiver
 * @param onBehalf whether a clerk writes it down
 */
public record Giving(
    String from,
    @Nullable String to,
    Unit unit,
    long amount,
    @Nullable RelationKind claimed,
    @Nullable String ref,
    boolean onBehalf) {

  /**
   * Why it may not be; null: it may. Balances are the book's business.
   *
   * @param cleared whether the communities of both honour each other's minutes
   */
  public @Nullable Refusal objection(
      Account giver, @Nullable Account receiver, SchemeTable scheme, boolean cleared, Instant at) {
    if (giver.kind() == AccountKind.POOL) {
      return Refusal.of("pool-only-grants");
    }
    if (from.equals(to)) {
      return Refusal.of("same-account");
    }
    if (!onBehalf && giver.isMinor(WorkCalendar.dayOf(at).getYear())) {
      return Refusal.of("minor-alone");
    }
    Refusal receiving =
        isDonation() ? donation(giver, scheme) : gift(giver, receiver, scheme, cleared);
    return receiving != null ? receiving : dayLimit(giver, scheme, WorkCalendar.dayOf(at));
  }

  public boolean isDonation() {
    return to == null || Book.isPool(to);
  }

  private @Nullable Refusal donation(Account giver, SchemeTable scheme) {
    if (!cell(scheme.donation())) {
      return Refusal.of("donation-off");
    }
    return to == null || to.equals(Book.pool(giver.division()))
        ? null
        : Refusal.of("foreign-community");
  }

  private @Nullable Refusal gift(
      Account giver, @Nullable Account receiver, SchemeTable scheme, boolean cleared) {
    if (giver.kind() == AccountKind.GROUP) {
      return Refusal.of("groups-donate-only");
    }
    if (receiver == null || !receiver.exists()) {
      return Refusal.of("account-unknown");
    }
    if (isForeign(giver, receiver) && !(cleared && unit == Unit.MINUTES)) {
      return Refusal.of("foreign-community");
    }
    RelationKind recorded = giver.relation(to == null ? "" : to).orElse(null);
    if (recorded == null || claimed != null && claimed != recorded) {
      return Refusal.of("relation-not-recorded");
    }
    boolean allowed =
        recorded == RelationKind.LINEAL
            ? cell(scheme.transferLineal())
            : cell(scheme.transferFriends());
    return allowed ? null : Refusal.of("transfer-off", "relation", recorded.wire());
  }

  private @Nullable Refusal dayLimit(Account giver, SchemeTable scheme, LocalDate today) {
    Given given = giver.given();
    long before =
        given == null || !given.day().equals(today)
            ? 0
            : unit == Unit.MINUTES ? given.minutes() : given.points();
    int limit = cell(scheme.transferDayLimit());
    return before + amount > limit ? Refusal.of("transfer-day-limit", "limit", limit) : null;
  }

  /** Whether it goes from one community to another: points never do. */
  public static boolean isForeign(Account giver, @Nullable Account receiver) {
    return receiver != null && !receiver.division().equals(giver.division());
  }

  /** What is booked; between communities each side stands against their clearing account. */
  public Transaction transaction(Account giver, @Nullable Account receiver) {
    if (to == null) {
      return Transaction.of(
          new Step.Post(
              from, unit, -amount, Counter.donated(giver.division()), Reason.DONATION, ref, null));
    }
    if (receiver != null && !isDonation() && isForeign(giver, receiver)) {
      Counter between = Counter.clearing(giver.division(), receiver.division());
      return Transaction.of(
          new Step.Post(from, unit, -amount, between, Reason.TRANSFER, to, null),
          new Step.Post(
              to, unit, amount, between, Reason.TRANSFER, ref == null ? from : ref, null));
    }
    return Transaction.of(
        Step.move(from, to, unit, amount, isDonation() ? Reason.DONATION : Reason.TRANSFER, ref));
  }
}
