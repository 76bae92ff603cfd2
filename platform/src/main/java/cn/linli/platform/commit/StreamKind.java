package cn.linli.platform.commit;

import cn.linli.events.Event;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One kind of stream: how its state comes from its events and what of it is stored for lists and
 * timers. Implementations are the thin border between a pure {@code domain} package and the store.
 *
 * @param <S> state, an immutable record that Jackson can write and read
 * @param <E> the sealed interface of its events
 */
public interface StreamKind<S, E extends Event> {

  /** Division of what no division has, or has yet: it counts nowhere. */
  String NOWHERE = "unknown";

  /** First part of the stream ids, for instance {@code petition}. */
  String name();

  /**
   * Version of the state's shape ({@code z}). A higher one makes a command rebuild the state from
   * the journal.
   */
  int schema();

  Class<S> stateType();

  Class<E> eventType();

  /** The state of a stream that nobody has written to. */
  S initial();

  /** Pure. {@code at} is the commit's instant, {@code by} its actor. */
  S evolve(S state, E event, Instant at, String by);

  /** The earliest instant at which this state wants to be looked at; null: never. */
  default @Nullable Instant due(S state) {
    return null;
  }

  /**
   * What follows from time alone at {@code at ≥ due(state)}. Must return at least one event whose
   * evolution moves or removes the due instant. Every command first applies what has fallen due.
   */
  default Decision<E> fallDue(S state, Instant at) {
    throw new IllegalStateException(name() + " has no timers");
  }

  /**
   * The division an event of this stream counts for, after the event; {@link #NOWHERE} in
   * quarantine.
   */
  String division(S state);

  /**
   * Puts the few fields that lists and indexes need beside the state. Names of one to eight
   * letters.
   */
  default void index(S state, Document into) {}
}
