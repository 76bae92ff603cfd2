package cn.linli.timebank.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a community's scheme says about booking.
 *
 * @param accountCap minutes a passbook may hold; above it they go to the pool
 * @param sessionCap minutes one service earns at most
 * @param dayCap minutes a person earns at most for one day's services
 * @param step minutes are credited in multiples of it; 1: to the minute
 * @param remainderKept whether what rounding leaves counts the next time
 * @param expiryMonths how long what is booked may be spent; null: for ever
 * @param poolFloor minutes the pool never goes below
 */
public record Terms(
    long accountCap,
    int sessionCap,
    int dayCap,
    int step,
    boolean remainderKept,
    @Nullable Integer expiryMonths,
    long poolFloor) {

  /** Before whole hours nobody rounds further (domain rules §6.2: Guangzhou). */
  public static final int STEP_MAX = 60;

  public Terms {
    if (step < 1 || step > STEP_MAX) {
      throw new IllegalArgumentException("minutes are rounded to 1 to 60: " + step);
    }
  }

  /** The terms of a division. */
  @FunctionalInterface
  public interface Of {
    Terms in(String division);
  }
}
