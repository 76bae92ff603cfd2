package cn.linli.local;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * One user per service with the least rights on its own database: the journal can be read and added
 * to, never changed; other collections are writable by name, because a right on "every collection"
 * would include the journal.
 */
final class MongoUsers {
  private static final String JOURNAL = "journal";
  private static final String ROLE = "service";
  private static final int ALREADY_EXISTS = 51003;
  private static final int ROLE_EXISTS = 51002;

  private MongoUsers() {}

  static void grant(MongoDatabase database, String user, String password, Set<String> writable) {
    upsert(
        database,
        "Role",
        ROLE,
        new Document("privileges", privileges(database.getName(), writable))
            .append("roles", List.of()));
    upsert(database, "User", user, new Document("pwd", password).append("roles", List.of(ROLE)));
  }

  private static void upsert(MongoDatabase database, String what, String name, Document body) {
    try {
      database.runCommand(command("create" + what, name, body));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != ALREADY_EXISTS && e.getErrorCode() != ROLE_EXISTS) {
        throw e;
      }
      database.runCommand(command("update" + what, name, body));
    }
  }

  private static Document command(String verb, String name, Document body) {
    var command = new Document(verb, name);
    command.putAll(body);
    return command;
  }

  private static List<Document> privileges(String database, Set<String> writable) {
    var all = new ArrayList<Document>();
    all.add(
        privilege(
            database,
            "",
            "find",
            "changeStream",
            "listCollections",
            "listIndexes",
            "collStats",
            "dbStats"));
    all.add(privilege(database, JOURNAL, "insert"));
    writable.stream()
        .filter(collection -> !collection.equals(JOURNAL))
        .map(c ->
            privilege(database, c, "insert", "update", "remove", "createCollection", "createIndex"))
        .forEach(all::add);
    return all;
  }

  private static Document privilege(String database, String collection, String... actions) {
    return new Document("resource", new Document("db", database).append("collection", collection))
        .append("actions", List.of(actions));
  }
}
