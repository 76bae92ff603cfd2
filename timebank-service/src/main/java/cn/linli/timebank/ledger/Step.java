package cn.linli.timebank.ledger;

import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a transaction wants of one account. */
public sealed interface Step {

  String account();

  /**
   * A line.
   *
   * @param amount positive or negative, never 0
   * @param ref id of what it is booked for
   * @param service code of the service given, for figures
   */
  record Post(
      String account,
      Unit unit,
      long amount,
      Counter counter,
      Reason reason,
      @Nullable String ref,
      @Nullable String service)
      implements Step {
    public Post {
      if (amount == 0) {
        throw new IllegalArgumentException("a line is of something");
      }
    }
  }

  /** Sets part of the balance aside. */
  record SetAside(String account, Hold hold) implements Step {}

  /** A hold served its purpose; the lines it was for stand after this step. */
  record Settle(String account, String hold) implements Step {}

  /** A hold ends without a line. {@code cause}: code. */
  record Release(String account, String hold, String cause) implements Step {}

  /**
   * Somebody served: takes the time up, so that nothing else may overlap, and counts for the day's
   * cap. What it earns is a {@link Post} of its own; see {@link Earning#steps}.
   *
   * @param minutes given, after the caps
   * @param credited after rounding: what is posted
   */
  record Serve(
      String account,
      Interval interval,
      int minutes,
      int credited,
      @Nullable String ref,
      @Nullable String service)
      implements Step {}

  /**
   * A service turned out to be another: its time is free again. The lines that take its minutes
   * back are {@link Post}s of their own; see {@link Unearning#steps}.
   *
   * @param ref of the service
   * @param remainder minutes kept by rounding, after this
   */
  record Unserve(String account, String ref, int remainder) implements Step {}

  /** Nothing is left and nothing is booked any more. {@code heir}: who got what was left. */
  record Close(String account, String heir) implements Step {}

  /** From one passbook to another: both lines. */
  static List<Step> move(
      String from, String to, Unit unit, long amount, Reason reason, @Nullable String ref) {
    if (amount <= 0) {
      throw new IllegalArgumentException("something moves: " + amount);
    }
    return List.of(
        new Post(from, unit, -amount, Counter.passbook(to), reason, ref, null),
        new Post(to, unit, amount, Counter.passbook(from), reason, ref, null));
  }

  /** Out of nothing: the division's issue account stands against it. */
  static Step issue(
      String to, String division, Unit unit, long amount, Reason reason, @Nullable String ref) {
    return new Post(to, unit, amount, Counter.issue(division), reason, ref, null);
  }

  /** Spent: goes back to the division's issue account. */
  static Step redeem(String from, String division, Unit unit, long amount, @Nullable String ref) {
    return new Post(from, unit, -amount, Counter.issue(division), Reason.REDEEMED, ref, null);
  }
}
