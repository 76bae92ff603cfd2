package cn.linli.platform.attachment;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.HashSet;
import org.bson.Document;

/** Collections and indexes; run by the migration step, harmless to run again. */
public final class AttachmentSchema {

  private AttachmentSchema() {}

  public static void apply(MongoDatabase database) {
    var existing = database.listCollectionNames().into(new HashSet<>());
    for (var name : new String[] {Attachments.COLLECTION, Chunks.COLLECTION}) {
      if (!existing.contains(name)) {
        database.createCollection(name);
      }
    }
    var files = database.getCollection(Attachments.COLLECTION);
    files.createIndex(Indexes.ascending("at"), whileUnclaimed("unclaimed"));
    files.createIndex(Indexes.ascending("o"), whileUnclaimed("waiting"));
  }

  private static IndexOptions whileUnclaimed(String name) {
    return new IndexOptions().name(name).partialFilterExpression(Filters.exists("w"));
  }

  static MongoCollection<Document> durable(MongoDatabase database, String collection) {
    return database
        .getCollection(collection)
        .withReadConcern(ReadConcern.MAJORITY)
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }
}
