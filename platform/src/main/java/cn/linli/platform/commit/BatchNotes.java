package cn.linli.platform.commit;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a batch writes down about the list fields it changed, for whoever finds streams by other
 * means than an index of the states: one document in the batch's own transaction, so it is there
 * exactly if the batch is. It is inserted, never changed, and meets no other writer.
 */
public interface BatchNotes {

  /**
   * A stream whose state a batch writes.
   *
   * @param before its list fields as stored, empty if nothing was; null if that is not known
   */
  record Fields(StreamId stream, @Nullable Document before, Document now) {}

  /** Neither the journal nor the states. */
  String collection();

  /** The note, without an {@code _id}; empty if there is nothing to write down. */
  Optional<Document> of(List<Fields> changes);
}
