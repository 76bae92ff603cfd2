package cn.linli.platform.fold;

import java.util.concurrent.atomic.AtomicLong;

/** What a folder tells about itself, read by other threads. */
public final class FolderProgress {

  private final AtomicLong records = new AtomicLong();
  private final AtomicLong batches = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong poisons = new AtomicLong();
  private volatile long asOfMillis;

  void written(Batch batch) {
    records.addAndGet(batch.size());
    batches.incrementAndGet();
    asOfMillis = Math.max(asOfMillis, batch.lastTimestampMillis());
  }

  void passed() {
    poisons.incrementAndGet();
  }

  void failed() {
    failures.incrementAndGet();
  }

  void caughtUp() {
    asOfMillis = System.currentTimeMillis();
  }

  /** All that was on the topic at this instant is in the cells; 0 before the first batch. */
  public long asOfMillis() {
    return asOfMillis;
  }

  public long records() {
    return records.get();
  }

  public long batches() {
    return batches.get();
  }

  public long failures() {
    return failures.get();
  }

  public long poisons() {
    return poisons.get();
  }
}
