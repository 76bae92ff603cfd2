package cn.linli.platform.relay;

import cn.linli.platform.commit.Admission;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a service may take commands, as far as publishing is concerned: not before the first
 * position of its topic exists, and not while the oldest unpublished commit is older than the
 * bound. Every instance has one, also those that do not lead; it reads the leader's beat.
 */
public final class RelayGate implements Admission, AutoCloseable {

  /** The committer asks at every command, so the answer is kept. */
  static final Duration LOOK_INTERVAL = Duration.ofSeconds(2);

  private static final Duration FIRST_LOOK_INTERVAL = Duration.ofMillis(200);

  /**
   * A leader's thread may wait for the broker longer than a beat; after this silence nobody leads,
   * and only the published instant can be trusted.
   */
  private static final Duration SILENCE_MAX = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(RelayGate.class);

  private final Beat beat;
  private final RelaySettings settings;
  private final InstantSource clock;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread watcher;
  private volatile boolean accepting;

  public RelayGate(MongoDatabase database, RelaySettings settings, InstantSource clock) {
    this.beat = new Beat(database, settings.topic(), settings.owner());
    this.settings = settings;
    this.clock = clock;
    this.watcher = Thread.ofVirtual().name("relay-gate-" + settings.topic()).unstarted(this::watch);
  }

  public RelayGate start() {
    watcher.start();
    return this;
  }

  /** Completes once the first position is committed; never before, and never exceptionally. */
  public CompletableFuture<Void> ready() {
    return ready.copy();
  }

  /** Whether a command may be accepted now; else the service answers 503. Costs nothing. */
  public boolean accepting() {
    return accepting;
  }

  @Override
  public Optional<Duration> closedFor() {
    return accepting ? Optional.empty() : Optional.of(LOOK_INTERVAL);
  }

  @Override
  public void close() {
    watcher.interrupt();
  }

  void look() {
    boolean now = beat.last().filter(Beat.Report::first).map(this::young).orElse(false);
    if (now != accepting) {
      LOG.info("publishing of {} lets commands {}", settings.topic(), now ? "in" : "wait");
    }
    accepting = now;
    if (now) {
      ready.complete(null);
    }
  }

  private boolean young(Beat.Report report) {
    Instant now = clock.instant();
    Duration half = report.window().dividedBy(2);
    Duration bound =
        half.compareTo(settings.unpublishedMax()) < 0 ? half : settings.unpublishedMax();
    Instant oldest = oldestUnpublished(report, now);
    return Duration.between(oldest, now).compareTo(bound) <= 0;
  }

  private Instant oldestUnpublished(Beat.Report report, Instant now) {
    Duration silence = Duration.between(report.at(), now);
    if (silence.compareTo(SILENCE_MAX) > 0) {
      return report.published() == null ? report.at() : report.published();
    }
    return report.unpublishedSince() == null ? now : report.unpublishedSince();
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          look();
        } catch (MongoInterruptedException e) {
          return;
        } catch (MongoException e) {
          LOG.debug("no look at the beat of {}: {}", settings.topic(), e.toString());
        }
        Thread.sleep(ready.isDone() ? LOOK_INTERVAL : FIRST_LOOK_INTERVAL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
