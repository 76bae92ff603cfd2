package cn.linli.platform.commit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Warm states, the least recently used ones go. They may be old: another instance may have written.
 * Whoever decides on one is proven right by the journal's key, or reads again.
 */
final class StateCache {

  private record Warm(StreamState state, int chars) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<StreamId, Warm> warm = new LinkedHashMap<>(16, 0.75f, true);
  private final int statesMax;
  private final int charsMax;
  private long chars;

  StateCache(int statesMax, int charsMax) {
    this.statesMax = statesMax;
    this.charsMax = charsMax;
  }

  /** Adds to {@code found} what is warm of {@code wanted}. */
  void get(Collection<StreamId> wanted, Map<StreamId, StreamState> found) {
    lock.lock();
    try {
      for (StreamId stream : wanted) {
        Warm entry = warm.get(stream);
        if (entry != null) {
          found.put(stream, entry.state());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  void put(StreamState state, int jsonChars) {
    lock.lock();
    try {
      forget(warm.put(state.stream(), new Warm(state, jsonChars)));
      chars += jsonChars;
      var eldest = warm.entrySet().iterator();
      while ((warm.size() > statesMax || chars > charsMax) && eldest.hasNext()) {
        forget(eldest.next().getValue());
        eldest.remove();
      }
    } finally {
      lock.unlock();
    }
  }

  void drop(Collection<StreamId> streams) {
    lock.lock();
    try {
      streams.forEach(stream -> forget(warm.remove(stream)));
    } finally {
      lock.unlock();
    }
  }

  private void forget(@Nullable Warm entry) {
    if (entry != null) {
      chars -= entry.chars();
    }
  }
}
