package cn.linli.platform.timer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** What failed, by the name of its stream, and when it is tried again: twice as long each time. */
public final class BackOff {

  private record Failing(int times, long notBeforeNanos) {}

  private static final int DOUBLINGS_MAX = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Failing> failing;
  private final long minNanos;
  private final long maxNanos;

  public BackOff(Duration min, Duration max, int streamsMax) {
    this.minNanos = min.toNanos();
    this.maxNanos = max.toNanos();
    this.failing =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Failing> eldest) {
            return size() > streamsMax;
          }
        };
  }

  public boolean mayTry(String stream, long nowNanos) {
    lock.lock();
    try {
      Failing entry = failing.get(stream);
      return entry == null || nowNanos - entry.notBeforeNanos() >= 0;
    } finally {
      lock.unlock();
    }
  }

  public void failed(String stream, long nowNanos) {
    lock.lock();
    try {
      Failing before = failing.remove(stream);
      int times = before == null ? 0 : Math.min(before.times() + 1, DOUBLINGS_MAX);
      failing.put(stream, new Failing(times, nowNanos + Math.min(maxNanos, minNanos << times)));
    } finally {
      lock.unlock();
    }
  }

  public void worked(String stream) {
    lock.lock();
    try {
      failing.remove(stream);
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return failing.size();
    } finally {
      lock.unlock();
    }
  }
}
