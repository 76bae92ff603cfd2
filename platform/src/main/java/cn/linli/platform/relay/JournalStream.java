package cn.linli.platform.relay;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The change stream of one service's database: inserts of {@code journal}, the relay's own beat,
 * and whatever ends the journal. Majority-committed, in commit order. One thread.
 */
final class JournalStream implements AutoCloseable {

  static final String JOURNAL = "journal";

  private static final int BATCH_DOCUMENTS = 2_000;
  private static final long AWAIT_MILLIS = 500;

  /** A reply of the server ends at 16 MB; one with as much JSON as this may have been cut. */
  private static final int BATCH_CHARS_FULL = 4 << 20;

  /**
   * A commit is at most 4 MB and 1,000 documents, a transaction of the committer as well. What some
   * other writer made larger is split between documents, where resuming is exact too.
   */
  private static final int TRANSACTION_DOCUMENTS_MAX = 4_000;

  private static final int TRANSACTION_CHARS_MAX = 16 << 20;

  /** ChangeStreamHistoryLost, ChangeStreamFatalError, InvalidResumeToken, CappedPositionLost. */
  private static final Set<Integer> HISTORY_LOST = Set.of(286, 280, 260, 136);

  private final MongoCursor<StreamItem> cursor;
  private final String beatId;
  private final Deque<StreamItem> ahead = new ArrayDeque<>();
  private int batchDocuments;
  private int batchChars;

  private JournalStream(MongoDatabase database, String beatId, BsonDocument after) {
    this.beatId = beatId;
    this.cursor =
        guarded(() ->
            changes(database, beatId)
                .resumeAfter(after)
                .withDocumentClass(StreamItem.class)
                .cursor());
    this.batchDocuments = cursor.available();
  }

  static JournalStream after(MongoDatabase database, String beatId, BsonDocument token) {
    return new JournalStream(database, beatId, token);
  }

  /**
   * A place to start from. What is committed after this call comes after it; what was committed
   * before may come before it.
   */
  static BsonDocument tokenOfNow(MongoDatabase database, String beatId) {
    try (var cursor = changes(database, beatId).cursor()) {
      cursor.tryNext();
      return Objects.requireNonNull(cursor.getResumeToken(), "the server gave no resume token");
    }
  }

  private static ChangeStreamIterable<BsonDocument> changes(MongoDatabase database, String beatId) {
    return database
        .withCodecRegistry(StreamItemCodec.REGISTRY)
        .withReadConcern(ReadConcern.MAJORITY)
        .watch(List.of(match(beatId)), BsonDocument.class)
        .batchSize(BATCH_DOCUMENTS)
        .maxAwaitTime(AWAIT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * What is there, at most {@link Window#EVENTS_MAX} events; waits up to half a second if there is
   * nothing. Never splits a commit: its documents are written by one transaction of the database,
   * and transactions are kept whole.
   */
  Window next() {
    List<StreamItem> window = new ArrayList<>();
    int events = 0;
    StreamItem item = take(true);
    while (item != null) {
      if (item.alarm() != null) {
        return endedBy(item, item.alarm(), window, events);
      }
      List<StreamItem> transaction = transactionOf(item);
      int more = transaction.stream().mapToInt(StreamItem::events).sum();
      if (!window.isEmpty() && events + more > Window.EVENTS_MAX) {
        giveBack(transaction);
        break;
      }
      window.addAll(transaction);
      events += more;
      item = take(false);
    }
    return windowOf(window, events);
  }

  @Override
  public void close() {
    cursor.close();
  }

  /** What came before the end is still published; the alarm is raised by the next call. */
  private Window endedBy(StreamItem item, RelayAlarm alarm, List<StreamItem> window, int events) {
    if (window.isEmpty()) {
      throw new RelayStopped(alarm);
    }
    ahead.addFirst(item);
    return windowOf(window, events);
  }

  private List<StreamItem> transactionOf(StreamItem first) {
    List<StreamItem> transaction = new ArrayList<>();
    transaction.add(first);
    int chars = first.size();
    while (first.transaction() != null
        && transaction.size() < TRANSACTION_DOCUMENTS_MAX
        && chars < TRANSACTION_CHARS_MAX) {
      StreamItem next = take(batchMayBeCut());
      if (next == null) {
        break;
      }
      if (!next.sameTransaction(first)) {
        ahead.addFirst(next);
        break;
      }
      transaction.add(next);
      chars += next.size();
    }
    return transaction;
  }

  private void giveBack(List<StreamItem> items) {
    for (int i = items.size() - 1; i >= 0; i--) {
      ahead.addFirst(items.get(i));
    }
  }

  private @Nullable StreamItem take(boolean askServer) {
    StreamItem kept = ahead.poll();
    if (kept != null) {
      return kept;
    }
    boolean local = cursor.available() > 0;
    if (!local && !askServer) {
      return null;
    }
    StreamItem item = guarded(cursor::tryNext);
    if (item == null) {
      batchDocuments = 0;
      if (cursor.getServerCursor() == null) {
        throw new RelayStopped(new RelayAlarm.StreamEnded(beatId));
      }
      return null;
    }
    if (!local) {
      batchDocuments = 1 + cursor.available();
      batchChars = 0;
    }
    batchChars += item.size();
    return item;
  }

  /** Whether the reply ended for its size and not for want of changes. */
  private boolean batchMayBeCut() {
    return batchDocuments >= BATCH_DOCUMENTS || batchChars >= BATCH_CHARS_FULL;
  }

  private static Window windowOf(List<StreamItem> items, int events) {
    if (items.isEmpty()) {
      return Window.NOTHING;
    }
    List<JournalCommit> commits = new ArrayList<>(items.size());
    Instant beatAt = null;
    for (StreamItem item : items) {
      if (item.commit() != null) {
        commits.add(item.commit());
      }
      beatAt = item.beatAt() == null ? beatAt : item.beatAt();
    }
    StreamItem last = items.getLast();
    return new Window(commits, events, last.token(), last.clusterSeconds(), beatAt);
  }

  private static <T extends @Nullable Object> T guarded(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoCommandException e) {
      if (HISTORY_LOST.contains(e.getErrorCode())) {
        throw new RelayStopped(new RelayAlarm.HistoryLost(e.getErrorCode(), e.getErrorCodeName()));
      }
      throw e;
    }
  }

  private static Bson match(String beatId) {
    return new Document(
        "$match",
        new Document(
            "$or",
            List.of(
                new Document("operationType", "insert").append("ns.coll", JOURNAL),
                new Document("operationType", in("insert", "update", "replace"))
                    .append("ns.coll", Beat.COLLECTION)
                    .append("documentKey._id", beatId),
                new Document("operationType", in("drop", "rename")).append("ns.coll", JOURNAL),
                new Document("operationType", "rename").append("to.coll", JOURNAL),
                new Document("operationType", in("dropDatabase", "invalidate")))));
  }

  private static Document in(String... operations) {
    return new Document("$in", List.of(operations));
  }
}
