package cn.linli.platform.fold;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import java.util.List;
import org.bson.BsonMaximumSizeExceededException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a batch; one that can't be written as a whole is halved down to the record to blame. */
final class BatchWriter {

  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

  private final CellStore store;
  private final FolderProgress progress;

  BatchWriter(CellStore store, FolderProgress progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * @throws LostPosition if somebody else moved the positions
   * @throws MongoException if the store is away or was in the way; the same records may be tried
   *     again
   */
  void write(Batch batch) {
    List<CellChange> changes = batch.tally().changes();
    try {
      store.commit(batch, changes);
      batch.poisons().forEach(this::report);
    } catch (MongoException | BsonMaximumSizeExceededException e) {
      if (!blamesADocument(e)) {
        throw e;
      }
      if (batch.size() > 1) {
        batch.halves().forEach(this::write);
      } else {
        Batch passing = batch.passing(e);
        store.commit(passing, List.of());
        passing.poisons().forEach(this::report);
      }
    }
  }

  /** Everything else (no primary, no right, a conflict, a full disk) is no record's fault. */
  private static boolean blamesADocument(RuntimeException e) {
    return switch (e) {
      case MongoBulkWriteException bulk ->
          !bulk.getWriteErrors().isEmpty()
              && !bulk.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
      case BsonMaximumSizeExceededException tooLarge -> true;
      default -> false;
    };
  }

  private void report(Poison record) {
    progress.passed();
    LOG.error(
        "record passed uncounted: {}-{} n={} event {} ({}): {}",
        record.topic(),
        record.partition(),
        record.n(),
        record.event(),
        record.type(),
        record.reason());
  }
}
