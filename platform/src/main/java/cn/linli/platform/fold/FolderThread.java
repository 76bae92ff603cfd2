package cn.linli.platform.fold;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the folder of one generation and starts it again after a failure. */
final class FolderThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderThread.class);

  private static final Duration RESTART_PAUSE = Duration.ofSeconds(5);
  private static final Duration CLOSE_MAX = Duration.ofSeconds(2);
  private static final Duration STOP_MAX = Duration.ofSeconds(10);

  private final FolderSettings settings;
  private final Fold fold;
  private final CellStore store;
  private final String generation;
  private final FolderProgress progress = new FolderProgress();

  private volatile @Nullable Folder folder;
  private volatile @Nullable String alarm;
  private @Nullable Thread thread;
  private long mayStartAtNanos = System.nanoTime();
  private volatile boolean hold;

  FolderThread(FolderSettings settings, Fold fold, CellStore store, String generation) {
    this.settings = settings;
    this.fold = fold;
    this.store = store;
    this.generation = generation;
  }

  FolderProgress progress() {
    return progress;
  }

  /** Why it stands still; null while it folds. */
  @Nullable String alarm() {
    return alarm;
  }

  void hold(boolean hold) {
    this.hold = hold;
    Folder running = folder;
    if (running != null) {
      running.hold(hold);
    }
  }

  /** Called every round by the leader. */
  void keepRunning(TopicEnds topics) {
    if (thread != null && thread.isAlive() || System.nanoTime() - mayStartAtNanos < 0) {
      return;
    }
    mayStartAtNanos = System.nanoTime() + RESTART_PAUSE.toNanos();
    thread = Thread.ofPlatform().daemon().name("fold-" + generation).start(() -> run(topics));
  }

  private void run(TopicEnds topics) {
    try {
      fold(topics);
    } catch (InterruptedException | InterruptException e) {
      LOG.debug("folder of generation {} ends", generation);
    } catch (FoldingStopped e) {
      alarm = e.getMessage();
      LOG.error("folding of generation {} stands still: {}", generation, e.getMessage());
    } catch (RuntimeException e) {
      alarm = e.getClass().getSimpleName();
      LOG.error("folding of generation {} failed, next try in 5 s", generation, e);
    } finally {
      folder = null;
    }
  }

  private void fold(TopicEnds topics) throws InterruptedException {
    var consumer = topics.consumer("fold-" + generation);
    try {
      consumer.assign(store.folded(topics.partitions()));
      topics.require(store.positions(consumer.assignment()).values());
      folder = new Folder(settings, fold, store, consumer, progress);
      hold(hold);
      alarm = null;
      folder.run();
    } finally {
      Thread.interrupted(); // what ended the folder must not spoil the closing
      consumer.close(CloseOptions.timeout(CLOSE_MAX));
    }
  }

  @Override
  public void close() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join(STOP_MAX);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
