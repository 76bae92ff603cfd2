package cn.linli.platform.commit;

import cn.linli.platform.commit.BatchWriter.Result;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one batch to its end: every command of it is answered or handed to the retry lane. */
final class BatchRunner {

  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

  /** Aborted transactions that show no moved stream, before the batch is halved to find the one. */
  private static final int BLIND_TRIES_MAX = 3;

  private static final long BLIND_PAUSE_MILLIS = 4;

  /** How long the journal is asked about commands of unknown outcome. */
  private static final long LOOK_UP_NANOS_MAX = Duration.ofSeconds(5).toNanos();

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final StateStore store;
  private final StateCache cache;
  private final Decider decider;
  private final BatchWriter writer;
  private final Waiting waiting;
  private final CommitMetrics metrics;
  private final long retryNanosMax;
  private final BiConsumer<Pending, Outcome> answer;

  BatchRunner(
      StateStore store,
      StateCache cache,
      Decider decider,
      BatchWriter writer,
      Waiting waiting,
      CommitMetrics metrics,
      Duration retryMax,
      BiConsumer<Pending, Outcome> answer) {
    this.store = store;
    this.cache = cache;
    this.decider = decider;
    this.writer = writer;
    this.waiting = waiting;
    this.metrics = metrics;
    this.retryNanosMax = retryMax.toNanos();
    this.answer = answer;
  }

  /** Commands to try together, and how often that failed without a visible reason. */
  private record Part(List<Pending> commands, int blindTries) {
    Part open() {
      return new Part(commands.stream().filter(p -> !p.finished()).toList(), blindTries);
    }
  }

  /** Answers whether at least one command came to its end. */
  boolean run(List<Pending> batch) {
    Deque<Part> parts = new ArrayDeque<>();
    parts.add(new Part(batch, 0));
    while (!parts.isEmpty()) {
      Part part = giveUpOld(parts.poll());
      if (!part.commands().isEmpty()) {
        try {
          attempt(part, parts);
        } catch (MongoException e) {
          LOG.warn("database does not answer: {}", e.toString());
          waiting.toLane(part.open().commands());
        } catch (RuntimeException | StackOverflowError e) {
          isolate(part.open(), parts, e);
        }
      }
    }
    return batch.stream().anyMatch(Pending::finished);
  }

  /** Answers what waits behind a database that does not answer. */
  void expire() {
    var expired = new HashMap<Pending, Outcome>();
    for (Pending pending : waiting.takeExpired(retryNanosMax)) {
      expired.put(pending, new Outcome.Overloaded(RETRY_AFTER));
    }
    if (!expired.isEmpty()) {
      finish(expired);
    }
  }

  private Part giveUpOld(Part part) {
    var old = new HashMap<Pending, Outcome>();
    for (Pending pending : part.commands()) {
      if (pending.triedLongerThan(retryNanosMax)) {
        old.put(pending, new Outcome.Overloaded(RETRY_AFTER));
      }
      pending.tried();
    }
    if (old.isEmpty()) {
      return part;
    }
    finish(old);
    var young = new ArrayList<>(part.commands());
    young.removeAll(old.keySet());
    return new Part(young, part.blindTries());
  }

  private void attempt(Part part, Deque<Part> parts) {
    Plan plan = decider.decide(part.commands());
    if (!plan.writes()) {
      finish(plan.answers());
      goOnWith(plan.rest(), parts);
      return;
    }
    long since = System.nanoTime();
    Result result = writer.write(plan);
    metrics.wrote(result, System.nanoTime() - since);
    switch (result) {
      case Result.Committed c -> {
        keepWarm(plan);
        metrics.batch(plan.answers().size());
        finish(plan.answers());
        goOnWith(plan.rest(), parts);
      }
      case Result.Conflict c -> afterConflict(part, plan, parts);
      case Result.Rejected(var owner, var reason) -> {
        LOG.error("the store rejects command {}: {}", owner.command.id(), reason);
        finish(Map.of(owner, new Outcome.Broken(Outcome.Broken.FAILED, reason)));
        var others = new ArrayList<>(part.commands());
        others.remove(owner);
        goOnWith(others, parts);
      }
      case Result.Away(var reason) -> {
        cache.drop(plan.written());
        LOG.warn("database does not answer: {}", reason.toString());
        waiting.toLane(part.commands());
      }
      case Result.Failed(var reason) -> isolate(part, parts, reason);
      case Result.Unknown(var reason) -> afterUnknown(part, plan, parts, reason);
    }
  }

  /** Streams that moved leave for the retry lane with all that hangs on them; the rest goes on. */
  private void afterConflict(Part part, Plan plan, Deque<Part> parts) {
    cache.drop(plan.written());
    Loaded now = store.verify(plan.written());
    var moved = new HashSet<>(now.newer());
    for (StreamState state : now.states().values()) {
      if (plan.base().get(state.stream()).version() != state.version()) {
        moved.add(state.stream());
      }
    }
    if (moved.isEmpty()) {
      afterBlindConflict(part, parts);
      return;
    }
    List<Pending> losers = Islands.around(part.commands(), moved);
    waiting.toLane(losers);
    var rest = new ArrayList<>(part.commands());
    rest.removeAll(losers);
    goOnWith(rest, parts);
  }

  /**
   * Somebody's transaction on one of our streams is still open. Mostly it ends in a moment; a
   * killed owner's stays, and halving finds the streams it blocks so that the others need not wait.
   */
  private void afterBlindConflict(Part part, Deque<Part> parts) {
    if (part.blindTries() < BLIND_TRIES_MAX) {
      pause();
      parts.addFirst(new Part(part.commands(), part.blindTries() + 1));
      return;
    }
    halveOr(part, parts, () -> waiting.toLane(part.commands()));
  }

  /** Something failed that names no command: halve until it does. */
  private void isolate(Part part, Deque<Part> parts, Throwable reason) {
    halveOr(
        part,
        parts,
        () -> {
          LOG.error("commands on {} fail", part.commands().getFirst().command.primary(), reason);
          var broken = new HashMap<Pending, Outcome>();
          for (Pending pending : part.commands()) {
            broken.put(pending, new Outcome.Broken(Outcome.Broken.FAILED, String.valueOf(reason)));
          }
          finish(broken);
        });
  }

  private static void halveOr(Part part, Deque<Part> parts, Runnable lastResort) {
    List<List<Pending>> islands = Islands.of(part.commands());
    if (islands.size() == 1) {
      lastResort.run();
      return;
    }
    int middle = islands.size() / 2;
    parts.addFirst(half(islands.subList(middle, islands.size())));
    parts.addFirst(half(islands.subList(0, middle)));
  }

  /** One more try is enough for a half: the whole has had its patience. */
  private static Part half(List<List<Pending>> islands) {
    return new Part(islands.stream().flatMap(List::stream).toList(), BLIND_TRIES_MAX);
  }

  /** The journal alone knows. What it does not know is answered as unknown, never as done. */
  private void afterUnknown(Part part, Plan plan, Deque<Part> parts, MongoException reason) {
    LOG.warn("outcome of a transaction is unknown: {}", reason.toString());
    cache.drop(plan.written());
    Map<CommandKey, JournalEntry> found = lookUpPatiently(plan.answers().keySet());
    var answers = new HashMap<Pending, Outcome>();
    for (var planned : plan.answers().entrySet()) {
      Command command = planned.getKey().command;
      JournalEntry entry = found.get(CommandKey.of(command));
      boolean wanted = planned.getValue() instanceof Outcome.Done;
      answers.put(
          planned.getKey(),
          entry != null
              ? Planner.hit(command, entry)
              : wanted ? new Outcome.Unknown(RETRY_AFTER) : new Outcome.Overloaded(RETRY_AFTER));
    }
    finish(answers);
    goOnWith(plan.rest(), parts);
  }

  /** The database may have to find a new primary first. Nothing if it does not answer in time. */
  private Map<CommandKey, JournalEntry> lookUpPatiently(Collection<Pending> commands) {
    var keys = commands.stream().map(pending -> CommandKey.of(pending.command)).toList();
    long since = System.nanoTime();
    while (true) {
      try {
        return store.lookUp(keys);
      } catch (MongoException e) {
        LOG.warn("database does not answer: {}", e.toString());
        if (System.nanoTime() - since > LOOK_UP_NANOS_MAX || !pause()) {
          return Map.of();
        }
      }
    }
  }

  private static void goOnWith(List<Pending> rest, Deque<Part> parts) {
    if (!rest.isEmpty()) {
      parts.addFirst(new Part(rest, 0));
    }
  }

  private void keepWarm(Plan plan) {
    for (var owned : plan.changes()) {
      var change = owned.document();
      cache.put(change.after().stored(change.indexed()), change.json().length());
    }
  }

  /** Streams are given back before anybody hears, so that the next command finds them free. */
  private void finish(Map<Pending, Outcome> answers) {
    Collection<Pending> answered = answers.keySet();
    answered.forEach(Pending::finish);
    waiting.release(answered);
    answers.forEach(answer);
  }

  /** False if this thread is to end. */
  private static boolean pause() {
    try {
      Thread.sleep(1 + ThreadLocalRandom.current().nextLong(BLIND_PAUSE_MILLIS));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
