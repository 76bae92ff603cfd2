package cn.linli.timebank.ledger;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.WireName;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.ReversalEvent;
import cn.linli.events.timebank.ReversalEvent.LineCorrected;
import cn.linli.events.timebank.ReversalEvent.ReversalConfirmed;
import cn.linli.events.timebank.ReversalEvent.ReversalLapsed;
import cn.linli.events.timebank.ReversalEvent.ReversalProposed;
import cn.linli.events.timebank.ReversalEvent.ReversalRejected;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Taking a line back: proposed by one, confirmed by another, once. Its stream has the line's id, so
 * once is the stream itself. What would be taken is set aside meanwhile.
 *
 * @param other account on the other side; null: a system account
 * @param proposedBy mark of who asked
 * @param status null: nobody asked
 */
public record Reversal(
    String entry,
    String division,
    String account,
    @Nullable String other,
    Unit unit,
    long amount,
    String proposedBy,
    String reasonRef,
    @Nullable Instant proposedAt,
    @Nullable Instant until,
    @Nullable Status status) {

  public static final Reversal NONE =
      new Reversal("", "", "", null, Unit.MINUTES, 0, "", "", null, null, null);

  /** How long it waits for a second person. */
  static final Duration PATIENCE = Duration.ofDays(30);

  /** What follows from other lines is not taken back for itself. */
  private static final Set<Reason> NOT_REVERSIBLE =
      EnumSet.of(Reason.REVERSAL, Reason.OVERFLOW, Reason.EXPIRY, Reason.SUCCESSION, Reason.JOINED);

  private static final String CLEARING = "clearing:";

  /** Where it stands. */
  public enum Status implements WireName {
    PENDING,
    CONFIRMED,
    REJECTED,
    LAPSED
  }

  public boolean isPending() {
    return status == Status.PENDING;
  }

  /** Id of the hold on what would be taken. */
  public static String hold(String entry) {
    return "reverse-" + entry;
  }

  /**
   * @param line to take back; of a transfer the one that received
   * @param by mark of who asks
   */
  public Decision<ReversalEvent> propose(
      String account, String division, Posted line, String by, String reasonRef, Instant at) {
    if (status == Status.CONFIRMED) {
      return refuse("already-reversed");
    }
    if (isPending()) {
      return refuse("reversal-pending");
    }
    if (NOT_REVERSIBLE.contains(line.reason()) || line.counter().startsWith(CLEARING)) {
      return refuse("not-reversible", "reason", line.reason().wire());
    }
    String other = line.counter().startsWith("a:") ? line.counter().substring(2) : null;
    return accept(
        new ReversalProposed(
            line.entry(),
            division,
            account,
            other,
            line.unit(),
            line.amount(),
            by,
            reasonRef,
            at.plus(PATIENCE)));
  }

  /** What the proposal sets aside; null: the line gives back. */
  public static @Nullable Step setAside(ReversalProposed it) {
    return it.amount() < 0
        ? null
        : new Step.SetAside(
            it.account(),
            new Hold(
                hold(it.entry()),
                it.unit(),
                it.amount(),
                HoldPurpose.REVERSAL,
                it.entry(),
                it.until()));
  }

  public Decision<ReversalEvent> confirm(String by) {
    Refusal ended = ended();
    if (ended != null) {
      return refuse(ended);
    }
    return by.equals(proposedBy)
        ? refuse("self-confirmation")
        : accept(new ReversalConfirmed(entry));
  }

  public Decision<ReversalEvent> reject(String reasonRef) {
    Refusal ended = ended();
    return ended == null ? accept(new ReversalRejected(entry, reasonRef)) : refuse(ended);
  }

  private @Nullable Refusal ended() {
    if (status == null) {
      return Refusal.of("not-found");
    }
    return switch (status) {
      case PENDING -> null;
      case CONFIRMED -> Refusal.of("already-reversed");
      case REJECTED, LAPSED -> Refusal.of("reversal-ended");
    };
  }

  /**
   * The lines the other way; what the line made run over to the pool comes back first.
   *
   * @param line that is taken back
   * @param holder the account, as it is now
   */
  public Transaction mirror(Posted line, Account holder) {
    var settle = new Step.Settle(account, hold(entry));
    List<Step> spilled =
        unit == Unit.MINUTES && amount > 0
            ? Spills.back(holder, Entry.parse(entry).orElseThrow().seq(), amount)
            : List.of();
    if (other != null) {
      return Transaction.of(
          List.of(settle),
          spilled,
          Step.move(account, other, unit, amount, Reason.REVERSAL, entry));
    }
    var back =
        new Step.Post(
            account,
            unit,
            -amount,
            Counter.system(line.counter()),
            Reason.REVERSAL,
            entry,
            line.service());
    return amount > 0
        ? Transaction.of(List.of(settle), spilled, List.of(back))
        : Transaction.of(back);
  }

  public @Nullable Instant due() {
    return isPending() ? until : null;
  }

  public Decision<ReversalEvent> fallDue() {
    return accept(new ReversalLapsed(entry));
  }

  public Reversal evolve(ReversalEvent event, Instant at) {
    return switch (event) {
      case ReversalProposed it ->
          new Reversal(
              it.entry(),
              it.division(),
              it.account(),
              it.other(),
              it.unit(),
              it.amount(),
              it.proposedBy(),
              it.reasonRef(),
              at,
              it.until(),
              Status.PENDING);
      case LineCorrected it ->
          new Reversal(
              it.entry(),
              it.division(),
              it.account(),
              null,
              it.unit(),
              it.amount(),
              "",
              "",
              at,
              at,
              Status.CONFIRMED);
      case ReversalConfirmed _ -> with(Status.CONFIRMED);
      case ReversalRejected _ -> with(Status.REJECTED);
      case ReversalLapsed _ -> with(Status.LAPSED);
    };
  }

  private Reversal with(Status now) {
    return new Reversal(
        entry,
        division,
        account,
        other,
        unit,
        amount,
        proposedBy,
        reasonRef,
        proposedAt,
        until,
        now);
  }
}
