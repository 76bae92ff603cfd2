package cn.linli.platform.commit;

import cn.linli.platform.commit.Planner.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides a batch: states first, then what is to be done, then the keys of whatever is not to be
 * done. A command that would be accepted although its key was used is no danger: it meets its
 * earlier self in the journal's unique {@code {s,c}}, nothing of the batch is written, and the next
 * attempt looks up every key before it decides. Keys are random, so looking them all up costs as
 * much as writing the batch, and almost none was used before.
 */
final class Decider {

  /** Who repeats one command repeats more: so long after one, all keys are looked up first. */
  private static final long REPEATS_NANOS = Duration.ofSeconds(10).toNanos();

  private final StateStore store;
  private final StateCache cache;
  private final Planner planner;
  private volatile long repeatsUntilNanos = System.nanoTime();

  Decider(StateStore store, StateCache cache, Planner planner) {
    this.store = store;
    this.cache = cache;
    this.planner = planner;
  }

  /** Again where a command fails on a state that may not be the newest, or may be a repetition. */
  Plan decide(List<Pending> batch) {
    var streams = new LinkedHashSet<StreamId>();
    batch.forEach(pending -> streams.addAll(pending.command.streams()));
    boolean again = batch.stream().anyMatch(Pending::again);
    Loaded loaded = load(streams, made(batch), again);
    var keys = new Keys();
    if (again || System.nanoTime() - repeatsUntilNanos < 0) {
      keys.lookUp(batch, loaded);
    }
    while (true) {
      Plan plan = planner.plan(batch, new Known(loaded, keys.done));
      Set<StreamId> unproven = plan.unprovenReliance();
      unproven.removeAll(loaded.verified());
      boolean same = true;
      if (!unproven.isEmpty()) {
        Loaded fresh = store.verify(unproven);
        same = !fresh.differsFrom(loaded) && fresh.newer().isEmpty();
        loaded = loaded.with(fresh);
        if (!same) {
          keys.asked.clear(); // a commit that came in between may have been one of these
        }
      }
      if (!keys.lookUp(plan.failed(), loaded) && same) {
        return plan;
      }
    }
  }

  /** What commands of the batch make, and no other command of it may already have made. */
  private static Set<StreamId> made(List<Pending> batch) {
    return batch.stream()
        .filter(pending -> pending.command.newPrimary())
        .map(pending -> pending.command.primary())
        .collect(Collectors.toSet());
  }

  private Loaded load(Set<StreamId> streams, Set<StreamId> made, boolean again) {
    if (again) {
      return store.verify(streams);
    }
    var warm = new HashMap<StreamId, StreamState>();
    cache.get(streams, warm);
    made.forEach(stream -> warm.computeIfAbsent(stream, store::nothing));
    var cold = new LinkedHashSet<>(streams);
    cold.removeAll(warm.keySet());
    Loaded read = store.load(cold);
    return cold.size() == streams.size()
        ? read
        : new Loaded(warm, new HashSet<>(), new HashSet<>()).with(read);
  }

  /** Which keys were asked for since the states were read, and what was found. */
  private final class Keys {

    private final Set<CommandKey> asked = new HashSet<>();
    private final Map<CommandKey, JournalEntry> done = new HashMap<>();

    /** True if one was used. A stream that is new has no commands yet. */
    boolean lookUp(Collection<Pending> commands, Loaded loaded) {
      var wanted = new ArrayList<CommandKey>();
      for (Pending pending : commands) {
        var key = CommandKey.of(pending.command);
        if ((pending.command.keyed() || pending.again())
            && loaded.states().get(key.stream()).version() > 0
            && !done.containsKey(key)
            && asked.add(key)) {
          wanted.add(key);
        }
      }
      Map<CommandKey, JournalEntry> found = store.lookUp(wanted);
      if (found.isEmpty()) {
        return false;
      }
      repeatsUntilNanos = System.nanoTime() + REPEATS_NANOS;
      done.putAll(found);
      return true;
    }
  }
}
