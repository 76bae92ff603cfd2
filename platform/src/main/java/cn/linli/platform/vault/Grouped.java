package cn.linli.platform.vault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Asks for many at once what many callers ask one by one: whoever comes while a group is being
 * asked joins the next one. One alone waits for nobody. As with commits, a round trip to the
 * database costs the same for one key as for thirty.
 *
 * @param <K> what is asked about
 * @param <V> the answer
 */
final class Grouped<K, V> {

  private static final int KEYS_MAX = 256;

  private record Question<K, V>(K key, CompletableFuture<V> answer) {
    Question(K key) {
      this(key, new CompletableFuture<>());
    }
  }

  private final Function<List<K>, Map<K, V>> ask;
  private final ConcurrentLinkedQueue<Question<K, V>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock asking = new ReentrantLock();

  /**
   * @param ask answers every key it is given
   */
  Grouped(Function<List<K>, Map<K, V>> ask) {
    this.ask = ask;
  }

  V get(K key) {
    return getAll(List.of(key)).get(key);
  }

  /** An answer for each key, maybe from several groups. */
  Map<K, V> getAll(Collection<K> keys) {
    var mine = keys.stream().distinct().map(key -> new Question<K, V>(key)).toList();
    waiting.addAll(mine);
    asking.lock();
    try {
      while (!mine.stream().allMatch(question -> question.answer().isDone())) {
        askNext();
      }
    } finally {
      asking.unlock();
    }
    var answers = new HashMap<K, V>();
    mine.forEach(question -> answers.put(question.key(), question.answer().join()));
    return answers;
  }

  /** Questions that nobody has begun to ask. */
  int waiting() {
    return waiting.size();
  }

  private void askNext() {
    var group = new ArrayList<Question<K, V>>();
    var keys = new HashSet<K>();
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      keys.add(next.key());
      if (keys.size() == KEYS_MAX) {
        break;
      }
    }
    try {
      Map<K, V> answers = ask.apply(List.copyOf(keys));
      group.forEach(question -> question.answer().complete(answers.get(question.key())));
    } catch (RuntimeException e) {
      group.forEach(question -> question.answer().completeExceptionally(e));
    }
  }
}
