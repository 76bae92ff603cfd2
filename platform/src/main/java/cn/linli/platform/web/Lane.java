package cn.linli.platform.web;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

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
    if (!free.tryAcquire()) {
      return Mono.error(new ProblemException(Problem.overloaded(RETRY_AFTER)));
    }
    return Mono.<T>create(
            sink -> {
              Future<?> running =
                  threads.submit(() -> {
                    MDC.put(Correlation.LOG_KEY, correlation);
                    try {
                      sink.success(work.call());
                    } catch (Exception | LinkageError e) {
                      sink.error(e);
                    } finally {
                      free.release();
                    }
                  });
              sink.onCancel(() -> running.cancel(true));
            })
        .timeout(timeout, Mono.error(() -> new ProblemException(late)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
