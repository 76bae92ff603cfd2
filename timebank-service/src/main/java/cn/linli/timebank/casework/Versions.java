package cn.linli.timebank.casework;

import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import java.time.Instant;
import java.util.function.Predicate;

/** Finds where a stream stood: versions are dense and their instants ascend. */
public final class Versions {

  private Versions() {}

  /**
   * The last version before an instant; 0: none.
   *
   * @param version of the stream now
   */
  public static long before(History history, StreamId stream, long version, Instant when) {
    return last(history, stream, version, at -> at.isBefore(when));
  }

  /** The last version at or before an instant; 0: none. */
  public static long upTo(History history, StreamId stream, long version, Instant when) {
    return last(history, stream, version, at -> !at.isAfter(when));
  }

  /** By halving. */
  private static long last(
      History history, StreamId stream, long version, Predicate<Instant> within) {
    long low = 0;
    long high = version;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (within.test(history.entries(stream, middle - 1, 1).getFirst().at())) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
