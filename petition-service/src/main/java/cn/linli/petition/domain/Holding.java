package cn.linli.petition.domain;

import cn.linli.events.petition.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has the request in hand. Exactly one unit leads; co-handlers help.
 *
 * @param dispatchedBy who sent it to the holder and decides on its return; null if it came by the
 *     routing table or the ladder
 * @param designated named after a dispute over competence: no return any more
 * @param copies units that read along, for instance the district of a street that the city
 *     dispatched to
 * @param returns how often a return was asked for; {@code returnReasons} are their references
 */
public record Holding(
    Unit unit,
    @Nullable Unit dispatchedBy,
    @Nullable Instant dispatchedAt,
    boolean designated,
    List<String> coHandlers,
    List<String> copies,
    int returns,
    List<String> returnReasons,
    @Nullable Unit returnAskedBy,
    int sendBacks) {

  public Holding {
    coHandlers = List.copyOf(coHandlers);
    copies = List.copyOf(copies);
    returnReasons = List.copyOf(returnReasons);
  }

  static Holding of(Unit unit) {
    return new Holding(unit, null, null, false, List.of(), List.of(), 0, List.of(), null, 0);
  }

  /** The matter moves inside the ladder: nobody dispatched it to its new holder. */
  Holding movedTo(Unit to) {
    return new Holding(
        to, null, null, false, coHandlers, copies, returns, returnReasons, null, sendBacks);
  }

  Holding sentBackTo(Unit to, int times) {
    return new Holding(
        to, null, null, false, coHandlers, copies, returns, returnReasons, null, times);
  }

  /** Taken in hand: the holder's exact unit; who dispatched it stays known. */
  Holding takenBy(Unit taker, boolean tookOver) {
    return tookOver
        ? movedTo(taker)
        : new Holding(
            taker,
            dispatchedBy,
            dispatchedAt,
            designated,
            coHandlers,
            copies,
            returns,
            returnReasons,
            returnAskedBy,
            sendBacks);
  }

  Holding dispatched(
      Unit from, Unit to, Instant at, boolean byDesignation, @Nullable String copyTo) {
    return new Holding(
        to,
        from,
        at,
        byDesignation,
        coHandlers,
        copyTo == null ? copies : plus(copies, List.of(copyTo)),
        returns,
        returnReasons,
        null,
        sendBacks);
  }

  Holding withCoHandlers(List<String> more) {
    return new Holding(
        unit,
        dispatchedBy,
        dispatchedAt,
        designated,
        plus(coHandlers, more),
        copies,
        returns,
        returnReasons,
        returnAskedBy,
        sendBacks);
  }

  Holding returnAsked(Unit by, String reasonRef, int times) {
    return new Holding(
        unit,
        dispatchedBy,
        dispatchedAt,
        designated,
        coHandlers,
        copies,
        times,
        plus(returnReasons, List.of(reasonRef)),
        by,
        sendBacks);
  }

  Holding returnRefused(boolean byDesignation) {
    return new Holding(
        unit,
        dispatchedBy,
        dispatchedAt,
        designated || byDesignation,
        coHandlers,
        copies,
        returns,
        returnReasons,
        null,
        sendBacks);
  }

  private static List<String> plus(List<String> some, List<String> more) {
    var all = new ArrayList<>(some);
    more.stream().filter(one -> !all.contains(one)).forEach(all::add);
    return all;
  }
}
