package cn.linli.platform.lease;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands by until the lease can be taken, leads while it is held, stands by again. While the term
 * runs, a second thread renews the lease; when it is lost, the term's thread is interrupted.
 */
public final class LeaderLoop implements AutoCloseable {

  /** The work of a leader. */
  @FunctionalInterface
  public interface Term {
    /**
     * Works until interrupted. Returning gives the lease up; throwing gives it up and backs off.
     * Checks {@link Held#stillHeld()} before what only the leader may do.
     */
    void lead(Held held) throws Exception;
  }

  private static final Logger LOG = LoggerFactory.getLogger(LeaderLoop.class);

  private static final Duration BACK_OFF_MIN = Duration.ofMillis(500);
  private static final Duration BACK_OFF_MAX = Duration.ofSeconds(30);
  private static final Duration STOP_MAX = Duration.ofSeconds(10);

  /** Renewals per ttl: two may fail before the lease runs out. */
  private static final int RENEWALS_PER_TTL = 3;

  private final Lease lease;
  private final Term term;
  private final Thread loop;
  private volatile boolean stopping;
  private volatile boolean leading;
  private volatile @Nullable Exception lastFailure;

  public LeaderLoop(Lease lease, Term term) {
    this.lease = lease;
    this.term = term;
    this.loop = Thread.ofPlatform().daemon().name("leader-" + lease.name()).unstarted(this::run);
  }

  public LeaderLoop start() {
    loop.start();
    return this;
  }

  public boolean leading() {
    return leading;
  }

  /** Why the last term ended, if it ended by an exception. */
  public Optional<Exception> lastFailure() {
    return Optional.ofNullable(lastFailure);
  }

  /** Ends the term, gives the lease up and waits for both, at most 10 s. */
  @Override
  public void close() {
    stopping = true;
    if (loop.getState() == Thread.State.NEW) {
      return; // never started
    }
    loop.interrupt();
    try {
      loop.join(STOP_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration backOff = BACK_OFF_MIN;
    while (!stopping) {
      try {
        Optional<Held> held = lease.tryAcquire();
        if (held.isPresent()) {
          serve(held.get());
          backOff = BACK_OFF_MIN;
        }
        pause(lease.ttl().dividedBy(RENEWALS_PER_TTL));
      } catch (Exception e) {
        if (!stopping && !(e instanceof InterruptedException)) {
          lastFailure = e;
          LOG.warn("term of {} ended, next try in {}: {}", lease.name(), backOff, e.toString());
          backOff = pauseAndDouble(backOff);
        }
      }
    }
  }

  private void serve(Held held) throws Exception {
    Thread renewer = renewing(held, Thread.currentThread());
    leading = true;
    LOG.info("leading {}, epoch {}", lease.name(), held.epoch());
    try {
      term.lead(held);
    } finally {
      leading = false;
      renewer.interrupt();
      joinUninterruptibly(renewer);
      Thread.interrupted(); // what was meant for the term must not stop the release
      release(held);
    }
  }

  private Thread renewing(Held held, Thread leader) {
    Duration interval = lease.ttl().dividedBy(RENEWALS_PER_TTL);
    return Thread.ofPlatform()
        .daemon()
        .name("lease-" + lease.name())
        .start(() -> {
          try {
            while (true) {
              Thread.sleep(interval);
              if (!confirmed(held)) {
                leader.interrupt();
                return;
              }
            }
          } catch (InterruptedException e) {
            // the term is over
          }
        });
  }

  /** A server that does not answer is no loss as long as the ttl has not passed. */
  private static boolean confirmed(Held held) throws InterruptedException {
    try {
      return held.stillHeld();
    } catch (MongoException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return !held.mayHaveExpired();
    }
  }

  private static void release(Held held) {
    try {
      held.close();
    } catch (MongoException e) {
      LOG.debug("lease {} runs out by itself: {}", held.name(), e.toString());
    }
  }

  private static void joinUninterruptibly(Thread thread) {
    while (true) {
      try {
        thread.join();
        return;
      } catch (InterruptedException e) {
        thread.interrupt();
      }
    }
  }

  private Duration pauseAndDouble(Duration backOff) {
    try {
      pause(backOff);
    } catch (InterruptedException e) {
      // close() or a late interrupt of the last term: the loop's condition decides
    }
    Duration twice = backOff.multipliedBy(2);
    return twice.compareTo(BACK_OFF_MAX) > 0 ? BACK_OFF_MAX : twice;
  }

  /** Half of the pause is random, so that instances started together do not ask together. */
  private static void pause(Duration most) throws InterruptedException {
    long millis = Math.max(1, most.toMillis());
    Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
  }
}
