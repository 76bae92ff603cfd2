package cn.linli.petition.domain;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.Span;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Vote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass from handling to closing; reopening starts the next one.
 *
 * @param number from 1
 * @param vote the one vote that counts in this round
 * @param unreachedOn a day for each visit that reached nobody
 * @param unreached enough tries on enough days: the gate opens without a vote
 * @param early the vote was given before the answer: it counts until another takes its place, and
 *     does not open the gate
 */
public record Round(
    int number,
    @Nullable Resolution resolution,
    @Nullable Vote vote,
    boolean votedByVisit,
    List<LocalDate> unreachedOn,
    boolean unreached,
    @Nullable Instant closedAt,
    boolean early) {

  /**
   * @param at when it was resolved, the source's instant for imported history
   * @param level null for imported history without one
   * @param by who resolved it; the visitor is somebody else
   */
  public record Resolution(
      Instant at,
      Unit unit,
      @Nullable Level level,
      String by,
      Outcome outcome,
      @Nullable String resultRef,
      Span span) {}

  public Round {
    unreachedOn = List.copyOf(unreachedOn);
  }

  static Round numbered(int number) {
    return new Round(number, null, null, false, List.of(), false, null, false);
  }

  /** Asking begins anew: tries before the answer do not count for it. */
  Round resolved(Resolution newResolution) {
    return new Round(
        number, newResolution, vote, votedByVisit, List.of(), false, closedAt, vote != null);
  }

  Round voted(Vote newVote, boolean byVisit) {
    return new Round(number, resolution, newVote, byVisit, unreachedOn, unreached, closedAt, false);
  }

  Round missed(LocalDate day, boolean last) {
    var days = new ArrayList<>(unreachedOn);
    days.add(day);
    return new Round(
        number, resolution, vote, votedByVisit, days, unreached || last, closedAt, early);
  }

  Round closed(Instant at) {
    return new Round(number, resolution, vote, votedByVisit, unreachedOn, unreached, at, early);
  }

  /** Since the answer. */
  boolean hasVoted() {
    return vote != null && !early;
  }

  /** A visitor spoke to the resident, the resident rated, or tried in vain often enough. */
  public boolean mayClose() {
    return hasVoted() || unreached;
  }
}
