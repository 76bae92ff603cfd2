package cn.linli.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instances of one service. A stream goes to one of them as long as that one answers, so that
 * its state is warm there; the journal, not this choice, keeps two from writing the same.
 * Rendezvous hashing: when one is gone only its own streams move.
 */
final class Instances {

  /** How long an instance that could not be reached is passed over. */
  private static final long AVOIDED_FOR_NANOS = Duration.ofSeconds(2).toNanos();

  private final List<URI> all;
  private final Map<URI, Long> avoidedSince = new ConcurrentHashMap<>();

  Instances(List<URI> all) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a service needs the address of an instance");
    }
    this.all = List.copyOf(all);
  }

  URI first() {
    return all.getFirst();
  }

  /** The instance for a stream; if all are unreachable the one it belongs to is tried again. */
  URI choose(String stream, long nowNanos) {
    if (all.size() == 1) {
      return first();
    }
    URI best = null;
    URI bestOfAll = first();
    long bestScore = Long.MIN_VALUE;
    long bestScoreOfAll = Long.MIN_VALUE;
    for (var instance : all) {
      long score = score(stream, instance);
      if (score > bestScoreOfAll) {
        bestScoreOfAll = score;
        bestOfAll = instance;
      }
      if (score > bestScore && !isAvoided(instance, nowNanos)) {
        bestScore = score;
        best = instance;
      }
    }
    return best == null ? bestOfAll : best;
  }

  void unreachable(URI instance, long nowNanos) {
    avoidedSince.put(instance, nowNanos);
  }

  private boolean isAvoided(URI instance, long nowNanos) {
    Long since = avoidedSince.get(instance);
    return since != null && nowNanos - since < AVOIDED_FOR_NANOS;
  }

  private static long score(String stream, URI instance) {
    return mixed(mixed(stream.hashCode()) ^ instance.hashCode());
  }

  /** The finaliser of SplitMix64: every bit of the input moves every bit of the score. */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
