package cn.linli.platform.relay;

import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import java.time.Instant;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * One change of the database that concerns the relay.
 *
 * @param commit a journal document
 * @param beatAt a beat came back
 * @param alarm the journal was dropped or renamed
 * @param bytes size of the document
 */
record StreamItem(
    BsonDocument token,
    long clusterSeconds,
    @Nullable BsonDocument session,
    @Nullable BsonInt64 transaction,
    @Nullable JournalCommit commit,
    @Nullable Instant beatAt,
    @Nullable RelayAlarm alarm,
    int bytes) {

  static StreamItem of(ChangeStreamDocument<RawBsonDocument> change) {
    var clusterTime = change.getClusterTime();
    RawBsonDocument document = change.getFullDocument();
    JournalCommit commit = null;
    Instant beatAt = null;
    RelayAlarm alarm = null;
    int bytes = 0;
    OperationType operation = change.getOperationType();
    switch (operation) {
      case INSERT, UPDATE, REPLACE -> {
        if (isJournal(change)) {
          commit = JournalCommit.read(Objects.requireNonNull(document));
          bytes = document.getByteBuffer().remaining();
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
        alarm,
        bytes);
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

  private static boolean isJournal(ChangeStreamDocument<RawBsonDocument> change) {
    var namespace = change.getNamespace();
    return namespace != null && JournalStream.JOURNAL.equals(namespace.getCollectionName());
  }

  private static @Nullable Instant beatAt(ChangeStreamDocument<RawBsonDocument> change) {
    BsonDocument fields = change.getFullDocument();
    var update = change.getUpdateDescription();
    if (fields == null && update != null) {
      fields = update.getUpdatedFields();
    }
    return fields == null || !fields.isDateTime(Beat.AT)
        ? null
        : Instant.ofEpochMilli(fields.getDateTime(Beat.AT).getValue());
  }
}
