package cn.linli.benchmarks.load;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * A closed loop: each of N connections sends its next call when it has the answer to the one
 * before. Bounded in time or in count; stops by itself.
 */
public final class Load implements AutoCloseable {

  /** One call and the answer it expects. */
  public record Call(
      HttpMethod method, String path, Map<String, String> headers, byte[] body, int status) {}

  /** The n-th thing a run does: one call after the other, each knowing the answer before. */
  @FunctionalInterface
  public interface Journey {
    /**
     * @param step from 0
     * @param before body of the answer to the step before; empty at step 0
     * @return null when the journey is at its end
     */
    @Nullable Call next(long n, int step, String before);
  }

  /** A journey of one call. */
  public static Journey once(LongFunction<Call> call) {
    return (n, step, before) -> step == 0 ? call.apply(n) : null;
  }

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
  private static final long MAX_MICROS = CALL_TIMEOUT.toMillis() * 1000;

  private final int connections;
  private final ConnectionProvider pool;
  private final HttpClient client;

  public Load(String baseUrl, int connections) {
    this.connections = connections;
    this.pool =
        ConnectionProvider.builder("load")
            .maxConnections(connections)
            .pendingAcquireMaxCount(connections * 2)
            .build();
    this.client = HttpClient.create(pool).baseUrl(baseUrl).responseTimeout(CALL_TIMEOUT);
  }

  /** Runs for a time. */
  public Sample during(Duration time, String name, Journey journey) {
    return run(name, Long.MAX_VALUE, System.nanoTime() + time.toNanos(), journey);
  }

  /** Runs a count. */
  public Sample times(long count, String name, Journey journey) {
    return run(name, count, Long.MAX_VALUE, journey);
  }

  /** Open loop: begins one journey after the other at a steady pace, however long answers take. */
  public Sample paced(int perSecond, int count, String name, Journey journey) {
    Histogram latency = new ConcurrentHistogram(MAX_MICROS, 3);
    LongAdder good = new LongAdder();
    LongAdder failed = new LongAdder();
    long gapNanos = 1_000_000_000L / perSecond;
    long startNanos = System.nanoTime();
    Flux.range(0, count)
        .concatMap(n -> pacedBy(startNanos + n * gapNanos, n))
        .flatMap(n -> journey(journey, n, good, failed, latency), connections)
        .blockLast();
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    return new Sample(name, connections, good.sum(), failed.sum(), seconds, latency);
  }

  private static Mono<Integer> pacedBy(long beginNanos, int n) {
    long waitNanos = beginNanos - System.nanoTime();
    return waitNanos <= 0 ? Mono.just(n) : Mono.delay(Duration.ofNanos(waitNanos)).thenReturn(n);
  }

  private Sample run(String name, long count, long endNanos, Journey journey) {
    Histogram latency = new ConcurrentHistogram(MAX_MICROS, 3);
    LongAdder good = new LongAdder();
    LongAdder failed = new LongAdder();
    AtomicLong next = new AtomicLong();
    long startNanos = System.nanoTime();
    Flux.range(0, connections)
        .flatMap(lane -> lane(count, endNanos, journey, next, good, failed, latency), connections)
        .blockLast();
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    return new Sample(name, connections, good.sum(), failed.sum(), seconds, latency);
  }

  private Mono<Void> lane(
      long count,
      long endNanos,
      Journey journey,
      AtomicLong next,
      LongAdder good,
      LongAdder failed,
      Histogram latency) {
    return Mono.defer(
            () -> {
              long n = next.getAndIncrement();
              if (n >= count || System.nanoTime() >= endNanos) {
                return Mono.just(false);
              }
              return journey(journey, n, good, failed, latency);
            })
        .repeat()
        .takeWhile(goOn -> goOn)
        .then();
  }

  private Mono<Boolean> journey(
      Journey journey, long n, LongAdder good, LongAdder failed, Histogram latency) {
    long startNanos = System.nanoTime();
    return step(journey, n, 0, "")
        .doOnSuccess(done -> {
          good.increment();
          latency.recordValue(Math.min(MAX_MICROS, (System.nanoTime() - startNanos) / 1000));
        })
        .thenReturn(true)
        .onErrorResume(error -> {
          failed.increment();
          return Mono.just(true);
        });
  }

  private Mono<Void> step(Journey journey, long n, int step, String before) {
    Call call = journey.next(n, step, before);
    if (call == null) {
      return Mono.empty();
    }
    return client
        .headers(headers -> call.headers().forEach(headers::set))
        .request(call.method())
        .uri(call.path())
        .send(
            call.body().length == 0
                ? Mono.empty()
                : Mono.fromSupplier(() -> Unpooled.wrappedBuffer(call.body())))
        .responseSingle((response, content) ->
            content
                .asString()
                .defaultIfEmpty("")
                .flatMap(body ->
                    response.status().code() == call.status()
                        ? Mono.just(body)
                        : Mono.error(new UnexpectedAnswer(response.status().code(), body))))
        .flatMap(body -> step(journey, n, step + 1, body));
  }

  private static final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(int status, String body) {
      super(status + " " + body, null, false, false);
    }
  }

  @Override
  public void close() {
    pool.disposeLater().block(Duration.ofSeconds(5));
  }
}
