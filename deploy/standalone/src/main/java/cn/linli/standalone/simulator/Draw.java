package cn.linli.standalone.simulator;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Seeded chance: the same seed tells the same city. */
final class Draw {
  private final RandomGenerator random;

  Draw(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** At least {@code from}, below {@code to}. */
  int between(int from, int to) {
    return random.nextInt(from, to);
  }

  /** Durations are skewed: most short, few long. Mean is {@code mean}. */
  long skewed(double mean) {
    return Math.round(-mean * Math.log(1 - random.nextDouble()));
  }
}
