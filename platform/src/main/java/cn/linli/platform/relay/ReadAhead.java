package cn.linli.platform.relay;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next windows while the last one is being written, in a thread of its own: the database
 * and the broker then work at the same time. Order and errors come through as they would without.
 */
final class ReadAhead implements AutoCloseable {

  /** A window is at most some megabytes; more of them would only wait. */
  private static final int WINDOWS_AHEAD_MAX = 2;

  private static final long WAIT_MILLIS = 500;

  /**
   * Two windows are read at least so far apart while they are small. A transaction costs the broker
   * the same for one event as for a hundred, and views collect for 100 ms anyway.
   */
  private static final long PACE_NANOS = 50_000_000;

  /** A window of so many events is a backlog: on without a pause. */
  private static final int EVENTS_OF_BACKLOG = Window.EVENTS_MAX / 4;

  private static final Duration END_MAX = Duration.ofSeconds(2);

  private sealed interface Step {
    record Read(Window window) implements Step {}

    record Ended(Throwable why) implements Step {}
  }

  private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(WINDOWS_AHEAD_MAX);
  private final Thread reader;
  private volatile boolean closed;

  /** Takes the stream over and closes it in the end. */
  ReadAhead(JournalStream stream, String topic) {
    this.reader =
        Thread.ofPlatform().daemon().name("relay-reads-" + topic).start(() -> read(stream));
  }

  /**
   * The next window, also one with nothing in it, which says that all is read; null if the reader
   * is still at work.
   */
  @Nullable Window next() throws InterruptedException {
    return switch (steps.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
      case null -> null;
      case Step.Read(Window window) -> window;
      case Step.Ended(RuntimeException why) -> throw why;
      case Step.Ended(Throwable why) -> throw new IllegalStateException("the reader ended", why);
    };
  }

  @Override
  public void close() {
    closed = true;
    reader.interrupt();
    try {
      reader.join(END_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(JournalStream stream) {
    try (stream) {
      while (true) {
        Window window = stream.next();
        long readNanos = System.nanoTime();
        steps.put(new Step.Read(window));
        if (!window.isNothing() && window.events() < EVENTS_OF_BACKLOG) {
          TimeUnit.NANOSECONDS.sleep(PACE_NANOS - (System.nanoTime() - readNanos));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    } catch (Throwable e) {
      end(e);
    }
  }

  private void end(Throwable why) {
    try {
      if (!closed) {
        steps.put(new Step.Ended(why));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
