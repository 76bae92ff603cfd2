package cn.linli.petition.tracking;

import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How often one code may be used, and how often anybody may try codes that are none. The second
 * bound protects the service, not the codes: a guess meets one of 2^128.
 */
final class CodeLimit {

  private static final int CALLS_PER_MINUTE = 30;
  private static final int MISSES_PER_MINUTE = 600;
  private static final int CODES_KEPT = 50_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Cache<String, Bucket> codes =
      Caffeine.newBuilder()
          .maximumSize(CODES_KEPT)
          .expireAfterAccess(MINUTE.multipliedBy(2))
          .build();
  private final Bucket misses = bucket(MISSES_PER_MINUTE);

  void use(String id) {
    take(codes.get(id, _ -> bucket(CALLS_PER_MINUTE)));
  }

  void miss() {
    take(misses);
  }

  private static void take(Bucket bucket) {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new ProblemException(
          new Problem(
              429,
              "too-many-calls",
              Map.of(),
              List.of(),
              Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .build();
  }
}
