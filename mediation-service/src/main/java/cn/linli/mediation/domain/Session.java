package cn.linli.mediation.domain;

import cn.linli.events.mediation.HearingEvent.Attended;
import cn.linli.events.mediation.HearingEvent.SessionHeld;
import cn.linli.events.mediation.HearingEvent.SessionRescheduled;
import cn.linli.events.mediation.HearingEvent.SessionScheduled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the sides with their mediators.
 *
 * @param number from 1
 * @param open others may listen
 * @param notices who is to know of it
 * @param moves how often it was put off or brought forward
 * @param protocol null until it took place
 */
public record Session(
    int number,
    Instant at,
    String venueRef,
    boolean open,
    List<Notice> notices,
    int moves,
    @Nullable Protocol protocol) {

  /** More would be stalling: then the mediation has failed. */
  static final int MOVES_MAX = 10;

  public Session {
    notices = List.copyOf(notices);
  }

  /**
   * One of those who are called.
   *
   * @param who number of a party or id of a mediator
   * @param owedAt when they were to be told
   * @param knownAt when they said, or somebody wrote down, that they know
   */
  public record Notice(String who, Instant owedAt, @Nullable Instant knownAt) {}

  /**
   * What is written down of it (调解记录, 人民调解法 §27).
   *
   * @param recordedBy who wrote it down, a pseudonymous reference
   */
  public record Protocol(
      @Nullable Instant began,
      @Nullable Instant ended,
      List<String> present,
      List<String> represented,
      List<String> absent,
      List<Attended> mediators,
      List<Integer> helpers,
      int listeners,
      String courseRef,
      String resultRef,
      String recordedBy) {
    public Protocol {
      present = List.copyOf(present);
      represented = List.copyOf(represented);
      absent = List.copyOf(absent);
      mediators = List.copyOf(mediators);
      helpers = List.copyOf(helpers);
    }
  }

  public boolean isHeld() {
    return protocol != null;
  }

  boolean calls(String who) {
    return notices.stream().anyMatch(it -> it.who().equals(who));
  }

  boolean knows(String who) {
    return notices.stream().anyMatch(it -> it.who().equals(who) && it.knownAt() != null);
  }

  static Session called(SessionScheduled it, Instant at) {
    return new Session(
        it.number(),
        it.at(),
        it.venueRef(),
        it.open(),
        notices(it.parties(), it.mediators(), at),
        0,
        null);
  }

  /** Whoever knew of the old time does not know the new one. */
  Session moved(SessionRescheduled it, Instant at) {
    return new Session(
        number,
        it.at(),
        it.venueRef(),
        it.open(),
        notices(it.parties(), it.mediators(), at),
        moves + 1,
        null);
  }

  private static List<Notice> notices(List<String> parties, List<String> mediators, Instant at) {
    return Stream.concat(parties.stream(), mediators.stream())
        .map(who -> new Notice(who, at, null))
        .toList();
  }

  Session noticed(String who, Instant when) {
    var told = new ArrayList<Notice>();
    for (Notice notice : notices) {
      told.add(notice.who().equals(who) ? new Notice(who, notice.owedAt(), when) : notice);
    }
    return new Session(number, at, venueRef, open, told, moves, protocol);
  }

  Session held(SessionHeld it, String by) {
    return new Session(
        number,
        at,
        venueRef,
        open,
        notices,
        moves,
        new Protocol(
            it.began(),
            it.ended(),
            it.present(),
            it.represented(),
            it.absent(),
            it.mediators(),
            it.helpers(),
            it.listeners(),
            it.courseRef(),
            it.resultRef(),
            by));
  }
}
