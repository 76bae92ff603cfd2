package cn.linli.timebank.domain.wristbands;

import cn.linli.events.timebank.SessionFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the readings of one wristband say. A function of the set alone: it does not matter in which
 * order they came, how often, and through which kiosk.
 */
public final class Sessions {

  private static final Comparator<Session> BY_TIME =
      Comparator.comparing(Session::from)
          .thenComparing(Session::until)
          .thenComparing(Session::place);

  private Sessions() {}

  /** Sessions in the order of time; those at two places at once are flagged. */
  public static List<Session> of(Collection<Reading> readings, WristbandTerms terms) {
    var places = new TreeMap<String, List<Reading>>();
    List<Reading> single = single(readings);
    for (Reading reading : single) {
      places.computeIfAbsent(reading.place(), _ -> new ArrayList<>()).add(reading);
    }
    var sessions = new ArrayList<Session>();
    places.values().forEach(place -> sessions.addAll(pairs(place, terms)));
    sessions.sort(BY_TIME);
    return clipped(flagged(sessions, single));
  }

  /** Ids of readings that only repeat the one before. */
  public static Set<String> doubles(Collection<Reading> readings) {
    var all = new HashSet<String>();
    readings.forEach(reading -> all.add(reading.id()));
    single(readings).forEach(reading -> all.remove(reading.id()));
    return all;
  }

  /**
   * Up to where readings can be deleted without changing what the others say: the longest beginning
   * of those before {@code before} that nothing after it belongs to.
   *
   * @return how many of the sorted readings
   */
  public static int deletable(Collection<Reading> readings, WristbandTerms terms, Instant before) {
    List<Reading> sorted = sorted(readings);
    List<Session> sessions = of(sorted, terms);
    int deletable = 0;
    for (int i = 0; i < sorted.size() && sorted.get(i).at().isBefore(before); i++) {
      Instant last = sorted.get(i).at();
      boolean quiet =
          i + 1 == sorted.size()
              || !sorted.get(i + 1).at().isBefore(last.plus(WristbandTerms.DOUBLE));
      boolean between =
          sessions.stream()
              .filter(
                  it -> it.flag() != SessionFlag.OPEN) // nothing after it belongs to an open one
              .noneMatch(it -> !it.from().isAfter(last) && it.until().isAfter(last));
      if (quiet && between) {
        deletable = i + 1;
      }
    }
    return deletable;
  }

  static List<Reading> sorted(Collection<Reading> readings) {
    var sorted = new TreeSet<>(Reading.ORDER);
    sorted.addAll(readings);
    return List.copyOf(sorted);
  }

  /** The same check at the same place counts once in {@link WristbandTerms#DOUBLE}. */
  private static List<Reading> single(Collection<Reading> readings) {
    var last = new TreeMap<String, Instant>();
    var single = new ArrayList<Reading>();
    for (Reading reading : sorted(readings)) {
      String same = reading.kind() + "@" + reading.place();
      Instant before = last.get(same);
      if (before == null || !reading.at().isBefore(before.plus(WristbandTerms.DOUBLE))) {
        last.put(same, reading.at());
        single.add(reading);
      }
    }
    return single;
  }

  /** Who comes again without having left is taken to have left: nobody knows when. */
  private static List<Session> pairs(List<Reading> place, WristbandTerms terms) {
    var sessions = new ArrayList<Session>();
    Reading in = null;
    for (Reading reading : place) {
      switch (reading.kind()) {
        case CHECK_IN -> {
          if (in != null) {
            sessions.add(open(in, terms, reading.at()));
          }
          in = reading;
        }
        case CHECK_OUT -> {
          if (in != null) {
            boolean tooLong = reading.at().isAfter(in.at().plus(WristbandTerms.LONGEST));
            sessions.add(
                tooLong
                    ? open(in, terms, reading.at())
                    : new Session(in.place(), in.service(), in.at(), reading.at(), null));
          }
          in = null;
        }
      }
    }
    if (in != null) {
      sessions.add(open(in, terms, null));
    }
    return sessions;
  }

  private static Session open(Reading in, WristbandTerms terms, @Nullable Instant next) {
    Instant end = in.at().plus(Duration.ofMinutes(terms.openMinutes()));
    Instant until = next == null || end.isBefore(next) ? end : next;
    return new Session(in.place(), in.service(), in.at(), until, SessionFlag.OPEN);
  }

  /** Read elsewhere in the middle of a session: somebody else had one of the wristbands. */
  private static List<Session> flagged(List<Session> sessions, List<Reading> readings) {
    return sessions.stream()
        .map(each -> isElsewhere(each, sessions, readings) ? each.atTwoPlaces() : each)
        .toList();
  }

  /** One that nobody ended has no known end, so it does not speak against another by its length. */
  private static boolean isElsewhere(Session each, List<Session> sessions, List<Reading> readings) {
    var ended =
        sessions.stream()
            .filter(other -> other.flag() == null && !other.place().equals(each.place()));
    return each.flag() == SessionFlag.OPEN
        ? ended.anyMatch(other -> isWithin(each.from(), other))
        : ended.anyMatch(each::overlaps)
            || readings.stream()
                .anyMatch(it -> !it.place().equals(each.place()) && isWithin(it.at(), each));
  }

  private static boolean isWithin(Instant at, Session session) {
    return at.isAfter(session.from()) && at.isBefore(session.until());
  }

  /** What is credited for one that nobody ended ends where the next one begins. */
  private static List<Session> clipped(List<Session> sessions) {
    var clipped = new ArrayList<Session>();
    for (int i = 0; i < sessions.size(); i++) {
      Session it = sessions.get(i);
      if (it.flag() == SessionFlag.OPEN) {
        Instant next =
            sessions.subList(i + 1, sessions.size()).stream()
                .map(Session::from)
                .min(Comparator.naturalOrder())
                .orElse(it.until());
        clipped.add(
            next.isBefore(it.until())
                ? new Session(it.place(), it.service(), it.from(), next, SessionFlag.OPEN)
                : it);
      } else {
        clipped.add(it);
      }
    }
    return clipped;
  }
}
