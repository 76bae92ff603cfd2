package cn.linli.platform.places;

import cn.linli.platform.division.Divisions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tree of this instance up with what was imported: in its own database, or at the service
 * that keeps the imports.
 */
public final class DivisionFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DivisionFollower.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** Where changes come from. Blocking. */
  @FunctionalInterface
  public interface Source {
    /** What came in after a revision; may throw when it can't be asked. */
    DivisionChanges since(long revision) throws Exception;
  }

  private final Divisions divisions;
  private final Source source;
  private final Thread thread;
  private long revision;
  private volatile boolean running = true;

  public DivisionFollower(Divisions divisions, Source source) {
    this.divisions = divisions;
    this.source = source;
    this.thread = Thread.ofVirtual().name("division-follower").unstarted(this::run);
  }

  public DivisionFollower start() {
    thread.start();
    return this;
  }

  private void run() {
    while (running) {
      try {
        DivisionChanges changes = source.since(revision);
        if (changes.revision() > revision) {
          divisions.add(changes.divisions());
          revision = changes.revision();
        }
        Thread.sleep(INTERVAL);
      } catch (InterruptedException closed) {
        return;
      } catch (Exception e) {
        LOG.warn("Imported divisions can't be read, the known ones stay: {}", e.getMessage());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
  }
}
