package cn.linli.platform.relay;

import java.time.Instant;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * One change of the database that concerns the relay.
 *
 * @param transaction of the database that wrote it, if one did
 * @param commit a journal document
 * @param beatAt a beat came back
 * @param alarm the journal was dropped or renamed
 */
record StreamItem(
    BsonDocument token,
    long clusterSeconds,
    @Nullable Transaction transaction,
    @Nullable JournalCommit commit,
    @Nullable Instant beatAt,
    @Nullable RelayAlarm alarm) {

  record Transaction(BsonBinary session, long number) {}

  int events() {
    return commit == null ? 0 : commit.events().size();
  }

  /** Characters of JSON, which are most of a document's bytes. */
  int size() {
    return commit == null ? 0 : commit.events().stream().mapToInt(e -> e.json().length()).sum();
  }

  boolean sameTransaction(StreamItem other) {
    return transaction != null && transaction.equals(other.transaction);
  }
}
