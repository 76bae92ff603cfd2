package cn.linli.platform.commit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands of one service instance, decides them in batches and writes each batch in one
 * transaction. It groups by itself: what arrives while a batch is written is the next batch.
 *
 * <p>Two workers, each with at most one batch, always on disjoint streams. See {@code
 * docs/adr/0001-committer.md} and design §2.
 */
public final class Committer implements CommandGate, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

  private static final int BATCHES_IN_FLIGHT = 2;
  private static final int COMMAND_ID_CHARS_MAX = 300;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration STOP_MAX = Duration.ofSeconds(8);

  private final Kinds kinds;
  private final CommitterLimits limits;
  private final Admission admission;
  private final Waiting waiting;
  private final CommitMetrics metrics;
  private final BatchRunner runner;
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * What a committer works on.
   *
   * @param notes what each batch leaves beside its states
   */
  public record Store(
      MongoClient client, MongoDatabase database, Kinds kinds, List<BatchNotes> notes) {

    public Store {
      notes = List.copyOf(notes);
    }

    public Store(MongoClient client, MongoDatabase database, Kinds kinds) {
      this(client, database, kinds, List.of());
    }
  }

  public Committer(
      Store store,
      CommitterLimits limits,
      InstantSource clock,
      Admission admission,
      MeterRegistry registry) {
    this.kinds = store.kinds();
    this.limits = limits;
    this.admission = admission;
    this.waiting = new Waiting(limits, BATCHES_IN_FLIGHT);
    this.metrics = new CommitMetrics(registry, waiting::size);
    var states = new StateStore(store.database(), kinds);
    var cache = new StateCache(limits.cacheStatesMax(), limits.cacheCharsMax());
    this.runner =
        new BatchRunner(
            states,
            cache,
            new Decider(states, cache, new Planner(kinds, limits, clock)),
            new BatchWriter(store, limits),
            waiting,
            metrics,
            limits.retryMax(),
            this::answer);
    for (int i = 0; i < BATCHES_IN_FLIGHT; i++) {
      int worker = i;
      workers.add(Thread.ofPlatform().daemon().name("committer-" + i).start(() -> work(worker)));
    }
  }

  @Override
  public CompletableFuture<Outcome> submit(Command command) {
    Outcome refused = refusedAtTheDoor(command);
    if (refused == null) {
      var pending = new Pending(command);
      if (waiting.offer(pending)) {
        if (stopping) {
          turnAway(); // it may have come after the last look into the queue
        }
        return pending.answer;
      }
      refused = new Outcome.Overloaded(RETRY_AFTER);
    }
    metrics.outcome(refused);
    return CompletableFuture.completedFuture(refused);
  }

  private @Nullable Outcome refusedAtTheDoor(Command command) {
    if (stopping) {
      return new Outcome.Overloaded(RETRY_AFTER);
    }
    var closed = admission.closedFor();
    if (closed.isPresent()) {
      return new Outcome.Overloaded(closed.get());
    }
    if (command.streams().isEmpty()
        || command.streams().size() > limits.streamsMax()
        || new HashSet<>(command.streams()).size() != command.streams().size()
        || !command.streams().stream().allMatch(kinds::knows)
        || command.id().isEmpty()
        || command.id().length() > COMMAND_ID_CHARS_MAX) {
      return new Outcome.Broken(
          Outcome.Broken.MALFORMED,
          "%d streams, or one twice or of an unknown kind".formatted(command.streams().size()));
    }
    return null;
  }

  /** Commands that wait for a worker. */
  public int waiting() {
    return waiting.size();
  }

  private void work(int worker) {
    while (true) {
      try {
        Waiting.Taken taken = waiting.await(worker);
        if (taken == null) {
          return;
        }
        boolean progress = runner.run(taken.commands());
        if (taken.fromLane()) {
          waiting.laneDone(progress);
        }
        if (!progress) {
          runner.expire();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("a worker of the committer met what it does not know", e);
      }
    }
  }

  /** Answers on a thread of its own: whoever waits may do what he likes with it. */
  private void answer(Pending pending, Outcome outcome) {
    metrics.answered(pending, outcome);
    Thread.startVirtualThread(() -> pending.answer.complete(outcome));
  }

  /** Takes nothing more, finishes what waits for at most 8 s, turns the rest away. */
  @Override
  public void close() {
    stopping = true;
    waiting.close();
    long until = System.nanoTime() + STOP_MAX.toNanos();
    try {
      while (waiting.size() > 0 && System.nanoTime() < until) {
        Thread.sleep(10);
      }
      turnAway();
      for (Thread worker : workers) {
        worker.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.forEach(Thread::interrupt);
    turnAway();
  }

  private void turnAway() {
    waiting.drain().forEach(pending -> answer(pending, new Outcome.Overloaded(RETRY_AFTER)));
  }
}
