package cn.linli.benchmarks.transfers;

import cn.linli.benchmarks.load.Sample;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A closed loop of callers in this process: each begins its next transfer when the one before is
 * durable. A transfer that must be tried again counts once, with all its tries in its time.
 */
final class Callers {

  private static final long MICROS_MAX = TimeUnit.SECONDS.toMicros(60);

  /** Between which accounts callers move minutes. */
  enum Pattern {
    /** Any two of all. */
    SPREAD,

    /** From any one to account 0, and back every other time. */
    HOT
  }

  private Callers() {}

  static Sample during(
      Duration time, int callers, String name, Pattern pattern, int holders, Bank bank) {
    var latency = new ConcurrentHistogram(MICROS_MAX, 3);
    var good = new LongAdder();
    var failed = new LongAdder();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        threads.submit(() -> {
          while (System.nanoTime() < end) {
            one(pattern, holders, bank, latency, good, failed);
          }
        });
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Sample(name, callers, good.sum(), failed.sum(), seconds, latency);
  }

  private static void one(
      Pattern pattern,
      int holders,
      Bank bank,
      ConcurrentHistogram latency,
      LongAdder good,
      LongAdder failed) {
    var random = ThreadLocalRandom.current();
    int one = 1 + random.nextInt(holders - 1);
    int other = pattern == Pattern.HOT ? 0 : (one + 1 + random.nextInt(holders - 1)) % holders;
    boolean back = random.nextBoolean();
    long began = System.nanoTime();
    try {
      while (!bank.transfer(back ? other : one, back ? one : other)) {
        Thread.onSpinWait();
      }
      good.increment();
      latency.recordValue(Math.min(MICROS_MAX, (System.nanoTime() - began) / 1_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed.increment();
    }
  }
}
