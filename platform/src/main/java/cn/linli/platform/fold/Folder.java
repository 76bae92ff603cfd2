package cn.linli.platform.fold;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds all partitions of its topics into the cells of one generation, from the positions on. While
 * one batch is written the next is read; there is never more than one in flight.
 */
final class Folder {

  private static final Logger LOG = LoggerFactory.getLogger(Folder.class);

  private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

  /** The store may be away for a step-down; longer is for the leader's back-off. */
  private static final int FAILURES_MAX = 10;

  private static final Duration REST_PAUSE = Duration.ofMillis(20);
  private static final int RECORDS_MIN = 256;
  private static final int RECORDS_FIRST = 8_192;

  /** Batches grow while writing one is quicker than this … */
  private static final long QUICK_WRITE_NANOS = 1_500_000_000L;

  /** … and shrink before a transaction comes near its lifetime of 5 s. */
  private static final long SLOW_WRITE_NANOS = 3_000_000_000L;

  private final FolderSettings settings;
  private final Fold fold;
  private final CellStore store;
  private final BatchWriter writer;
  private final Consumer<String, byte[]> consumer;
  private final FolderProgress progress;

  private Batch batch;
  private @Nullable Future<?> inFlight;
  private int recordsMax;
  private int failures;
  private boolean sought;
  private volatile boolean held;
  private volatile long writeNanos;

  /**
   * @param consumer with all partitions assigned; the folder seeks
   */
  Folder(
      FolderSettings settings,
      Fold fold,
      CellStore store,
      Consumer<String, byte[]> consumer,
      FolderProgress progress) {
    this.settings = settings;
    this.fold = fold;
    this.store = store;
    this.writer = new BatchWriter(store, progress);
    this.consumer = consumer;
    this.progress = progress;
    this.recordsMax = Math.min(RECORDS_FIRST, settings.recordsMax());
    this.batch = new Batch(fold, Map.of());
  }

  /**
   * Folds until interrupted.
   *
   * @throws FoldingStopped if the topic is not what the positions say
   */
  void run() throws InterruptedException {
    try (ExecutorService writing =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("fold-write").daemon().factory())) {
      seek();
      while (!Thread.interrupted()) {
        try {
          if (held) {
            rest(writing);
          } else {
            step(writing);
          }
        } catch (LostPosition | MongoException e) {
          giveWay(e);
        } catch (GapInRecords gap) {
          resume(gap);
        } catch (OffsetOutOfRangeException e) {
          throw new FoldingStopped("the log does not hold the position: " + e.getMessage());
        }
      }
      settle();
    }
  }

  private void step(ExecutorService writing) throws InterruptedException {
    ConsumerRecords<String, byte[]> records = consumer.poll(pollTimeout());
    for (var record : records) {
      batch.add(FoldRecord.of(record), record.timestamp());
      if (full()) {
        flush(writing);
      }
    }
    if (batch.isEmpty()) {
      if (!writing()) {
        settle();
        if (caughtUp()) {
          progress.caughtUp();
        }
      }
    } else if (due() && !writing() && caughtUpOrOld()) {
      flush(writing);
    }
  }

  /** Stands still with everything written, until it is let go on or interrupted. */
  void hold(boolean hold) {
    held = hold;
  }

  private void rest(ExecutorService writing) throws InterruptedException {
    if (!batch.isEmpty()) {
      flush(writing);
    }
    settle();
    Thread.sleep(REST_PAUSE);
  }

  private Duration pollTimeout() {
    if (batch.isEmpty()) {
      return settings.collect();
    }
    long left = settings.collect().toNanos() - batch.ageNanos();
    return Duration.ofNanos(Math.max(left, 1_000_000));
  }

  private boolean full() {
    return batch.size() >= recordsMax
        || batch.bytes() >= settings.bytesMax()
        || batch.size() % 1_000 == 0 && batch.cells() >= settings.cellsMax();
  }

  private boolean due() {
    return batch.ageNanos() >= settings.collect().toNanos();
  }

  /** With a backlog it is worth collecting on: a large batch costs a fraction per record. */
  private boolean caughtUpOrOld() {
    return caughtUp() || batch.ageNanos() >= 10 * settings.collect().toNanos();
  }

  private boolean caughtUp() {
    for (TopicPartition partition : consumer.assignment()) {
      if (consumer.currentLag(partition).orElse(1) > 0) {
        return false;
      }
    }
    return true;
  }

  private boolean writing() {
    return inFlight != null && !inFlight.isDone();
  }

  private void flush(ExecutorService writing) throws InterruptedException {
    settle();
    Batch full = batch;
    inFlight =
        writing.submit(() -> {
          long startNanos = System.nanoTime();
          writer.write(full);
          writeNanos = System.nanoTime() - startNanos;
          progress.written(full);
        });
    batch = new Batch(fold, full.after());
  }

  /** Waits for the batch in flight and passes its failure on. */
  private void settle() throws InterruptedException {
    if (inFlight == null) {
      return;
    }
    try {
      inFlight.get();
      failures = 0;
      sought = false;
      if (writeNanos < QUICK_WRITE_NANOS) {
        recordsMax = Math.min(settings.recordsMax(), recordsMax * 2);
      } else if (writeNanos > SLOW_WRITE_NANOS) {
        recordsMax = Math.max(RECORDS_MIN, recordsMax / 2);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      inFlight = null;
    }
  }

  /** A smaller batch next time: the transaction may have been too long for its lifetime. */
  private void giveWay(RuntimeException cause) throws InterruptedException {
    failures++;
    progress.failed();
    if (failures >= FAILURES_MAX) {
      throw cause;
    }
    LOG.warn("batch not written, reading the positions again: {}", cause.toString());
    recordsMax = Math.max(RECORDS_MIN, recordsMax / 2);
    Thread.sleep(RETRY_PAUSE.multipliedBy(failures));
    seek();
  }

  private void resume(GapInRecords gap) throws InterruptedException {
    try {
      settle();
    } catch (LostPosition | MongoException e) {
      giveWay(e);
      return;
    }
    if (sought) {
      throw new FoldingStopped(gap.getMessage());
    }
    LOG.warn("{}; reading the positions again", gap.getMessage());
    seek();
  }

  private void seek() {
    var positions = store.positions(consumer.assignment());
    positions.forEach((partition, position) -> consumer.seek(partition, position.next()));
    batch = new Batch(fold, positions);
    inFlight = null;
    sought = true;
  }
}
