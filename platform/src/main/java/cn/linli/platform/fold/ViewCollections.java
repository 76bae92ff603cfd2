package cn.linli.platform.fold;

import cn.linli.platform.lease.Lease;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The collections of a view's database. All reads go by {@code _id}: no other index is needed. */
public final class ViewCollections {

  public static final String CELLS = "cells";
  public static final String POSITIONS = "positions";
  public static final String GENERATIONS = "generations";
  public static final String POISON = "poison";

  private static final int NAMESPACE_EXISTS = 48;

  private ViewCollections() {}

  /** Makes what is missing: a collection first written inside a transaction costs a conflict. */
  public static void prepare(MongoDatabase database) {
    Set<String> present = database.listCollectionNames().into(new HashSet<>());
    for (var name : List.of(CELLS, POSITIONS, GENERATIONS, POISON, Lease.COLLECTION)) {
      if (!present.contains(name)) {
        create(database, name);
      }
    }
  }

  private static void create(MongoDatabase database, String name) {
    try {
      database.createCollection(name);
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != NAMESPACE_EXISTS) {
        throw e;
      }
    }
  }
}
