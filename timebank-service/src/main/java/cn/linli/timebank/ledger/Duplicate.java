package cn.linli.timebank.ledger;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.JoinProposed;
import cn.linli.events.timebank.AccountEvent.OwnerBound;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two passbooks of one person become one: proposed by one, confirmed by another. What is on the one
 * goes over line by line, it is closed, and its lines stay where they are. Source: project
 * decision.
 */
public final class Duplicate {

  /** How long it waits for a second person. */
  static final Duration PATIENCE = Duration.ofDays(30);

  private Duplicate() {}

  /**
   * Asked for and not yet confirmed.
   *
   * @param into account that stays
   * @param by mark of who asks
   * @param evidenceRef what shows that both are one person's
   * @param until when nobody may confirm it any more
   */
  public record Join(String into, String by, String evidenceRef, Instant until) {}

  /**
   * @param by mark of who asks
   * @param running kinds of promises made on the one that have not ended
   */
  public static Decision<AccountEvent> propose(
      Account one,
      String into,
      Account other,
      String by,
      String evidenceRef,
      Set<String> running,
      Instant at) {
    Refusal objection = objection(one, into, other, running, at);
    return objection == null
        ? accept(new JoinProposed(into, by, evidenceRef, at.plus(PATIENCE)))
        : refuse(objection);
  }

  /** Why what was asked for can't be done by this person now; null: it can. */
  public static @Nullable Refusal objection(
      Account one, Account other, String by, Set<String> running, Instant at) {
    Join asked = one.join();
    if (asked == null || !at.isBefore(asked.until())) {
      return Refusal.of("join-not-proposed");
    }
    return by.equals(asked.by())
        ? Refusal.of("self-confirmation")
        : objection(one, asked.into(), other, running, at);
  }

  private static @Nullable Refusal objection(
      Account one, String into, Account other, Set<String> running, Instant at) {
    if (one.id().equals(into)) {
      return Refusal.of("same-account");
    }
    for (Account each : List.of(one, other)) {
      Refusal shut = each.whyNotOpen();
      if (shut != null) {
        return shut;
      }
    }
    if (one.kind() != other.kind() || one.kind() == AccountKind.POOL) {
      return Refusal.of("not-of-one-kind");
    }
    if (!one.division().equals(other.division())) {
      return Refusal.of("foreign-community");
    }
    int year = WorkCalendar.dayOf(at).getYear();
    if (one.isMinor(year) != other.isMinor(year)) {
      return Refusal.of("not-of-one-age");
    }
    if (!one.holds().isEmpty()) {
      return Refusal.of("holds-open");
    }
    if (!running.isEmpty()) {
      return Refusal.of("engagements-open", "kinds", running.stream().sorted().toList());
    }
    return Takeover.relations(one, other) > Relative.COUNT_MAX
        ? Refusal.of("too-many-relatives", "limit", Relative.COUNT_MAX)
        : null;
  }

  /** Whether a passbook is closed by being joined into another, and not by being inherited. */
  static boolean isJoining(Account one, @Nullable String heir) {
    return one.join() != null && one.frozen() == null && one.join().into().equals(heir);
  }

  /** The token of one of them is good for the other too: whose it is reads both. */
  public static @Nullable OwnerBound bound(Account one, Account other) {
    return one.owner() == null && other.owner() != null ? new OwnerBound(other.owner()) : null;
  }

  /** Both units go over, then nothing more is booked on the one. */
  public static Transaction closing(Account one, Account other, Join asked, Terms terms) {
    var steps = new ArrayList<Step>();
    int credited = Takeover.credited(one, other, terms);
    if (credited > 0) {
      steps.add(
          Step.issue(
              asked.into(),
              one.division(),
              Unit.MINUTES,
              credited,
              Reason.SERVICE,
              asked.evidenceRef()));
    }
    for (Unit unit : Unit.values()) {
      long posted = one.balance(unit).posted();
      if (posted > 0) {
        steps.addAll(
            Step.move(one.id(), asked.into(), unit, posted, Reason.JOINED, asked.evidenceRef()));
      }
    }
    steps.add(new Step.Close(one.id(), asked.into()));
    return new Transaction(steps);
  }
}
