package cn.linli.timebank.domain.wristbands;

import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a settlement does: the passbook is made to say what the readings say. What already stands
 * there stays; from the first session of a day that differs on, the day is taken back and booked
 * anew, so that the caps of the day fall as if everything had come in time.
 *
 * @param book sessions to book, in the order of time
 * @param takeBack what was booked and is not so any more
 * @param forgotten ids of sessions whose readings are deleted with this
 * @param delete readings that nothing needs any more
 * @param left how many readings are kept
 * @param again when there is more to do; null: never
 */
public record Plan(
    List<Due> book,
    List<BookedSession> takeBack,
    List<String> forgotten,
    List<Reading> delete,
    int left,
    @Nullable Instant again) {

  /** Readings that can't be deleted yet are looked at again after this many seconds. */
  private static final int LOOK_AGAIN_SECONDS = 3_600;

  /**
   * @param id keyed hash of what made it
   * @param begins keyed hash of where and when it began
   */
  public record Due(String id, String begins, Session session, LocalDate day) {}

  /** What sessions are called outside: nobody reads from it where they were. */
  @FunctionalInterface
  public interface Names {

    /** The same readings make the same name. */
    String of(Session session);

    /** The same however the session ended. */
    default String begins(Session session) {
      return session.place() + session.from();
    }
  }

  /**
   * @param decided names of beginnings that a clerk settled: neither taken back nor booked
   */
  public static Plan of(
      Collection<Reading> readings,
      List<BookedSession> booked,
      Collection<String> decided,
      WristbandTerms terms,
      Instant now,
      Names names) {
    List<Session> sessions = Sessions.of(readings, terms);
    Instant last = now.minus(terms.settledAfter());
    List<Due> ended =
        sessions.stream()
            .filter(it -> !it.from().isAfter(last))
            .map(it -> new Due(names.of(it), names.begins(it), it, WorkCalendar.dayOf(it.from())))
            .toList();
    List<Due> due = ended.stream().filter(it -> !decided.contains(it.begins())).toList();
    var book = new ArrayList<Due>();
    var takeBack = new ArrayList<BookedSession>();
    Map<LocalDate, List<Due>> wanted = byDay(due, Due::day);
    Map<LocalDate, List<BookedSession>> found = byDay(booked, BookedSession::day);
    Stream.concat(wanted.keySet().stream(), found.keySet().stream())
        .distinct()
        .sorted()
        .forEach(day -> {
          List<Due> is = wanted.getOrDefault(day, List.of());
          List<BookedSession> was = found.getOrDefault(day, List.of());
          int same = 0;
          while (same < Math.min(is.size(), was.size())
              && is.get(same).id().equals(was.get(same).session())) {
            same++;
          }
          book.addAll(is.subList(same, is.size()));
          takeBack.addAll(was.subList(same, was.size()));
        });
    List<Reading> sorted = Sessions.sorted(readings);
    int cut = Sessions.deletable(sorted, terms, now.minus(WristbandTerms.KEPT));
    List<Reading> kept = sorted.subList(cut, sorted.size());
    List<String> forgotten =
        ended.stream()
            .filter(it -> cut > 0 && !it.session().from().isAfter(sorted.get(cut - 1).at()))
            .map(it -> decided.contains(it.begins()) ? it.begins() : it.id())
            .toList();
    return new Plan(
        book,
        takeBack,
        forgotten,
        sorted.subList(0, cut),
        kept.size(),
        again(sessions, kept, terms, now));
  }

  private static @Nullable Instant again(
      List<Session> sessions, List<Reading> kept, WristbandTerms terms, Instant now) {
    if (kept.isEmpty()) {
      return null;
    }
    Instant look = now.plusSeconds(LOOK_AGAIN_SECONDS);
    Instant delete = kept.getFirst().at().plus(WristbandTerms.KEPT).plusMillis(1);
    return Stream.concat(
            sessions.stream().map(it -> it.from().plus(terms.settledAfter())).filter(now::isBefore),
            Stream.of(delete.isAfter(look) ? delete : look))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static <T> Map<LocalDate, List<T>> byDay(List<T> all, Function<T, LocalDate> day) {
    var days = new LinkedHashMap<LocalDate, List<T>>();
    all.forEach(each -> days.computeIfAbsent(day.apply(each), _ -> new ArrayList<>()).add(each));
    return days;
  }
}
