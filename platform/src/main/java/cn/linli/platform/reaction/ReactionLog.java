package cn.linli.platform.reaction;

import cn.linli.events.Event;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import java.time.Instant;

/**
 * Streams that keep what became of each piece of news, one stream per thing the news is about. News
 * that changes nothing else still ends in one commit here.
 *
 * @param <E> the notes it keeps
 */
public final class ReactionLog<E extends Event> extends PlainKind<ReactionLog.Notes, E> {

  private static final int SCHEMA = 2;

  /** {@code notes}: how many. */
  public record Notes(int notes) {}

  /**
   * @param name first part of the stream ids
   */
  public ReactionLog(String name, Class<E> notes) {
    super(name, SCHEMA, Notes.class, notes, new Notes(0));
  }

  public StreamId stream(String key) {
    return new StreamId(name(), key);
  }

  /** Notes and does nothing else. */
  public Effect note(String key, E note) {
    StreamId stream = stream(key);
    return Effect.on(
        stream,
        Command.<Notes, E>single(stream, Notes.class, (state, at) -> Decision.accept(note)));
  }

  @Override
  public Notes evolve(Notes state, E event, Instant at, String by) {
    return new Notes(state.notes() + 1);
  }

  /** What the news is about counts where it lives. */
  @Override
  public String division(Notes state) {
    return NOWHERE;
  }
}
