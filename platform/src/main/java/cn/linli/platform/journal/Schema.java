package cn.linli.platform.journal;

import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.lease.Lease;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Collections and indexes of a service, declared in code. {@link #migrate} makes them, as a step of
 * its own before instances start: building an index while commands run aborts their transactions.
 * {@link #check} is what a starting instance does.
 */
public final class Schema {

  private static final int NAMESPACE_EXISTS = 48;

  /**
   * An index.
   *
   * @param keys as MongoDB writes them: {@code {street: 1, received: -1}}
   * @param partial documents that have it, as a filter; empty: all
   */
  public record Index(Document keys, boolean unique, Document partial) {

    public static Index on(Document keys) {
      return new Index(keys, false, new Document());
    }

    public static Index unique(Document keys) {
      return new Index(keys, true, new Document());
    }

    /** Only of documents that have the field. */
    public static Index where(String field, Document keys) {
      return new Index(keys, false, new Document(field, new Document("$exists", true)));
    }

    boolean isMadeAs(Document found) {
      return keys.toJson().equals(whole(found.get("key", Document.class)).toJson())
          && unique == found.getBoolean("unique", false)
          && partial.equals(found.get("partialFilterExpression", new Document()));
    }

    /** An index made by a shell has doubles as directions, ours has integers. */
    private static Document whole(Document keys) {
      var plain = new Document();
      keys.forEach((name, direction) ->
          plain.append(name, direction instanceof Number n ? n.intValue() : direction));
      return plain;
    }
  }

  /** A collection and its indexes beside the one on {@code _id}. */
  public record Part(String collection, List<Index> indexes) {
    public Part {
      indexes = List.copyOf(indexes);
    }
  }

  /** All that a service adds to the platform's own. */
  public record Parts(List<Part> all) {
    public Parts {
      all = List.copyOf(all);
    }
  }

  private static final List<Part> CORE =
      List.of(
          new Part(
              JournalEntry.COLLECTION,
              List.of(
                  Index.unique(new Document("s", 1).append("c", 1)),
                  // Made ids grow with time, so this one grows at its end and costs little.
                  Index.on(new Document("cor", 1)))),
          new Part(StateStore.COLLECTION, List.of(Index.where("due", new Document("due", 1)))),
          new Part("vault", List.of()),
          new Part("beat", List.of()),
          new Part(Lease.COLLECTION, List.of()));

  private final List<Part> parts = new ArrayList<>(CORE);

  /**
   * @param more what a service or a part of the platform adds, also further indexes of {@code
   *     state}
   */
  public Schema(Collection<Part> more) {
    parts.addAll(more);
  }

  public Set<String> collections() {
    return parts.stream().map(Part::collection).collect(Collectors.toSet());
  }

  /** Makes what is missing. Can be repeated; never drops anything. */
  public void migrate(MongoDatabase database) {
    for (Part part : parts) {
      create(database, part.collection());
      for (Index index : part.indexes()) {
        var options = new IndexOptions().unique(index.unique());
        if (!index.partial().isEmpty()) {
          options.partialFilterExpression(index.partial());
        }
        database.getCollection(part.collection()).createIndex(index.keys(), options);
      }
    }
  }

  /** Transactions should find their collections: creating one inside takes a strong lock. */
  private static void create(MongoDatabase database, String collection) {
    try {
      database.createCollection(collection);
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != NAMESPACE_EXISTS) {
        throw e;
      }
    }
  }

  /**
   * Compares with what the database has.
   *
   * @throws StoreNotReady naming every collection and index that is missing
   */
  public void check(MongoDatabase database) {
    var missing = new ArrayList<String>();
    Set<String> present = database.listCollectionNames().into(new HashSet<>());
    for (Part part : parts) {
      if (!present.contains(part.collection())) {
        missing.add("collection " + part.collection());
        continue;
      }
      var found = database.getCollection(part.collection()).listIndexes().into(new ArrayList<>());
      for (Index index : part.indexes()) {
        if (found.stream().noneMatch(index::isMadeAs)) {
          missing.add("index " + index.keys().toJson() + " of " + part.collection());
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new StoreNotReady(
          "Database %s lacks %s: run the migration step before starting the service."
              .formatted(database.getName(), String.join(", ", missing)));
    }
  }
}
