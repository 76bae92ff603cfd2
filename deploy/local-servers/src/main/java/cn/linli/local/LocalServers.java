package cn.linli.local;

import com.mongodb.client.MongoDatabase;

/** Both servers for tests, shared by all tests of this JVM and started on first use. */
public final class LocalServers {
  private LocalServers() {}

  public static LocalMongo mongo() {
    return LocalMongo.forTests();
  }

  public static LocalKafka kafka() {
    return LocalKafka.forTests();
  }

  /** An empty database of the shared test server. */
  public static MongoDatabase freshDatabase(String name) {
    return mongo().freshDatabase(name);
  }

  /** {@code host:port} of the shared test broker. */
  public static String brokers() {
    return kafka().brokers();
  }
}
