package cn.linli.events.timebank;

import cn.linli.events.timebank.WristbandEvent.BookedSession;
import org.jspecify.annotations.Nullable;

/**
 * A session of a wristband that only a person can judge, in its stream {@code g:<session>}. As with
 * the wristband's own events none says where or at what hour it was.
 */
public sealed interface DoubtEvent extends TimebankEvent {

  /**
   * It was settled with a flag.
   *
   * @param band keyed hash of the wristband's code
   * @param begins keyed hash of where and when it began: the same however it ended
   */
  record SessionDoubted(
      BookedSession what, String band, String account, String division, String begins)
      implements DoubtEvent {}

  /** Later readings made it another session, or an ordinary one. */
  record DoubtEnded(String session) implements DoubtEvent {}

  /**
   * A clerk found out what it was.
   *
   * @param counts whether it counts at all
   * @param minutes given, after the caps
   * @param credited after rounding: what is posted
   * @param entry line of the passbook; absent where nothing was booked
   */
  record DoubtResolved(
      String session,
      boolean counts,
      int minutes,
      int credited,
      @Nullable String entry,
      String reasonRef)
      implements DoubtEvent {}
}
