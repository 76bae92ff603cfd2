package cn.linli.platform.reaction;

import cn.linli.events.Event;
import cn.linli.events.Recorded;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Brings one reaction to its one commit, or says that it is not there yet. */
final class Settlement {

  /**
   * How long one delivery waits for a busy committer. Afterwards the records are delivered again,
   * without limit, which keeps the consumer in its group.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CommandGate gate;
  private final ReactionMetrics metrics;

  Settlement(CommandGate gate, ReactionMetrics metrics) {
    this.gate = gate;
    this.metrics = metrics;
  }

  <E extends Event> void settle(Recorded<E> event, Reaction<E> reaction, Effect effect)
      throws InterruptedException {
    Command command = ReactionCommands.of(event, reaction, effect);
    switch (committed(command)) {
      case Outcome.Done done -> metrics.effect(reaction.policy(), done.hit());
      case Outcome.Refused(Refusal refusal) -> decline(event, reaction, effect, refusal);
      case Outcome.Broken broken -> decline(event, reaction, effect, Refusal.of(broken.code()));
      case Outcome other -> throw pending(command, other);
    }
  }

  private <E extends Event> void decline(
      Recorded<E> event, Reaction<E> reaction, Effect effect, Refusal why)
      throws InterruptedException {
    Effect decline = reaction.decline(event, why);
    if (!decline.target().equals(effect.target())) {
      throw new IllegalStateException(
          "%s declines on another stream than its effect's".formatted(reaction.policy()));
    }
    Command command = ReactionCommands.of(event, reaction, decline);
    switch (committed(command)) {
      case Outcome.Done done -> metrics.decline(reaction.policy(), why.code(), done.hit());
      case Outcome other -> throw pending(command, other);
    }
  }

  /**
   * An unknown outcome is asked for again with the same id: the look-up finds what became of it.
   */
  private Outcome committed(Command command) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Outcome outcome = answer(command);
      Duration retryAfter =
          switch (outcome) {
            case Outcome.Overloaded overloaded -> overloaded.retryAfter();
            case Outcome.Unknown unknown -> unknown.retryAfter();
            default -> null;
          };
      if (retryAfter == null || System.nanoTime() + retryAfter.toNanos() - deadlineNanos > 0) {
        return outcome;
      }
      Thread.sleep(retryAfter);
    }
  }

  private Outcome answer(Command command) throws InterruptedException {
    try {
      return gate.submit(command).get();
    } catch (ExecutionException e) {
      throw new ReactionPending(command.id() + " has no answer", e.getCause());
    }
  }

  private ReactionPending pending(Command command, Outcome outcome) {
    return new ReactionPending("%s is not settled: %s".formatted(command.id(), outcome), null);
  }
}
