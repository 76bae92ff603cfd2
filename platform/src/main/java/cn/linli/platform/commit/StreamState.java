package cn.linli.platform.commit;

import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A stream's state and what the store keeps beside it.
 *
 * @param version {@code v}: {@code k} of the journal document it includes last; 0 if new
 * @param events {@code n}: how many events that is
 * @param at when it last changed
 * @param value what the kind's {@code evolve} made
 * @param due when it wants to be looked at
 * @param armedBy {@code k} of the document that set {@code due} to what it is
 * @param correlation of the stream's first commit; what follows from time alone carries it on
 * @param indexed the list fields as they are stored now
 * @param stored what the store has under this id
 */
public record StreamState(
    StreamId stream,
    long version,
    long events,
    Instant at,
    Object value,
    @Nullable Instant due,
    long armedBy,
    String correlation,
    Document indexed,
    Stored stored) {

  /** What the {@code state} collection holds under the stream's id. */
  public enum Stored {
    NOTHING,
    THIS,
    /** An older shape or version, or nothing although the journal has entries: write it whole. */
    OTHER
  }

  boolean isDue(Instant now) {
    return version > 0 && due != null && !due.isAfter(now);
  }

  StreamState storedAs(Stored how) {
    return new StreamState(
        stream, version, events, at, value, due, armedBy, correlation, indexed, how);
  }

  StreamState stored(Document nowIndexed) {
    return new StreamState(
        stream, version, events, at, value, due, armedBy, correlation, nowIndexed, Stored.THIS);
  }
}
