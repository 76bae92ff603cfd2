package cn.linli.platform.journal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** What the design stands on: transactions and change streams, so a replica set of 6.0 or later. */
public final class ServerCheck {

  /** {@code maxWireVersion} of MongoDB 6.0. */
  private static final int WIRE_VERSION_MIN = 17;

  private ServerCheck() {}

  /**
   * Asks the server what it is.
   *
   * @throws StoreNotReady with the reason
   */
  public static void require(MongoClient client) {
    MongoDatabase admin = client.getDatabase("admin");
    verify(admin.runCommand(new Document("hello", 1)));
  }

  static void verify(Document hello) {
    if ("isdbgrid".equals(hello.getString("msg"))) {
      throw new StoreNotReady(
          "MongoDB is a sharded cluster; collections are not sharded in this version: point"
              + " linli.mongodb.uri at a replica set.");
    }
    if (hello.getString("setName") == null) {
      throw new StoreNotReady(
          "MongoDB is no replica set, so it has neither transactions nor change streams: start it"
              + " with --replSet and initiate it (one node is enough).");
    }
    if (hello.getInteger("maxWireVersion", 0) < WIRE_VERSION_MIN) {
      throw new StoreNotReady("MongoDB is older than 6.0: upgrade the server.");
    }
  }
}
