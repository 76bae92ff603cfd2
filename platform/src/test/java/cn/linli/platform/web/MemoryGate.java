package cn.linli.platform.web;

import cn.linli.events.Event;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Keeps the protocol of a gate, in memory and one command at a time. */
final class MemoryGate implements CommandGate {

  interface Evolve {
    Object evolve(Object state, Event event, Instant at);
  }

  private record Done(String inputHash, Outcome.Done outcome) {}

  private final Evolve evolve;
  private final Object initial;
  private final Map<StreamId, Object> states = new HashMap<>();
  private final Map<StreamId, Long> versions = new HashMap<>();
  private final Map<String, Done> done = new HashMap<>();
  private @Nullable Outcome next;

  MemoryGate(Evolve evolve, Object initial) {
    this.evolve = evolve;
    this.initial = initial;
  }

  /** What the next command is answered, whatever it says. */
  synchronized void answerNext(Outcome outcome) {
    next = outcome;
  }

  synchronized List<StreamId> streams() {
    return List.copyOf(states.keySet());
  }

  synchronized Object state(StreamId stream) {
    return states.getOrDefault(stream, initial);
  }

  synchronized long version(StreamId stream) {
    return versions.getOrDefault(stream, 0L);
  }

  @Override
  public synchronized CompletableFuture<Outcome> submit(Command command) {
    return CompletableFuture.completedFuture(outcome(command));
  }

  private Outcome outcome(Command command) {
    if (next != null) {
      Outcome given = next;
      next = null;
      return given;
    }
    Done earlier = done.get(command.id());
    if (command.keyed() && earlier != null) {
      var it = earlier.outcome();
      return earlier.inputHash().equals(command.inputHash())
          ? new Outcome.Done(true, it.primary(), it.version(), it.status(), it.at(), Map.of())
          : new Outcome.KeyConflict();
    }
    long version = version(command.primary());
    if (command.expectedVersion() != null && command.expectedVersion() != version) {
      return new Outcome.VersionConflict(version);
    }
    return switch (command.rule().decide(streamsAt(Instant.now()))) {
      case Command.Verdict.Refuse(var refusal) -> new Outcome.Refused(refusal);
      case Command.Verdict.Accept(var changes) -> accept(command, changes);
    };
  }

  private Outcome accept(Command command, List<Command.Change> changes) {
    var now = Instant.now();
    var touched = new HashMap<StreamId, Object>();
    for (var change : changes) {
      Object state = state(change.stream());
      for (var event : change.events()) {
        state = evolve.evolve(state, event, now);
      }
      states.put(change.stream(), state);
      versions.merge(change.stream(), 1L, Long::sum);
      touched.put(change.stream(), state);
    }
    var outcome =
        new Outcome.Done(
            false, command.primary(), version(command.primary()), command.status(), now, touched);
    done.put(command.id(), new Done(command.inputHash(), outcome));
    return outcome;
  }

  private Command.Streams streamsAt(Instant at) {
    return new Command.Streams() {
      @Override
      public <S> S state(StreamId stream, Class<S> type) {
        return type.cast(MemoryGate.this.state(stream));
      }

      @Override
      public long version(StreamId stream) {
        return MemoryGate.this.version(stream);
      }

      @Override
      public Instant at() {
        return at;
      }
    };
  }

  static Outcome overloaded() {
    return new Outcome.Overloaded(Duration.ofSeconds(2));
  }
}
