package cn.linli.benchmarks.load;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
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

  /** The n-th call of a run. */
  @FunctionalInterface
  public interface Calls {
    Call call(long n);
  }

  /** Sees each good answer; runs on an event loop and must be quick. */
  @FunctionalInterface
  public interface Answers {
    void answered(long n, String body);
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
  public Sample during(Duration time, String name, Calls calls, Answers answers) {
    long endNanos = System.nanoTime() + time.toNanos();
    return run(name, Long.MAX_VALUE, endNanos, calls, answers);
  }

  /** Runs a count. */
  public Sample times(long count, String name, Calls calls, Answers answers) {
    return run(name, count, Long.MAX_VALUE, calls, answers);
  }

  private Sample run(String name, long count, long endNanos, Calls calls, Answers answers) {
    Histogram latency = new ConcurrentHistogram(MAX_MICROS, 3);
    LongAdder good = new LongAdder();
    LongAdder failed = new LongAdder();
    var next = new java.util.concurrent.atomic.AtomicLong();
    long startNanos = System.nanoTime();
    Flux.range(0, connections)
        .flatMap(
            lane ->
                Mono.defer(
                        () -> {
                          long n = next.getAndIncrement();
                          return once(n, calls.call(n), latency, good, failed, answers);
                        })
                    .repeat(() -> next.get() < count && System.nanoTime() < endNanos)
                    .then(),
            connections)
        .blockLast();
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    return new Sample(name, connections, good.sum(), failed.sum(), seconds, latency);
  }

  private Mono<Void> once(
      long n, Call call, Histogram latency, LongAdder good, LongAdder failed, Answers answers) {
    long startNanos = System.nanoTime();
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
                .doOnNext(body -> {
                  if (response.status().code() == call.status()) {
                    good.increment();
                    latency.recordValue(
                        Math.min(MAX_MICROS, (System.nanoTime() - startNanos) / 1000));
                    answers.answered(n, body);
                  } else {
                    failed.increment();
                  }
                }))
        .onErrorResume(error -> {
          failed.increment();
          return Mono.empty();
        })
        .then();
  }

  @Override
  public void close() {
    pool.disposeLater().block(Duration.ofSeconds(5));
  }
}
