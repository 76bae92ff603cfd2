package cn.linli.timebank.domain.wristbands;

import cn.linli.events.timebank.WristbandEvent;
import cn.linli.events.timebank.WristbandEvent.*;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of a wristband. Whose it was stays known after it was taken off, until nothing can come
 * from it any more.
 *
 * @param account null: it never was bound
 * @param division community of the account
 * @param boundAt readings before it are somebody else's
 * @param endedAt readings after it are nobody's; null: it is worn
 * @param freeAt from when it may be bound again; null: it is worn, or lost
 * @param noted how often readings came; tells whether a settlement has seen them all
 * @param readings how many wait or are kept
 * @param settleAt when they are looked at next
 * @param rounds settlements so far
 * @param refusedSince since when the passbook has taken no settlement; null: it took the last one
 * @param booked sessions that readings which are still kept made
 * @param decided where and when sessions began that a clerk settled, as keyed hashes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Wristband(
    @Nullable String account,
    @Nullable String division,
    @Nullable Instant boundAt,
    @Nullable Instant endedAt,
    boolean lost,
    @Nullable Instant freeAt,
    long noted,
    int readings,
    @Nullable Instant settleAt,
    int rounds,
    @Nullable Instant refusedSince,
    List<BookedSession> booked,
    List<String> decided) {

  public static final Wristband NONE =
      new Wristband(null, null, null, null, false, null, 0, 0, null, 0, null, List.of(), List.of());

  /**
   * So long a settlement that the passbook does not take is tried again: at least once a day, more
   * often where readings go on coming.
   */
  public static final Duration PATIENCE = Duration.ofDays(30);

  public Wristband {
    booked = booked == null ? List.of() : List.copyOf(booked);
    decided = decided == null ? List.of() : List.copyOf(decided);
  }

  public boolean isWorn() {
    return account != null && endedAt == null;
  }

  /** Whether a reading of that instant is the account's. */
  public boolean wasWornAt(Instant at) {
    return account != null
        && !at.isBefore(Objects.requireNonNull(boundAt))
        && (endedAt == null || !at.isAfter(endedAt));
  }

  public Wristband evolve(WristbandEvent event, Instant at) {
    return switch (event) {
      case WristbandBound(var holder, var community, var since) ->
          new Wristband(
              holder, community, since, null, false, null, noted, 0, null, rounds, null, List.of(),
              List.of());
      case WristbandMoved(var kept) ->
          new Wristband(
              kept,
              division,
              boundAt,
              endedAt,
              lost,
              freeAt,
              noted,
              readings,
              settleAt,
              rounds,
              refusedSince,
              booked,
              decided);
      case WristbandUnbound(var isLost, var free) ->
          new Wristband(
              account,
              division,
              boundAt,
              at,
              isLost,
              free,
              noted,
              readings,
              settleAt,
              rounds,
              refusedSince,
              booked,
              decided);
      case ReadingsNoted(var more, var by) ->
          with(
              noted + 1,
              readings + more,
              earlier(settleAt, by),
              rounds,
              refusedSince,
              booked,
              decided);
      case SettlementDue(var round) ->
          with(noted, readings, null, round, refusedSince, booked, decided);
      case SessionsSettled settled ->
          with(
              noted,
              settled.readings(),
              earlier(settleAt, settled.again()),
              rounds,
              null,
              after(settled),
              decided.stream().filter(it -> !settled.forgotten().contains(it)).toList());
      case SessionDecided(var session, var begins) ->
          with(
              noted,
              readings,
              settleAt,
              rounds,
              refusedSince,
              booked.stream().filter(it -> !it.session().equals(session)).toList(),
              Stream.concat(decided.stream(), Stream.of(begins)).distinct().toList());
      case SettlementPutOff(var code, var again) ->
          again == null
              ? with(noted, 0, settleAt, rounds, null, List.of(), List.of())
              : with(
                  noted,
                  readings,
                  earlier(settleAt, again),
                  rounds,
                  code.equals(WristbandRules.READINGS_MOVED) || refusedSince != null
                      ? refusedSince
                      : at,
                  booked,
                  decided);
    };
  }

  private List<BookedSession> after(SessionsSettled settled) {
    var gone = new HashSet<>(settled.takenBack());
    var now = new ArrayList<>(booked.stream().filter(it -> !gone.contains(it.session())).toList());
    now.addAll(settled.booked());
    now.removeIf(it -> settled.forgotten().contains(it.session()));
    now.sort(Comparator.comparing(BookedSession::day));
    return now;
  }

  private Wristband with(
      long notedNow,
      int readingsNow,
      @Nullable Instant settleNow,
      int round,
      @Nullable Instant refused,
      List<BookedSession> bookedNow,
      List<String> decidedNow) {
    return new Wristband(
        account,
        division,
        boundAt,
        endedAt,
        lost,
        freeAt,
        notedNow,
        readingsNow,
        settleNow,
        round,
        refused,
        bookedNow,
        decidedNow);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
