package cn.linli.timebank.domain.wristbands;

import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a clerk settles what readings leave open. */
public final class DoubtRules {

  private DoubtRules() {}

  /**
   * What a clerk found out.
   *
   * @param from when it began; null where it does not count
   * @param until when it ended; null where it does not count
   */
  public record Finding(@Nullable Instant from, @Nullable Instant until, boolean isVoid) {}

  /** Why that can't be; null: it can. */
  public static @Nullable Refusal objection(Doubt doubt, Finding found, Instant at) {
    if (!doubt.isOpen()) {
      return Refusal.of(
          doubt.status() == Doubt.Status.ENDED ? "session-changed" : "session-resolved");
    }
    if (found.isVoid()) {
      return found.from() == null && found.until() == null
          ? null
          : Refusal.of("resolution-unclear");
    }
    if (found.from() == null || found.until() == null) {
      return Refusal.of("resolution-unclear");
    }
    boolean possible =
        found.until().isAfter(found.from())
            && !found.until().isAfter(at)
            && Duration.between(found.from(), found.until()).compareTo(WristbandTerms.LONGEST) <= 0
            && WorkCalendar.dayOf(found.from()).equals(what(doubt).day());
    return possible ? null : Refusal.of("resolution-times", "day", what(doubt).day());
  }

  /** What it takes back and what it books: a settlement of this one session. */
  public static Plan plan(Doubt doubt, Finding found) {
    BookedSession was = what(doubt);
    List<Plan.Due> book =
        found.from() == null || found.until() == null
            ? List.of()
            : List.of(
                new Plan.Due(
                    was.session(),
                    Objects.requireNonNull(doubt.begins()),
                    new Session("", was.service(), found.from(), found.until(), null),
                    was.day()));
    return new Plan(book, List.of(was), List.of(), List.of(), 0, null);
  }

  private static BookedSession what(Doubt doubt) {
    return Objects.requireNonNull(doubt.what());
  }
}
