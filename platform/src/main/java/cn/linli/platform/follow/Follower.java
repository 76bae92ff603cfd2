package cn.linli.platform.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every two seconds for what has changed elsewhere: tables and divisions are few, and a change
 * shows soon enough. What was learned last stays in force while the other side is away, which the
 * log says once when it has lasted, and once when it is over.
 */
public final class Follower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** Shorter than that is a start or a new version of the other side. */
  private static final Duration UNTOLD = Duration.ofSeconds(30);

  /** Asks once and keeps the answer; throws when nobody answers. Blocking. */
  @FunctionalInterface
  public interface Step {
    void learn() throws Exception;
  }

  private final String subject;
  private final Step step;
  private final InstantSource clock;
  private final Thread thread;
  private @Nullable Instant awaySince;
  private boolean told;

  /**
   * @param subject what is followed, for the log and the thread's name: {@code "divisions"}
   */
  public Follower(String subject, Step step) {
    this(subject, step, InstantSource.system());
  }

  Follower(String subject, Step step, InstantSource clock) {
    this.subject = subject;
    this.step = step;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("follow-" + subject).unstarted(this::run);
  }

  public Follower start() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        once();
        Thread.sleep(INTERVAL);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the log was told that the other side is away. */
  boolean once() throws InterruptedException {
    try {
      step.learn();
      if (told) {
        LOG.info("{} are read again", subject);
      }
      awaySince = null;
      told = false;
    } catch (InterruptedException closed) {
      throw closed;
    } catch (Exception e) {
      missed(e);
    }
    return told;
  }

  private void missed(Exception why) {
    Instant now = clock.instant();
    if (awaySince == null) {
      awaySince = now;
    }
    LOG.debug("{} can't be read", subject, why);
    if (!told && Duration.between(awaySince, now).compareTo(UNTOLD) >= 0) {
      LOG.warn(
          "{} can't be read since {}, the known ones stay: {}", subject, awaySince, why.toString());
      told = true;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
