package cn.linli.platform.journal;

import cn.linli.platform.commit.Admission;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares this machine's clock with the server's. An instance that is off by more than a second
 * takes no commands: its instants would not fit between those of the others.
 */
public final class ClockGuard implements Admission, AutoCloseable {

  static final Duration OFFSET_MAX = Duration.ofSeconds(1);
  static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(ClockGuard.class);

  private final MongoClient client;
  private final InstantSource clock;
  private final Thread watcher;
  private volatile boolean off;

  public ClockGuard(MongoClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
    this.watcher = Thread.ofVirtual().name("clock-guard").unstarted(this::watch);
  }

  /** Compares once, so that the first command finds an answer, then every 5 s. */
  public ClockGuard start() {
    compare();
    watcher.start();
    return this;
  }

  @Override
  public Optional<Duration> closedFor() {
    return off ? Optional.of(INTERVAL) : Optional.empty();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(INTERVAL);
        try {
          compare();
        } catch (MongoException e) {
          LOG.debug("clock not compared: {}", e.toString());
        }
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  /** The server answered somewhere between asking and hearing: only what lies outside is offset. */
  private void compare() {
    Instant asked = clock.instant();
    Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
    judge(asked, hello.getDate("localTime").toInstant(), clock.instant());
  }

  void judge(Instant asked, Instant server, Instant heard) {
    boolean before = off;
    off = server.plus(OFFSET_MAX).isBefore(asked) || server.minus(OFFSET_MAX).isAfter(heard);
    if (off && !before) {
      LOG.error(
          "clock is off by more than {}: here {}, server {}; no commands are taken",
          OFFSET_MAX,
          heard,
          server);
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
