package cn.linli.platform.commit;

import com.mongodb.client.model.WriteModel;
import org.bson.Document;

/**
 * A write that stands or falls with its command: it is in the command's transaction and happens
 * only if the command is accepted. Made so that doing it again changes nothing.
 *
 * @param collection never the journal or the states: those follow from events
 */
public record Beside(String collection, WriteModel<Document> model) {

  public Beside {
    if (collection.equals(JournalEntry.COLLECTION) || collection.equals(StateStore.COLLECTION)) {
      throw new IllegalArgumentException("written by the committer alone: " + collection);
    }
  }
}
