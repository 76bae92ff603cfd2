package cn.linli.platform.vault;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;

/**
 * Collections and indexes of the vault; run by the migration step, harmless to run again. Only
 * documents that carry a person's key are indexed, so a later note costs one entry.
 */
public final class VaultSchema {

  private VaultSchema() {}

  public static void apply(MongoDatabase database) {
    var existing = database.listCollectionNames().into(new HashSet<>());
    for (var name : new String[] {Vault.COLLECTION, AccessLog.COLLECTION}) {
      if (!existing.contains(name)) {
        database.createCollection(name);
      }
    }
    database
        .getCollection(Vault.COLLECTION)
        .createIndex(
            Indexes.ascending("p"),
            new IndexOptions()
                .name("person")
                .partialFilterExpression(Filters.and(Filters.exists("p"), Filters.exists("k"))));
    var log = database.getCollection(AccessLog.COLLECTION);
    log.createIndex(Indexes.ascending("s", "at"), new IndexOptions().name("case"));
    log.createIndex(
        Indexes.ascending("at"),
        new IndexOptions()
            .name("retention")
            .expireAfter(AccessLog.KEPT.toSeconds(), TimeUnit.SECONDS));
  }
}
