package cn.linli.platform.commit;

import cn.linli.events.Event;

/**
 * A kind of stream that says once what is constant of it; what is left to write is how its state
 * evolves and where it counts.
 *
 * @param <S> state, an immutable record that Jackson can write and read
 * @param <E> the sealed interface of its events
 */
public abstract class PlainKind<S, E extends Event> implements StreamKind<S, E> {

  private final String name;
  private final int schema;
  private final Class<S> states;
  private final Class<E> events;
  private final S initial;

  /**
   * @param name first part of the stream ids
   * @param schema version of the state's shape
   * @param initial the state of a stream that nobody has written to
   */
  protected PlainKind(String name, int schema, Class<S> states, Class<E> events, S initial) {
    this.name = name;
    this.schema = schema;
    this.states = states;
    this.events = events;
    this.initial = initial;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int schema() {
    return schema;
  }

  @Override
  public final Class<S> stateType() {
    return states;
  }

  @Override
  public final Class<E> eventType() {
    return events;
  }

  @Override
  public final S initial() {
    return initial;
  }
}
