package cn.linli.platform.commit;

import cn.linli.events.Event;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One wish to change something, complete: the committer can decide it again from scratch on every
 * attempt.
 *
 * @param id {@code c}: HMAC of scope and key where the caller gave a key, else time-ordered
 * @param keyed whether the id must be looked up before deciding
 * @param inputHash {@code h}: keyed hash of the input; the same key with another one is a conflict
 * @param streams all streams it may touch; the first is its primary resource
 * @param expectedVersion from {@code If-Match}, compared with the primary stream's version; null:
 *     any
 * @param by pseudonymous actor, {@code role@division#keyed-hash}
 * @param status the HTTP status remembered with the commit: 200 or 201
 * @param besides writes outside journal and state, in the same transaction, before {@code vault}
 * @param vault documents for the {@code vault} collection, already encrypted, written in the same
 *     transaction and only if the command is accepted; {@code _id} derived from {@code id}
 * @param newPrimary the primary stream is not read before deciding; the journal's {@code _id}
 *     guards it all the same
 */
public record Command(
    String id,
    boolean keyed,
    String inputHash,
    List<StreamId> streams,
    @Nullable Long expectedVersion,
    String by,
    String correlation,
    String causation,
    int status,
    List<Beside> besides,
    List<Document> vault,
    Rule rule,
    boolean newPrimary) {

  public Command {
    streams = List.copyOf(streams);
    besides = List.copyOf(besides);
    vault = List.copyOf(vault);
  }

  /** A command that writes nothing but journal, state and vault. */
  public Command(
      String id,
      boolean keyed,
      String inputHash,
      List<StreamId> streams,
      @Nullable Long expectedVersion,
      String by,
      String correlation,
      String causation,
      int status,
      List<Document> vault,
      Rule rule) {
    this(
        id,
        keyed,
        inputHash,
        streams,
        expectedVersion,
        by,
        correlation,
        causation,
        status,
        List.of(),
        vault,
        rule,
        false);
  }

  /**
   * The primary stream's id was made for this very command, so nothing can stand under it. With a
   * key the id follows from the key, and an earlier call may have used it.
   */
  public Command onNewStream() {
    return new Command(
        id,
        keyed,
        inputHash,
        streams,
        expectedVersion,
        by,
        correlation,
        causation,
        status,
        besides,
        vault,
        rule,
        !keyed);
  }

  public StreamId primary() {
    return streams.getFirst();
  }

  /** The decision over all named streams; pure, called once per attempt. */
  @FunctionalInterface
  public interface Rule {
    Verdict decide(Streams streams);
  }

  /** The states a rule may look at, as of this attempt, with what had fallen due applied. */
  public interface Streams {
    /** The state; its kind's initial one if the stream is new. */
    <S> S state(StreamId stream, Class<S> type);

    /** {@code v}; 0 if the stream is new. */
    long version(StreamId stream);

    /** The instant decided on: max(now, last at of all the streams). */
    Instant at();
  }

  public sealed interface Verdict {
    record Accept(List<Change> changes) implements Verdict {
      public Accept {
        changes = List.copyOf(changes);
      }
    }

    record Refuse(Refusal refusal) implements Verdict {}
  }

  /** The events one command adds to one stream: they become one journal document. */
  public record Change(StreamId stream, List<? extends Event> events) {
    public Change {
      events = List.copyOf(events);
    }
  }

  /** The common case: one stream, decided by a pure function. */
  public static <S, E extends Event> Rule single(
      StreamId stream, Class<S> type, SingleRule<S, E> rule) {
    return streams ->
        switch (rule.decide(streams.state(stream, type), streams.at())) {
          case Decision.Accepted<E>(var events) ->
              new Verdict.Accept(List.of(new Change(stream, events)));
          case Decision.Refused<E>(var refusal) -> new Verdict.Refuse(refusal);
        };
  }

  @FunctionalInterface
  public interface SingleRule<S, E extends Event> {
    Decision<E> decide(S state, Instant at);
  }
}
