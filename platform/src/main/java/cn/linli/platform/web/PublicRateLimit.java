package cn.linli.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Bounds how often one address may call the paths that need no login: tracking codes can't be
 * guessed, but nobody has to let anybody try.
 */
final class PublicRateLimit implements WebFilter, Ordered {

  private static final String PUBLIC_PREFIX = "/api/v1/tracking/";
  private static final int ADDRESSES_MAX = 50_000;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int callsPerMinute;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(ADDRESSES_MAX)
          .expireAfterAccess(WINDOW.multipliedBy(2))
          .build();

  PublicRateLimit(int callsPerMinute) {
    this.callsPerMinute = callsPerMinute;
  }

  /** Right after {@link Correlation}, before any token is looked at. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 20;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (callsPerMinute == 0 || !exchange.getRequest().getPath().value().startsWith(PUBLIC_PREFIX)) {
      return chain.filter(exchange);
    }
    var probe = buckets.get(address(exchange), _ -> bucket()).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return chain.filter(exchange);
    }
    long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    return Mono.error(
        new ProblemException(
            new Problem(429, "too-many-calls", Map.of(), List.of(), Duration.ofSeconds(seconds))));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(callsPerMinute).refillGreedy(callsPerMinute, WINDOW))
        .build();
  }

  private static String address(ServerWebExchange exchange) {
    InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
    return remote == null || remote.getAddress() == null
        ? "unknown"
        : remote.getAddress().getHostAddress();
  }
}
