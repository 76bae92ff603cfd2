package cn.linli.benchmarks.transfers;

import java.util.List;
import java.util.SplittableRandom;

/** Who has the passbooks of the measured banks, and what is the same in everything they do. */
final class Holders {

  static final String PLACE = "370602003006";
  static final List<String> PATH = List.of("37", "3706", "370602", "370602003", PLACE);
  static final String ACTOR = "resident@" + PLACE + "#0123456789abcdef";

  /** Status of a transfer that was made. */
  static final int CREATED = 201;

  private Holders() {}

  /** As long as a made id. */
  static String id(int number) {
    return "%026d".formatted(number);
  }

  /** Key of a command: a keyed hash, so its place in an index is anywhere. */
  static String key(long number) {
    var random = new SplittableRandom(number);
    return "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  /** An id that is made when a command comes: they grow with time. */
  static String made(long number) {
    return "%032x".formatted(number);
  }
}
