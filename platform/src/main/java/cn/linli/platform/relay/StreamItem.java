package cn.linli.platform.relay;

import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import java.time.Instant;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;

/**
 * One change of the database that concerns the relay.
 *
 * @param commit a journal document
 * @param beatAt a beat came back
 * @param alarm the journal was dropped or renamed
 */
record StreamItem(
    BsonDocument token,
    long clusterSeconds,
    @Nullable BsonDocument session,
    @Nullable BsonInt64 transaction,
    @Nullable JournalCommit commit,
    @Nullable Instant beatAt,
    @Nullable RelayAlarm alarm) {

  static StreamItem of(ChangeStreamDocument<JournalCommit> change) {
    var clusterTime = change.getClusterTime();
    JournalCommit commit = null;
    Instant beatAt = null;
    RelayAlarm alarm = null;
    OperationType operation = change.getOperationType();
    switch (operation) {
      case INSERT, UPDATE, REPLACE -> {
        if (isJournal(change)) {
          commit = Objects.requireNonNull(change.getFullDocument());
        } else {
          beatAt = beatAt(change);
        }
      }
      default -> alarm = new RelayAlarm.JournalGone(operation.getValue());
    }
    return new StreamItem(
        change.getResumeToken(),
        clusterTime == null ? 0 : clusterTime.getTime(),
        change.getLsid(),
        change.getTxnNumber(),
        commit,
        beatAt,
        alarm);
  }

  /** Characters of JSON, which are most of a document's bytes. */
  int size() {
    return commit == null ? 0 : commit.events().stream().mapToInt(e -> e.json().length()).sum();
  }

  int events() {
    return commit == null ? 0 : commit.events().size();
  }

  /** Whether both were written by one transaction of the database. */
  boolean sameTransaction(StreamItem other) {
    return transaction != null
        && transaction.equals(other.transaction)
        && Objects.equals(session, other.session);
  }

  private static boolean isJournal(ChangeStreamDocument<JournalCommit> change) {
    var namespace = change.getNamespace();
    return namespace != null && JournalStream.JOURNAL.equals(namespace.getCollectionName());
  }

  /** A new beat document has its instant where a commit has its own. */
  private static @Nullable Instant beatAt(ChangeStreamDocument<JournalCommit> change) {
    if (change.getFullDocument() != null) {
      return change.getFullDocument().at();
    }
    var update = change.getUpdateDescription();
    BsonDocument fields = update == null ? null : update.getUpdatedFields();
    return fields == null || !fields.isDateTime(Beat.AT)
        ? null
        : Instant.ofEpochMilli(fields.getDateTime(Beat.AT).getValue());
  }
}
