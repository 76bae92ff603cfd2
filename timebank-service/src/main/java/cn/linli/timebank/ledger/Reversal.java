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
import cn.linli.platform.division.DivisionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Taking a line back: proposed by one, confirmed by another, once. Its stream has the line's id, so
 * once is the stream itself. What would be taken is set aside meanwhile.
 *
 * @param other account on the other side; null: a system account
 * @param proposedBy mark of who asked
 * @param giver community that gave what the line paid for, and loses what clearing had brought it;
 *     null: it stayed in one, or the line is of the community that gave
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
    @Nullable Status status,
    @Nullable String giver) {

  public static final Reversal NONE =
      new Reversal("", "", "", null, Unit.MINUTES, 0, "", "", null, null, null, null);

  /** How long it waits for a second person. */
  static final Duration PATIENCE = Duration.ofDays(30);

  /** What follows from other lines is not taken back for itself. */
  private static final Set<Reason> NOT_REVERSIBLE =
      EnumSet.of(Reason.REVERSAL, Reason.OVERFLOW, Reason.EXPIRY, Reason.SUCCESSION, Reason.JOINED);

  /** What has a line on either side: the one is never taken back without the other. */
  private static final Set<Reason> TWO_SIDED = EnumSet.of(Reason.TRANSFER, Reason.EXCHANGE);

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

  /** The community whose bank clerk confirms. */
  public String confirms() {
    return giver == null ? division : giver;
  }

  /** Whether it belongs to a place: the account's, or that of the community that gave. */
  public boolean isOf(DivisionCode place) {
    return place.contains(DivisionCode.of(division))
        || giver != null && place.contains(DivisionCode.of(giver));
  }

  /** Id of the hold on what would be taken. */
  public static String hold(String entry) {
    return "reverse-" + entry;
  }

  /**
   * @param line to take back; of a transfer the one that received
   * @param other account whose line is taken back with it; null: a system account alone
   * @param by mark of who asks
   * @param giver community whose bank clerk has to confirm; null: the account's own
   */
  public Decision<ReversalEvent> propose(
      String account,
      String division,
      Posted line,
      @Nullable String other,
      String by,
      String reasonRef,
      Instant at,
      @Nullable String giver) {
    if (status == Status.CONFIRMED) {
      return refuse("already-reversed");
    }
    if (isPending()) {
      return refuse("reversal-pending");
    }
    if (NOT_REVERSIBLE.contains(line.reason())
        || other == null && TWO_SIDED.contains(line.reason())) {
      return refuse("not-reversible", "reason", line.reason().wire());
    }
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
            at.plus(PATIENCE),
            giver));
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

  /**
   * Between two communities the second person is of the one that gave: what clearing had brought it
   * is taken back. Source: project decision (domain rules §6.2 rules 2 and 7).
   *
   * @param by mark of who confirms
   * @param place where they keep the books
   */
  public Decision<ReversalEvent> confirm(String by, DivisionCode place) {
    Refusal ended = ended();
    if (ended != null) {
      return refuse(ended);
    }
    if (by.equals(proposedBy)) {
      return refuse("self-confirmation");
    }
    return giver == null || place.contains(DivisionCode.of(giver))
        ? accept(new ReversalConfirmed(entry))
        : refuse("other-side-confirms", "division", giver);
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
   * The lines the other way; what the line made run over to the pool comes back first. Between
   * communities both lines stand against the clearing account again.
   *
   * @param line that is taken back
   * @param holder the account, as it is now
   */
  public Transaction mirror(Posted line, Account holder) {
    var steps = new ArrayList<Step>();
    if (amount > 0) {
      steps.add(new Step.Settle(account, hold(entry)));
      if (unit == Unit.MINUTES) {
        steps.addAll(Spills.back(holder, Entry.parse(entry).orElseThrow().seq(), amount));
      }
    }
    if (other != null && line.counter().equals(Counter.passbook(other).wire())) {
      steps.addAll(Step.move(account, other, unit, amount, Reason.REVERSAL, entry));
    } else {
      Counter counter = Counter.system(line.counter());
      steps.add(back(account, -amount, counter, line));
      if (other != null) {
        steps.add(back(other, amount, counter, line));
      }
    }
    return new Transaction(steps);
  }

  private Step back(String of, long minutes, Counter counter, Posted line) {
    return new Step.Post(of, unit, minutes, counter, Reason.REVERSAL, entry, line.service());
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
              Status.PENDING,
              it.giver());
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
              Status.CONFIRMED,
              null);
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
        now,
        giver);
  }
}
