package cn.linli.platform.web;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Runs what may block on virtual threads, so many at once and no more: the next one is told 503
 * {@code overloaded} at once, nobody waits in a queue that has no end.
 */
final class Lane implements AutoCloseable {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final ExecutorService threads;
  private final Semaphore free;
  private final Duration timeout;
  private final Problem late;

  /**
   * @param late what to say when the work took longer than {@code timeout}
   */
  Lane(String name, int atOnceMax, Duration timeout, Problem late) {
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
    this.free = new Semaphore(atOnceMax);
    this.timeout = timeout;
    this.late = late;
  }

  <T> Mono<T> run(String correlation, Callable<T> work) {
    return Mono.<T>create(
            sink -> {
              if (!free.tryAcquire()) {
                sink.error(new ProblemException(Problem.overloaded(RETRY_AFTER)));
                return;
              }
              // Who takes this gives the place back: the work, or a cancel that came before it.
              var taken = new AtomicBoolean();
              Future<?> running =
                  threads.submit(() -> {
                    if (taken.compareAndSet(false, true)) {
                      run(correlation, work, sink);
                    }
                  });
              sink.onCancel(() -> {
                running.cancel(true);
                if (taken.compareAndSet(false, true)) {
                  free.release();
                }
              });
            })
        .timeout(timeout, Mono.error(() -> new ProblemException(late)));
  }

  private <T> void run(String correlation, Callable<T> work, MonoSink<T> sink) {
    MDC.put(Correlation.LOG_KEY, correlation);
    try {
      sink.success(work.call());
    } catch (Exception | LinkageError e) {
      sink.error(e);
    } finally {
      free.release();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
