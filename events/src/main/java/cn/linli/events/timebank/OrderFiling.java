package cn.linli.events.timebank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, and every rule that the order relied on.
 *
 * @param account that pays
 * @param from the community of that account
 * @param to the community that gives
 * @param service kind of service, if it is one
 * @param price of one, when it was ordered; later prices do not touch it
 * @param amount price times quantity: what is held
 * @param until when it lapses if nobody fulfils it
 * @param quarter whose limit it counts for, as {@code 2026q4}; null: it has none
 * @param stocked whether it took from a stock
 * @param noShowCharged whether it costs its price to be absent, by the scheme of the place that
 *     gives
 * @param pairLimit up to which the two communities may owe each other; null: they are the same
 * @param provider whose people may fulfil it, as the catalogue said; null: only clerks may
 */
public record OrderFiling(
    String account,
    String from,
    String to,
    String reward,
    RewardKind kind,
    @Nullable String service,
    int quantity,
    Unit unit,
    long price,
    long amount,
    Instant until,
    @Nullable String quarter,
    boolean stocked,
    boolean noShowCharged,
    @Nullable Long pairLimit,
    @Nullable RewardProvider provider) {

  /** Whether it is paid through clearing. */
  public boolean crosses() {
    return !from.equals(to);
  }
}
