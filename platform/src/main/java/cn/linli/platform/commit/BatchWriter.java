package cn.linli.platform.commit;

import cn.linli.platform.commit.Plan.Change;
import cn.linli.platform.commit.Plan.Owned;
import cn.linli.platform.commit.StreamState.Stored;
import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan in one transaction: the journal's documents in order, then states, then notes about
 * them, what stands beside them (erasures, claimed files), then the vault. The journal's {@code
 * _id} is the guard: whoever decided on an old state collides there.
 */
final class BatchWriter {

  /** What became of the transaction. */
  sealed interface Result {
    record Committed() implements Result {}

    /** Somebody else writes or has written one of the streams. */
    record Conflict() implements Result {}

    /** This command's document can't be written; nothing of the batch is. */
    record Rejected(Pending owner, String reason) implements Result {}

    /** No answer from the server, nothing is written. */
    record Away(MongoException reason) implements Result {}

    /** Refused as a whole for a reason that names no document. */
    record Failed(RuntimeException reason) implements Result {}

    record Unknown(MongoException reason) implements Result {}
  }

  private static final ClientSessionOptions SESSION =
      ClientSessionOptions.builder().causallyConsistent(false).build();

  private static final int DUPLICATE_KEY = 11_000;
  private static final long COMMIT_AGAIN_MILLIS_MAX = 200;

  private final MongoClient client;
  private final MongoDatabase database;
  private final Kinds kinds;
  private final List<BatchNotes> notes;
  private final MongoCollection<JournalEntry> journal;
  private final MongoCollection<Document> states;
  private final MongoCollection<RawBsonDocument> vault;
  private final TransactionOptions transaction;
  private final long unknownNanosMax;

  BatchWriter(Committer.Store store, CommitterLimits limits) {
    this.client = store.client();
    this.database = store.database();
    this.kinds = store.kinds();
    this.notes = store.notes();
    this.journal = JournalEntry.collection(database);
    this.states = database.getCollection(StateStore.COLLECTION);
    this.vault = database.getCollection("vault", RawBsonDocument.class);
    // Without a majority a commit would wait for ever: after this long it is unknown.
    this.transaction =
        TransactionOptions.builder()
            .readConcern(ReadConcern.LOCAL)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .maxCommitTime(limits.unknownMax().toMillis(), TimeUnit.MILLISECONDS)
            .build();
    this.unknownNanosMax = limits.unknownMax().toNanos();
  }

  Result write(Plan plan) {
    var entries = plan.entries().stream().map(Owned::document).toList();
    var models = new ArrayList<WriteModel<Document>>(plan.changes().size());
    plan.changes().forEach(owned -> models.add(model(owned.document())));
    var vaultDocuments = plan.vault().stream().map(Owned::document).toList();
    try (ClientSession session = client.startSession(SESSION)) {
      session.startTransaction(transaction);
      Result failed = writeAll(session, plan, entries, models, vaultDocuments);
      if (failed != null) {
        abort(session);
        return failed;
      }
      return commit(session);
    } catch (MongoException e) {
      return new Result.Away(e); // no session to be had
    }
  }

  private @Nullable Result writeAll(
      ClientSession session,
      Plan plan,
      List<JournalEntry> entries,
      List<WriteModel<Document>> models,
      List<RawBsonDocument> vaultDocuments) {
    List<? extends Owned<?>> current = plan.entries();
    boolean decided = false;
    try {
      journal.insertMany(session, entries, new InsertManyOptions().ordered(true));
      current = plan.changes();
      states.bulkWrite(session, models, new BulkWriteOptions().ordered(false));
      decided = true; // whoever was first in journal and states has won
      writeNotes(session, plan.changes());
      for (var beside : plan.besides()) {
        current = List.of(beside);
        database
            .getCollection(beside.document().collection())
            .bulkWrite(session, List.of(beside.document().model()));
      }
      if (!vaultDocuments.isEmpty()) {
        current = plan.vault();
        vault.insertMany(session, vaultDocuments);
      }
      return null;
    } catch (MongoBulkWriteException e) {
      return classify(e, current, decided);
    } catch (MongoException e) {
      return classify(e);
    } catch (RuntimeException e) {
      return new Result.Failed(e); // the driver could not encode something
    }
  }

  private void writeNotes(ClientSession session, List<Owned<Change>> changes) {
    if (notes.isEmpty()) {
      return;
    }
    var fields =
        changes.stream()
            .map(Owned::document)
            .map(it ->
                new BatchNotes.Fields(
                    it.after().stream(),
                    it.base().stored() == Stored.OTHER ? null : it.base().indexed(),
                    it.indexed()))
            .toList();
    for (BatchNotes each : notes) {
      each.of(fields)
          .ifPresent(note -> database.getCollection(each.collection()).insertOne(session, note));
    }
  }

  private static Result classify(
      MongoBulkWriteException e, List<? extends Owned<?>> documents, boolean decided) {
    if (e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
      return new Result.Conflict();
    }
    if (e.getWriteErrors().isEmpty()) {
      return new Result.Failed(e);
    }
    var error = e.getWriteErrors().getFirst();
    return error.getCode() == DUPLICATE_KEY && !decided
        ? new Result.Conflict()
        : new Result.Rejected(
            documents.get(error.getIndex()).owner(), "write error " + error.getCode());
  }

  private static Result classify(MongoException e) {
    if (isAway(e)) {
      return new Result.Away(e);
    }
    return e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
        ? new Result.Conflict()
        : new Result.Failed(e);
  }

  static boolean isAway(MongoException e) {
    return e instanceof MongoSocketException
        || e instanceof MongoTimeoutException
        || e instanceof MongoNotPrimaryException
        || e instanceof MongoNodeIsRecoveringException;
  }

  /** While the outcome is unknown the same commit is sent again: the server does it once. */
  private Result commit(ClientSession session) {
    long since = System.nanoTime();
    long pauseMillis = 1;
    while (true) {
      try {
        session.commitTransaction();
        return new Result.Committed();
      } catch (MongoException e) {
        if (!e.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
          // Not there any more: aborted, or done by an earlier try. The look-up of the next attempt
          // tells.
          return e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
              ? new Result.Conflict()
              : new Result.Unknown(e);
        }
        if (System.nanoTime() - since > unknownNanosMax || !pause(pauseMillis)) {
          return new Result.Unknown(e);
        }
        pauseMillis = Math.min(COMMIT_AGAIN_MILLIS_MAX, pauseMillis * 2);
      }
    }
  }

  private static boolean pause(long millis) {
    try {
      Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis + 1));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void abort(ClientSession session) {
    try {
      session.abortTransaction();
    } catch (MongoException | IllegalStateException e) {
      // the server drops it by itself
    }
  }

  private WriteModel<Document> model(Change change) {
    KindCodec<?, ?> kind = kinds.of(change.after().stream());
    var byId = Filters.eq("_id", change.after().stream().toString());
    if (change.base().stored() == Stored.THIS) {
      return new UpdateOneModel<>(
          byId, kind.toUpdate(change.base(), change.after(), change.json(), change.indexed()));
    }
    Document whole = kind.toDocument(change.after(), change.json(), change.indexed());
    return change.base().stored() == Stored.NOTHING
        ? new InsertOneModel<>(whole)
        : new ReplaceOneModel<>(byId, whole, new ReplaceOptions().upsert(true));
  }
}
