package cn.linli.petition.domain;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.DueKind;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a round and what has been done about them.
 *
 * @param startedAt when the round opened
 * @param moved dispatched or taken in hand: the dispatch limit is met
 * @param contacted first contact was made: the contact limit is met
 * @param fallen limits that passed unmet, each told once
 * @param overdue the answer's limit passed, and it is not answered yet
 * @param extensions how often the answer was put off
 */
public record Clock(
    Deadlines deadlines,
    Instant startedAt,
    boolean moved,
    boolean contacted,
    Set<DueKind> fallen,
    boolean overdue,
    int extensions,
    @Nullable Wish extensionAsked,
    @Nullable Wish suspensionAsked,
    @Nullable Instant suspendedAt,
    @Nullable Instant suspendedUntil,
    long pausedMinutes) {

  /** A change of the clock that somebody asked for and somebody else has to allow. */
  public record Wish(Instant until, String by) {}

  public Clock {
    fallen = fallen.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fallen));
  }

  static Clock started(Deadlines deadlines, Instant at) {
    return new Clock(deadlines, at, false, false, Set.of(), false, 0, null, null, null, null, 0);
  }

  public boolean isSuspended() {
    return suspendedAt != null;
  }

  Clock with(Deadlines newDeadlines) {
    return copy(newDeadlines, moved, contacted, fallen, overdue, extensions, extensionAsked);
  }

  Clock withMoved(Deadlines newDeadlines) {
    return copy(newDeadlines, true, contacted, fallen, overdue, extensions, extensionAsked);
  }

  Clock withContact() {
    return copy(deadlines, true, true, fallen, overdue, extensions, extensionAsked);
  }

  Clock withFallen(DueKind which) {
    return copy(
        deadlines,
        moved,
        contacted,
        changed(fallen, which, true),
        overdue || which == DueKind.ANSWER,
        extensions,
        extensionAsked);
  }

  Clock answered() {
    return copy(deadlines, moved, contacted, fallen, false, extensions, extensionAsked);
  }

  /** A new order of supervision has a due date of its own. */
  Clock supervisedAnew() {
    return copy(
        deadlines,
        moved,
        contacted,
        changed(fallen, DueKind.SUPERVISION, false),
        overdue,
        extensions,
        extensionAsked);
  }

  /** A limit of a review that is moved may fall due anew; one that stays was told. */
  Clock reviewed(Deadlines newDeadlines) {
    return Objects.equals(newDeadlines.reviewBy(), deadlines.reviewBy())
        ? with(newDeadlines)
        : rearmed(newDeadlines, DueKind.REVIEW);
  }

  /** A limit that is set anew may fall due anew. */
  Clock rearmed(Deadlines newDeadlines, DueKind which) {
    return copy(
        newDeadlines,
        moved,
        contacted,
        changed(fallen, which, false),
        overdue,
        extensions,
        extensionAsked);
  }

  Clock withExtensionAsked(@Nullable Wish wish) {
    return copy(deadlines, moved, contacted, fallen, overdue, extensions, wish);
  }

  Clock extendedTo(Deadlines newDeadlines) {
    return copy(
        newDeadlines,
        moved,
        contacted,
        changed(fallen, DueKind.ANSWER, false),
        false,
        extensions + 1,
        null);
  }

  Clock withSuspensionAsked(@Nullable Wish wish) {
    return paused(deadlines, wish, suspendedAt, suspendedUntil, pausedMinutes);
  }

  Clock suspended(Instant at, Instant until) {
    return paused(deadlines, null, at, until, pausedMinutes);
  }

  Clock resumed(Deadlines newDeadlines, long minutes) {
    return paused(newDeadlines, suspensionAsked, null, null, pausedMinutes + minutes);
  }

  private Clock paused(
      Deadlines newDeadlines,
      @Nullable Wish suspension,
      @Nullable Instant at,
      @Nullable Instant until,
      long minutes) {
    return new Clock(
        newDeadlines,
        startedAt,
        moved,
        contacted,
        fallen,
        overdue,
        extensions,
        extensionAsked,
        suspension,
        at,
        until,
        minutes);
  }

  private Clock copy(
      Deadlines newDeadlines,
      boolean nowMoved,
      boolean nowContacted,
      Set<DueKind> nowFallen,
      boolean nowOverdue,
      int nowExtensions,
      @Nullable Wish extension) {
    return new Clock(
        newDeadlines,
        startedAt,
        nowMoved,
        nowContacted,
        nowFallen,
        nowOverdue,
        nowExtensions,
        extension,
        suspensionAsked,
        suspendedAt,
        suspendedUntil,
        pausedMinutes);
  }

  private static Set<DueKind> changed(Set<DueKind> kinds, DueKind which, boolean in) {
    var changed = kinds.isEmpty() ? EnumSet.noneOf(DueKind.class) : EnumSet.copyOf(kinds);
    if (in) {
      changed.add(which);
    } else {
      changed.remove(which);
    }
    return changed;
  }
}
