package cn.linli.platform.attachment;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps every ten minutes; every instance may, each step is harmless beside another's. */
final class AttachmentSweeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AttachmentSweeper.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration FIRST = Duration.ofMinutes(5);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("attachment-sweeper").factory());
  private final Attachments attachments;

  AttachmentSweeper(Attachments attachments) {
    this.attachments = attachments;
    thread.scheduleWithFixedDelay(
        this::sweep, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void sweep() {
    try {
      int done = attachments.sweep();
      if (done > 0) {
        LOG.info("attachments swept: {}", done);
      }
    } catch (RuntimeException e) {
      LOG.warn("attachments not swept; the next pass tries again", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
