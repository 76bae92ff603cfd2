package cn.linli.platform.commit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Commands that wait, and the streams that are taken. Streams are reserved first come first served:
 * a command waits behind every earlier one that shares a stream with it, and behind nobody else.
 *
 * <p>Callers only touch a lock-free queue; the lock is between the workers.
 */
final class Waiting {

  private static final long LANE_PAUSE_MILLIS_MIN = 2;
  private static final long LANE_PAUSE_MILLIS_MAX = 250;

  private final CommitterLimits limits;
  private final ConcurrentLinkedQueue<Pending> arrivals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReferenceArray<Thread> idle;
  private volatile boolean closed;

  private final ReentrantLock lock = new ReentrantLock();
  private ArrayDeque<Pending> queue = new ArrayDeque<>();
  private final Map<StreamId, Integer> reserved = new HashMap<>();
  private final ArrayDeque<Pending> lane = new ArrayDeque<>();
  private boolean laneBusy;
  private long laneNotBeforeNanos;
  private long lanePauseMillis = LANE_PAUSE_MILLIS_MIN;

  Waiting(CommitterLimits limits, int workers) {
    this.limits = limits;
    this.idle = new AtomicReferenceArray<>(workers);
  }

  /**
   * What a worker took.
   *
   * @param fromLane whether these had met a conflict before; one such batch is out at a time
   */
  record Taken(List<Pending> commands, boolean fromLane) {}

  /** False if the queue is full. */
  boolean offer(Pending pending) {
    if (waiting.incrementAndGet() > limits.queueMax()) {
      waiting.decrementAndGet();
      return false;
    }
    arrivals.add(pending);
    wakeOne();
    return true;
  }

  int size() {
    return waiting.get();
  }

  /** The next batch on streams that nobody has, or null. */
  @Nullable Taken take() {
    lock.lock();
    try {
      Taken taken = laneReady() ? new Taken(fromLane(), true) : new Taken(fromQueue(), false);
      if (taken.commands().isEmpty()) {
        return null;
      }
      waiting.addAndGet(-taken.commands().size());
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private boolean laneReady() {
    return !laneBusy && !lane.isEmpty() && System.nanoTime() - laneNotBeforeNanos >= 0;
  }

  private List<Pending> fromLane() {
    var taken = new ArrayList<Pending>();
    while (!lane.isEmpty() && taken.size() < limits.batchCommandsMax()) {
      taken.add(lane.poll());
    }
    laneBusy = true;
    return taken;
  }

  private List<Pending> fromQueue() {
    for (Pending arrived = arrivals.poll(); arrived != null; arrived = arrivals.poll()) {
      queue.add(arrived);
    }
    var taken = new ArrayList<Pending>();
    var mine = new HashSet<StreamId>();
    var wantedEarlier = new HashSet<StreamId>();
    var left = new ArrayDeque<Pending>();
    int documents = 0;
    while (!queue.isEmpty()) {
      Pending pending = queue.poll();
      int more = pending.documents();
      if (taken.size() == limits.batchCommandsMax()
          || (!taken.isEmpty() && documents + more > limits.batchDocumentsMax())) {
        queue.addFirst(pending);
        break;
      }
      if (isFree(pending, mine, wantedEarlier)) {
        taken.add(pending);
        documents += more;
        mine.addAll(pending.command.streams());
      } else {
        left.add(pending);
        wantedEarlier.addAll(pending.command.streams());
      }
    }
    left.addAll(queue);
    queue = left;
    for (Pending pending : taken) {
      pending.reserve();
      pending.command.streams().forEach(stream -> reserved.merge(stream, 1, Integer::sum));
    }
    return taken;
  }

  private boolean isFree(Pending pending, HashSet<StreamId> mine, HashSet<StreamId> wantedEarlier) {
    for (StreamId stream : pending.command.streams()) {
      if (wantedEarlier.contains(stream)
          || (reserved.containsKey(stream) && !mine.contains(stream))) {
        return false;
      }
    }
    return true;
  }

  /** These met a conflict: they keep their streams and are tried again together, oldest first. */
  void toLane(Collection<Pending> losers) {
    lock.lock();
    try {
      waiting.addAndGet(losers.size());
      lane.addAll(losers);
      var sorted = new ArrayList<>(lane);
      sorted.sort((a, b) -> Long.compare(a.submittedAtNanos - b.submittedAtNanos, 0));
      lane.clear();
      lane.addAll(sorted);
      long pauseMillis = ThreadLocalRandom.current().nextLong(lanePauseMillis + 1);
      laneNotBeforeNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    } finally {
      lock.unlock();
    }
  }

  /** The batch from the lane is through; without progress the next one waits longer. */
  void laneDone(boolean progress) {
    lock.lock();
    try {
      laneBusy = false;
      lanePauseMillis =
          progress ? LANE_PAUSE_MILLIS_MIN : Math.min(LANE_PAUSE_MILLIS_MAX, lanePauseMillis * 2);
    } finally {
      lock.unlock();
    }
    wakeOne();
  }

  /** Gives back the streams of answered commands. */
  void release(Collection<Pending> answered) {
    lock.lock();
    try {
      for (Pending pending : answered) {
        if (!pending.reserved()) {
          continue;
        }
        for (StreamId stream : pending.command.streams()) {
          reserved.computeIfPresent(stream, (s, count) -> count == 1 ? null : count - 1);
        }
      }
    } finally {
      lock.unlock();
    }
    wakeOne();
  }

  /** Takes out what has waited or been tried again for too long; nothing of it has happened. */
  List<Pending> takeExpired(long nanosMax) {
    lock.lock();
    try {
      var expired = new ArrayList<Pending>();
      lane.removeIf(pending -> pending.triedLongerThan(nanosMax) && expired.add(pending));
      queue.removeIf(pending -> pending.waitsLongerThan(nanosMax) && expired.add(pending));
      waiting.addAndGet(-expired.size());
      return expired;
    } finally {
      lock.unlock();
    }
  }

  /** Everything that was not taken, for the end. */
  List<Pending> drain() {
    lock.lock();
    try {
      var rest = new ArrayList<Pending>(lane);
      rest.addAll(queue);
      for (Pending arrived = arrivals.poll(); arrived != null; arrived = arrivals.poll()) {
        rest.add(arrived);
      }
      lane.clear();
      queue.clear();
      waiting.addAndGet(-rest.size());
      return rest;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more comes: waiting workers end when all is taken. */
  void close() {
    closed = true;
    for (int i = 0; i < idle.length(); i++) {
      wakeOne();
    }
  }

  /** Waits for something to take; null when closed and empty. */
  @Nullable Taken await(int worker) throws InterruptedException {
    while (!closed || waiting.get() > 0) {
      idle.set(worker, Thread.currentThread());
      try {
        // Looked at again after being listed as idle: whoever adds from now on wakes us.
        Taken taken = take();
        if (taken != null) {
          return taken;
        }
        if (closed && waiting.get() == 0) {
          return null;
        }
        LockSupport.parkNanos(this, untilLane());
      } finally {
        idle.set(worker, null);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return null;
  }

  private long untilLane() {
    lock.lock();
    try {
      return lane.isEmpty() || laneBusy
          ? TimeUnit.SECONDS.toNanos(1)
          : Math.max(1, laneNotBeforeNanos - System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  private void wakeOne() {
    for (int i = 0; i < idle.length(); i++) {
      Thread thread = idle.get(i);
      if (thread != null && idle.compareAndSet(i, thread, null)) {
        LockSupport.unpark(thread);
        return;
      }
    }
  }
}
