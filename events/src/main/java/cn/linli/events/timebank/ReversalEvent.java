package cn.linli.events.timebank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Taking a line of a passbook back, in the stream of that line: once. The line itself stays; what
 * follows are lines the other way.
 */
public sealed interface ReversalEvent extends TimebankEvent {

  /**
   * @param entry line to take back; of a transfer the one that received
   * @param account whose line it is
   * @param other account on the other side, whose line is taken back too; absent: a system account
   * @param amount of the line
   * @param proposedBy keyed mark of who asked: somebody else has to confirm
   * @param until when it lapses
   * @param giver community that gave what the line paid for, and whose bank clerk has to confirm;
   *     absent: it stayed in one, or the line is of the community that gave
   */
  record ReversalProposed(
      String entry,
      String division,
      String account,
      @Nullable String other,
      Unit unit,
      long amount,
      String proposedBy,
      String reasonRef,
      Instant until,
      @Nullable String giver)
      implements ReversalEvent {}

  record ReversalConfirmed(String entry) implements ReversalEvent {}

  record ReversalRejected(String entry, String reasonRef) implements ReversalEvent {}

  /**
   * What the line was for turned out to be something else: readings of a wristband came late. The
   * readings say so, so no second person is asked; nobody takes the line back again.
   *
   * @param amount of the line
   */
  record LineCorrected(String entry, String division, String account, Unit unit, long amount)
      implements ReversalEvent {}

  /** Nobody confirmed in time. */
  record ReversalLapsed(String entry) implements ReversalEvent {}
}
