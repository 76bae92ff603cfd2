package cn.linli.platform.relay;

import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What goes into one Kafka transaction: whole commits and the token after the last of them.
 *
 * @param token null if there was nothing
 * @param clusterSeconds the server's time of the last item, seconds since the epoch
 * @param beatAt when the last beat among them was sent
 */
record Window(
    List<JournalCommit> commits,
    int events,
    @Nullable BsonDocument token,
    long clusterSeconds,
    @Nullable Instant beatAt) {

  /** A transaction carries at most so many events, unless one single commit has more. */
  static final int EVENTS_MAX = 2_000;

  static final Window NOTHING = new Window(List.of(), 0, null, 0, null);

  boolean isNothing() {
    return token == null;
  }
}
