package cn.linli.platform.start;

import cn.linli.platform.journal.Schema;
import cn.linli.platform.journal.ServerCheck;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;

/** A store that has what the design stands on; who wants to write asks for this. */
record CheckedStore(MongoClient client, MongoDatabase database) {

  static CheckedStore of(
      MongoClient client,
      MongoDatabase database,
      Schema schema,
      Optional<List<Schema.Part>> migrateFirst) {
    ServerCheck.require(client);
    migrateFirst.ifPresent(parts -> StoreMigration.run(database, parts));
    schema.check(database);
    return new CheckedStore(client, database);
  }
}
