package cn.linli.platform.start;

import cn.linli.platform.journal.Schema;
import cn.linli.platform.journal.ServerCheck;
import cn.linli.platform.journal.ServiceRole;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store that has what the design stands on; who wants to write asks for this. */
record CheckedStore(MongoClient client, MongoDatabase database) {

  private static final Logger LOG = LoggerFactory.getLogger(CheckedStore.class);

  static CheckedStore of(
      MongoClient client,
      MongoDatabase database,
      Schema schema,
      Optional<List<Schema.Part>> migrateFirst) {
    ServerCheck.require(client);
    migrateFirst.ifPresent(parts -> StoreMigration.run(database, parts));
    schema.check(database);
    warnOfRights(database);
    return new CheckedStore(client, database);
  }

  /** Not refused: who tries Linli on a server of his own connects as whoever he is. */
  private static void warnOfRights(MongoDatabase database) {
    List<String> excess = ServiceRole.excess(database);
    if (!excess.isEmpty()) {
      LOG.warn(
          "the database's user has more rights on the journal than insert and find ({}): give the"
              + " service one with the role \"{}\" that its migration makes"
              + " (docs/operations.md)",
          String.join(", ", excess),
          ServiceRole.NAME);
    }
  }
}
