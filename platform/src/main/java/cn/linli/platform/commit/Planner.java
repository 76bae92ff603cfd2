package cn.linli.platform.commit;

import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.Plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides the commands of a batch one after the other on the evolving states. What one of them does
 * wrong is its own answer and nobody else's.
 */
final class Planner {

  private static final Logger LOG = LoggerFactory.getLogger(Planner.class);
  private static final DocumentCodec CODEC = new DocumentCodec();

  /** A newer instance has written the stream: another one than this must be asked. */
  private static final Duration ASK_ANOTHER = Duration.ofSeconds(1);

  /** Names, ids and braces around the JSON of a journal or state document, generously. */
  private static final int BYTES_AROUND = 1024;

  private final Kinds kinds;
  private final CommitterLimits limits;
  private final InstantSource clock;

  Planner(Kinds kinds, CommitterLimits limits, InstantSource clock) {
    this.kinds = kinds;
    this.limits = limits;
    this.clock = clock;
  }

  /** What is known when a batch is decided: states as loaded, then keys as looked up. */
  record Known(Loaded loaded, Map<CommandKey, JournalEntry> done) {}

  Plan plan(List<Pending> batch, Known known) {
    var broken = new HashMap<Pending, Outcome>();
    int size = batch.size();
    while (true) {
      Plan plan = new Run(known, broken).run(batch, size);
      if (!encodeStates(plan, broken)) {
        continue; // somebody's state can't be written: again without that one
      }
      int fitted = batch.size() - plan.rest().size();
      if (fitted == 1 || plan.bytes() <= limits.batchBytesMax()) {
        return plan;
      }
      size = fitted / 2; // the states turned out to be large
    }
  }

  /** False if a state could not be encoded: its last writer is broken and all is decided again. */
  private boolean encodeStates(Plan plan, Map<Pending, Outcome> broken) {
    for (StreamId stream : plan.written()) {
      StreamState after = plan.after(stream);
      KindCodec<?, ?> kind = kinds.of(stream);
      try {
        String json = kind.encode(after);
        int bytes = Draft.bytes(json);
        if (bytes > limits.commitBytesMax()) {
          throw new Draft.TooLarge("state of %s has %d bytes".formatted(stream.kind(), bytes));
        }
        Document indexed = kind.indexed(after);
        plan.grow(bytes);
        plan.addChange(stream, new Change(plan.base().get(stream), after, json, indexed));
      } catch (RuntimeException | StackOverflowError e) {
        broken.put(plan.lastWriter(stream), broken(plan.lastWriter(stream), e));
        return false;
      }
    }
    return true;
  }

  private static Outcome broken(Pending pending, Throwable e) {
    Command command = pending.command;
    if (e instanceof Draft.TooLarge) {
      LOG.warn("command {} on {}: {}", command.id(), command.primary(), e.getMessage());
      return new Outcome.Broken(Outcome.Broken.TOO_LARGE, e.getMessage());
    }
    LOG.error("command {} on {} failed", command.id(), command.primary(), e);
    return new Outcome.Broken(Outcome.Broken.FAILED, e.getClass().getSimpleName());
  }

  /** One pass over the batch. */
  private final class Run {
    private final Known known;
    private final Map<Pending, Outcome> broken;
    private final Plan plan;
    private final Map<CommandKey, JournalEntry> accepted = new HashMap<>();
    private int documents;

    Run(Known known, Map<Pending, Outcome> broken) {
      this.known = known;
      this.broken = broken;
      this.plan = new Plan(known.loaded().states());
    }

    /** Decides the first {@code size} commands, or as many of them as fit. */
    Plan run(List<Pending> batch, int size) {
      int fitted = 0;
      while (fitted < size && decideOrSkip(batch.get(fitted))) {
        fitted++;
      }
      plan.leaveFor(batch.subList(fitted, batch.size()));
      return plan;
    }

    private boolean decideOrSkip(Pending pending) {
      Outcome failed = broken.get(pending);
      if (failed == null) {
        return decide(pending);
      }
      plan.answer(pending, failed);
      return true;
    }

    /** False if it no longer fits into this transaction. */
    private boolean decide(Pending pending) {
      Command command = pending.command;
      for (StreamId stream : command.streams()) {
        if (known.loaded().newer().contains(stream)) {
          plan.answer(pending, new Outcome.Overloaded(ASK_ANOTHER));
          return true;
        }
      }
      var key = new CommandKey(command.primary(), command.id());
      JournalEntry earlier = known.done().getOrDefault(key, accepted.get(key));
      if (earlier != null) {
        plan.answer(pending, hit(command, earlier));
        return true;
      }
      StreamState primary = plan.after(command.primary());
      if (command.expectedVersion() != null && command.expectedVersion() != primary.version()) {
        plan.relyOn(List.of(command.primary()));
        plan.answer(pending, new Outcome.VersionConflict(primary.version()));
        return true;
      }
      return settle(pending);
    }

    private boolean settle(Pending pending) {
      Command command = pending.command;
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      var states = new HashMap<StreamId, StreamState>();
      command.streams().forEach(stream -> states.put(stream, plan.after(stream)));
      var draft = new Draft(command, kinds, states, now, limits.eventBytesMax());
      List<RawBsonDocument> vault = List.of();
      List<Beside> besides = List.of();
      Outcome outcome;
      try {
        draft.applyWhatHasFallenDue();
        if (fellDueItself(command, draft)) {
          outcome = done(command, draft);
        } else {
          switch (command.rule().decide(draft)) {
            case Verdict.Accept(var changes) -> {
              draft.apply(changes);
              vault = command.vault().stream().map(d -> new RawBsonDocument(d, CODEC)).toList();
              besides = command.besides();
              outcome = done(command, draft);
            }
            case Verdict.Refuse(var refusal) -> {
              plan.relyOn(command.streams());
              outcome = new Outcome.Refused(refusal);
            }
          }
        }
        checkSize(draft, vault);
      } catch (RuntimeException | StackOverflowError e) {
        plan.relyOn(command.streams());
        plan.answer(pending, broken(pending, e));
        return true;
      }
      if (!reserve(draft, vault, besides.size())) {
        return false;
      }
      plan.add(pending, draft);
      plan.addVault(pending, vault);
      plan.addBesides(pending, besides);
      plan.answer(pending, outcome);
      for (JournalEntry entry : draft.entries()) {
        accepted.put(new CommandKey(entry.stream(), entry.command()), entry);
      }
      return true;
    }

    private void checkSize(Draft draft, List<RawBsonDocument> vault) {
      long size = size(draft, vault);
      if (size > limits.commitBytesMax()) {
        throw new Draft.TooLarge("commit has %d bytes".formatted(size));
      }
    }

    /** A transaction is closed when full; the first command always fits. */
    private boolean reserve(Draft draft, List<RawBsonDocument> vault, int besides) {
      if (draft.isEmpty()) {
        return true;
      }
      long moreBytes = size(draft, vault);
      int moreDocuments = draft.entries().size() + draft.states().size() + vault.size() + besides;
      if (documents > 0
          && (plan.bytes() + moreBytes > limits.batchBytesMax()
              || documents + moreDocuments > limits.batchDocumentsMax())) {
        return false;
      }
      plan.grow(moreBytes);
      documents += moreDocuments;
      return true;
    }
  }

  private static long size(Draft draft, List<RawBsonDocument> vault) {
    long size = draft.bytes() + (long) draft.entries().size() * BYTES_AROUND;
    for (RawBsonDocument document : vault) {
      size += document.getByteBuffer().remaining();
    }
    return size;
  }

  /** The timer's nudge: what it was sent for has just been applied. */
  private static boolean fellDueItself(Command command, Draft draft) {
    return draft.entries().stream()
        .anyMatch(entry ->
            entry.command().equals(command.id()) && entry.stream().equals(command.primary()));
  }

  private static Outcome done(Command command, Draft draft) {
    var touched = new HashMap<StreamId, Object>();
    for (JournalEntry entry : draft.entries()) {
      touched.put(entry.stream(), draft.states().get(entry.stream()).value());
    }
    long version = draft.states().get(command.primary()).version();
    return new Outcome.Done(
        false, command.primary(), version, command.status(), draft.at(), Map.copyOf(touched));
  }

  static Outcome hit(Command command, JournalEntry earlier) {
    return earlier.inputHash().equals(command.inputHash())
        ? new Outcome.Done(
            true, earlier.primary(), earlier.version(), earlier.status(), earlier.at(), Map.of())
        : new Outcome.KeyConflict();
  }
}
