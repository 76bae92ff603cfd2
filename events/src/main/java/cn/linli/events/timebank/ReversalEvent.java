package cn.linli.events.timebank;

import java.time.Instant;

/**
 * Taking a line of a passbook back, in the stream of that line: once. The line itself stays; what
 * follows are lines the other way.
 */
public sealed interface ReversalEvent extends TimebankEvent {

  /**
   * @param entry line to take back
   * @param proposedBy keyed mark of who asked: somebody else has to confirm
   * @param until when it lapses
   */
  record ReversalProposed(
      String entry, String division, String proposedBy, String reasonRef, Instant until)
      implements ReversalEvent {}

  record ReversalConfirmed(String entry) implements ReversalEvent {}

  record ReversalRejected(String entry, String reasonRef) implements ReversalEvent {}

  /** Nobody confirmed in time. */
  record ReversalLapsed(String entry) implements ReversalEvent {}
}
