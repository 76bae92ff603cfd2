package cn.linli.platform.journal;

import cn.linli.platform.commit.JournalEntry;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the user of a service may do in the service's own database, and no more: read all of it, add
 * to the journal, and write the other collections by name, because a right on "every collection"
 * would include the journal.
 */
public final class ServiceRole {

  /** Of the database it is made in. */
  public static final String NAME = "service";

  private static final String JOURNAL = JournalEntry.COLLECTION;
  private static final List<String> READ =
      List.of("find", "changeStream", "listCollections", "listIndexes", "collStats", "dbStats");
  private static final List<String> WRITE =
      List.of("insert", "update", "remove", "createCollection", "createIndex");

  private static final int ROLE_EXISTS = 51002;

  private ServiceRole() {}

  /**
   * Makes the role, or makes it fit the collections there are now.
   *
   * @throws MongoCommandException with code 13 where the caller may make no roles
   */
  public static void update(MongoDatabase database) {
    Document privileges =
        new Document("privileges", privileges(database)).append("roles", List.of());
    try {
      database.runCommand(command("createRole", privileges));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != ROLE_EXISTS) {
        throw e;
      }
      database.runCommand(command("updateRole", privileges));
    }
  }

  private static Document command(String verb, Document body) {
    var command = new Document(verb, NAME);
    command.putAll(body);
    return command;
  }

  private static List<Document> privileges(MongoDatabase database) {
    String name = database.getName();
    var all = new ArrayList<Document>();
    all.add(privilege(name, "", READ));
    all.add(privilege(name, JOURNAL, List.of("insert")));
    for (String collection : database.listCollectionNames().into(new TreeSet<>())) {
      if (!collection.equals(JOURNAL)) {
        all.add(privilege(name, collection, WRITE));
      }
    }
    return all;
  }

  private static Document privilege(String database, String collection, List<String> actions) {
    return new Document("resource", new Document("db", database).append("collection", collection))
        .append("actions", actions);
  }

  /**
   * What the connected user may do to the journal beyond reading it and adding to it. Empty as well
   * where the server asks nobody who he is.
   */
  public static List<String> excess(MongoDatabase database) {
    Document status =
        database.runCommand(new Document("connectionStatus", 1).append("showPrivileges", true));
    var excess = new TreeSet<String>();
    for (Document privilege :
        status
            .get("authInfo", Document.class)
            .getList("authenticatedUserPrivileges", Document.class)) {
      if (concernsJournal(database.getName(), privilege.get("resource", Document.class))) {
        excess.addAll(privilege.getList("actions", String.class));
      }
    }
    excess.retainAll(List.of("update", "remove", "dropCollection", "anyAction"));
    return List.copyOf(excess);
  }

  /** An empty name is every name. */
  private static boolean concernsJournal(String database, Document resource) {
    return resource.getBoolean("anyResource", false)
        || isOrAll(resource.getString("db"), database)
            && isOrAll(resource.getString("collection"), JOURNAL);
  }

  private static boolean isOrAll(@Nullable String said, String name) {
    return said != null && (said.isEmpty() || said.equals(name));
  }
}
