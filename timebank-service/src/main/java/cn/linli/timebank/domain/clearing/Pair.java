package cn.linli.timebank.domain.clearing;

import cn.linli.events.timebank.ClearingEvent;
import cn.linli.platform.division.DivisionCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two communities and what they owe each other, in minutes.
 *
 * @param low the lower of the two codes; empty while nothing has happened
 * @param spentLow what members of {@code low} ever spent in {@code high}
 * @param spentHigh what members of {@code high} ever spent in {@code low}
 * @param reservedLow kept for orders of members of {@code low} that are not fulfilled yet
 * @param reservedHigh likewise
 * @param since when anything happened first; null: nothing has
 */
public record Pair(
    String low,
    String high,
    long spentLow,
    long spentHigh,
    long reservedLow,
    long reservedHigh,
    @Nullable Instant since) {

  /** Nothing has happened between two communities. */
  public static final Pair NONE = new Pair("", "", 0, 0, 0, 0, null);

  public boolean exists() {
    return !low.isEmpty();
  }

  /** How far the debt of {@code from} can grow: what it owes and what it may come to owe. */
  public long exposure(String from) {
    return owedBy(from) + reservedFor(from);
  }

  /** Minutes that {@code from} owes the other; negative where the other owes. */
  public long owedBy(String from) {
    return spentBy(from) - (isLow(from) ? spentHigh : spentLow);
  }

  /** Minutes that members of {@code from} ever spent in the other. */
  public long spentBy(String from) {
    return isLow(from) ? spentLow : spentHigh;
  }

  public long reservedFor(String from) {
    return isLow(from) ? reservedLow : reservedHigh;
  }

  private boolean isLow(String code) {
    return code.equals(low);
  }

  /** The nearest division that both lie in; of two provinces, the one of {@code low}. */
  public String around() {
    List<String> one = DivisionCode.of(low).path();
    List<String> other = DivisionCode.of(high).path();
    int common = 0;
    while (common < one.size()
        && common < other.size()
        && one.get(common).equals(other.get(common))) {
      common++;
    }
    return one.get(Math.max(0, common - 1));
  }

  /** From events to the state: each tells all that it changes. */
  public Pair evolve(ClearingEvent event, Instant at) {
    Pair now = between(event.from(), event.to());
    boolean low = event.from().equals(now.low);
    return new Pair(
        now.low,
        now.high,
        low ? event.total() : event.back(),
        low ? event.back() : event.total(),
        low ? event.reserved() : now.reservedLow,
        low ? now.reservedHigh : event.reserved(),
        since == null ? at : since);
  }

  /** The first event tells who the two are. */
  Pair between(String one, String other) {
    if (exists()) {
      return this;
    }
    boolean ascending = one.compareTo(other) < 0;
    return new Pair(ascending ? one : other, ascending ? other : one, 0, 0, 0, 0, null);
  }
}
