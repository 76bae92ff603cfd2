package cn.linli.timebank.casework;

import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import java.time.Instant;

/** Finds where a stream stood: versions are dense and their instants ascend. */
public final class Versions {

  private Versions() {}

  /**
   * The last version before an instant, found by halving; 0: none.
   *
   * @param version of the stream now
   */
  public static long before(History history, StreamId stream, long version, Instant when) {
    long low = 0;
    long high = version;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (history.entries(stream, middle - 1, 1).getFirst().at().isBefore(when)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
