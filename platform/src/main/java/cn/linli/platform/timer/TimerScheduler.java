package cn.linli.platform.timer;

import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Due;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.lease.Held;
import cn.linli.platform.lease.LeaderLoop;
import cn.linli.platform.lease.Lease;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Scans the states for what is due and sends each a nudge. One instance does so at a time; should
 * two do it by accident, the journal's keys let each instant take effect once all the same.
 */
public final class TimerScheduler implements AutoCloseable {

  private static final String LEASE = "timers";
  private static final int DOCUMENTS_PER_FETCH = 500;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final MongoCollection<Document> states;
  private final CommandGate gate;
  private final InstantSource clock;
  private final TimerLimits limits;
  private final BackOff backOff;
  private final LeaderLoop loop;
  private final Semaphore inFlight;
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Counter fired;
  private final Counter failed;
  private volatile double lagSeconds;
  private long nextAtNanos = System.nanoTime();

  /**
   * @param owner this instance, for whoever looks at the lease
   */
  public TimerScheduler(
      MongoDatabase database,
      CommandGate gate,
      InstantSource clock,
      TimerLimits limits,
      String owner,
      MeterRegistry registry) {
    this.states =
        database.getCollection(StateStore.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
    this.gate = gate;
    this.clock = clock;
    this.limits = limits;
    this.backOff = new BackOff(limits.backOffMin(), limits.backOffMax(), limits.failingMax());
    this.inFlight = new Semaphore(limits.inFlightMax());
    this.loop = new LeaderLoop(new Lease(database, LEASE, owner, limits.leaseTtl()), this::lead);
    this.fired = Counter.builder("linli.timer.fired").register(registry);
    this.failed = Counter.builder("linli.timer.failed").register(registry);
    Gauge.builder("linli.timer.lag", () -> lagSeconds)
        .description("How long the oldest due instant has waited, at the last scan")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("linli.timer.failing", backOff::size)
        .description("Streams whose timers failed and wait for another try")
        .register(registry);
  }

  public TimerScheduler start() {
    loop.start();
    return this;
  }

  public boolean leading() {
    return loop.leading();
  }

  @Override
  public void close() {
    loop.close();
  }

  private void lead(Held held) throws InterruptedException {
    while (!held.mayHaveExpired()) {
      if (scan(held) == 0) {
        Thread.sleep(limits.scanInterval());
      }
    }
  }

  /** One pass over everything that is due now, oldest first. Answers how many nudges were sent. */
  private int scan(Held held) throws InterruptedException {
    Instant now = clock.instant();
    int nudges = 0;
    boolean oldest = true;
    double lag = 0;
    var due =
        states
            .find(Filters.lte("due", Date.from(now)))
            .sort(Sorts.ascending("due"))
            .projection(Projections.include("due", "dk", "cor"))
            .batchSize(DOCUMENTS_PER_FETCH);
    try (var cursor = due.cursor()) {
      while (cursor.hasNext() && !held.mayHaveExpired()) {
        Document state = cursor.next();
        if (oldest) {
          lag = Duration.between(state.getDate("due").toInstant(), now).toMillis() / 1e3;
          oldest = false;
        }
        if (nudge(state)) {
          nudges++;
        }
      }
    }
    lagSeconds = lag;
    return nudges;
  }

  private boolean nudge(Document state) throws InterruptedException {
    String stream = state.getString("_id");
    if (!backOff.mayTry(stream, System.nanoTime()) || sent.contains(stream)) {
      return false;
    }
    keepRate();
    inFlight.acquire();
    sent.add(stream);
    long armedBy = state.get("dk", Number.class).longValue();
    gate.submit(Due.nudge(StreamId.parse(stream), armedBy, state.getString("cor")))
        .whenComplete((outcome, failure) -> answered(stream, outcome));
    return true;
  }

  private void answered(String stream, @Nullable Outcome outcome) {
    if (isThrough(outcome)) {
      backOff.worked(stream);
      fired.increment();
    } else {
      backOff.failed(stream, System.nanoTime());
      failed.increment();
    }
    sent.remove(stream);
    inFlight.release();
  }

  /** Refused means that somebody else's command had applied it already. */
  private static boolean isThrough(@Nullable Outcome outcome) {
    return outcome instanceof Outcome.Done || outcome instanceof Outcome.Refused;
  }

  private void keepRate() throws InterruptedException {
    long now = System.nanoTime();
    // An idle second may be made up for at once, no more.
    nextAtNanos = Math.max(nextAtNanos, now - NANOS_PER_SECOND);
    nextAtNanos += NANOS_PER_SECOND / limits.perSecondMax();
    if (nextAtNanos > now) {
      Thread.sleep(Duration.ofNanos(nextAtNanos - now));
    }
  }
}
