package cn.linli.platform.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Makes commands on a few threads that live long and holds none while the commit is under way. The
 * libraries that encrypt and hash keep their ciphers and random sources per thread: on a virtual
 * thread, which is new for each command, making them took a fifth of a command's time. So many
 * commands at once and no more, as in {@link Lane}.
 */
final class CommandLane implements AutoCloseable {

  /** Most of making a command is work for a processor; looking something up first is rare. */
  private static final int MAKERS = 32;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final ExecutorService makers =
      Executors.newFixedThreadPool(
          MAKERS, Thread.ofPlatform().daemon().name("command-", 0).factory());
  private final Semaphore free;
  private final Duration timeout;
  private final Problem late;

  /** Begins something that ends later, on a thread of somebody else. */
  @FunctionalInterface
  interface Work<T> {
    CompletableFuture<T> begin() throws Exception;
  }

  /**
   * @param late what to say when the work took longer than {@code timeout}
   */
  CommandLane(int atOnceMax, Duration timeout, Problem late) {
    this.free = new Semaphore(atOnceMax);
    this.timeout = timeout;
    this.late = late;
  }

  <T> Mono<T> run(String correlation, Work<T> work) {
    return Mono.<T>create(
            sink -> {
              if (!free.tryAcquire()) {
                sink.error(new ProblemException(Problem.overloaded(RETRY_AFTER)));
                return;
              }
              var left = new AtomicBoolean();
              sink.onCancel(() -> left.set(true));
              makers.execute(() -> {
                if (left.get()) {
                  free.release(); // nobody waits any more, and nothing has begun
                } else {
                  begin(correlation, work, sink);
                }
              });
            })
        .timeout(timeout, Mono.error(() -> new ProblemException(late)));
  }

  private <T> void begin(String correlation, Work<T> work, MonoSink<T> sink) {
    MDC.put(Correlation.LOG_KEY, correlation);
    try {
      work.begin().whenComplete((answer, failure) -> end(answer, failure, sink));
    } catch (Exception | LinkageError e) {
      end(null, e, sink);
    } finally {
      MDC.remove(Correlation.LOG_KEY);
    }
  }

  private <T> void end(@Nullable T answer, @Nullable Throwable failure, MonoSink<T> sink) {
    free.release();
    if (failure == null) {
      sink.success(answer);
    } else {
      sink.error(
          failure instanceof CompletionException wrapped && wrapped.getCause() != null
              ? wrapped.getCause()
              : failure);
    }
  }

  @Override
  public void close() {
    makers.shutdownNow();
  }
}
