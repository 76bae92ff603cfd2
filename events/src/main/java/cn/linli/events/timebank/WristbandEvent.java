package cn.linli.events.timebank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a wristband (幸福手环), in its stream {@code b:<keyed hash of its code>}. No event
 * says where or at what hour it was read.
 */
public sealed interface WristbandEvent extends TimebankEvent {

  /**
   * @param division community of the account
   * @param since when it was handed out: what was read before is not the account's
   */
  record WristbandBound(String account, String division, Instant since) implements WristbandEvent {}

  /**
   * Two passbooks of the wearer became one: what is read and what was read is the other's now.
   *
   * @param account the one that stays, of the same community
   */
  record WristbandMoved(String account) implements WristbandEvent {}

  /**
   * @param lost it is not given out again
   * @param freeAt from when it may be bound again; absent where it is lost
   */
  record WristbandUnbound(boolean lost, @Nullable Instant freeAt) implements WristbandEvent {}

  /**
   * A batch had readings of it.
   *
   * @param settleAt when they are looked at
   */
  record ReadingsNoted(int readings, Instant settleAt) implements WristbandEvent {}

  /** The readings are to be settled now. */
  record SettlementDue(int round) implements WristbandEvent {}

  /**
   * Readings became sessions, and sessions minutes.
   *
   * @param booked newly booked, in the order of time
   * @param takenBack ids of sessions whose minutes were taken back: later readings changed them
   * @param forgotten ids of sessions whose readings were deleted
   * @param readings how many are left
   * @param again when there is more to settle or to delete; absent: nothing is left
   */
  record SessionsSettled(
      List<BookedSession> booked,
      List<String> takenBack,
      List<String> forgotten,
      int readings,
      @Nullable Instant again)
      implements WristbandEvent {
    public SessionsSettled {
      booked = List.copyOf(booked);
      takenBack = List.copyOf(takenBack);
      forgotten = List.copyOf(forgotten);
    }
  }

  /**
   * A clerk settled a session that was in doubt: nothing that is read later changes it.
   *
   * @param begins keyed hash of where and when it began
   */
  record SessionDecided(String session, String begins) implements WristbandEvent {}

  /** Not now. {@code again}: absent where it was given up and the readings deleted. */
  record SettlementPutOff(String code, @Nullable Instant again) implements WristbandEvent {}

  /**
   * @param session keyed hash of what made it: the same readings make the same id
   * @param minutes given, after the caps; 0 where a flag says why not
   * @param credited after rounding: what is posted
   * @param entry line of the passbook; absent where nothing was booked
   * @param flag absent where all was ordinary
   */
  record BookedSession(
      String session,
      LocalDate day,
      String service,
      int minutes,
      int credited,
      @Nullable String entry,
      @Nullable SessionFlag flag) {}
}
