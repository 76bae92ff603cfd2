package cn.linli.local;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Makes a started mongod usable: a replica set of one node that is primary, with an administrator.
 * Safe to repeat.
 */
final class MongoSetup {
  static final String ADMIN = "linli-admin";
  private static final int ALREADY_INITIALIZED = 23;
  private static final int UNAUTHORIZED = 13;
  private static final Duration PRIMARY = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 50;

  private final MongodOptions options;
  private final String adminUri;

  MongoSetup(MongodOptions options, String adminUri) {
    this.options = options;
    this.adminUri = adminUri;
  }

  void run() {
    try (var anonymous = connect("mongodb://%s:%d".formatted(Ports.LOOPBACK, options.port()))) {
      if (!hello(anonymous).containsKey("setName")) {
        initiate(anonymous);
      }
      awaitPrimary(anonymous);
      if (options.authenticated()) {
        ensureAdministrator(anonymous);
      }
    }
  }

  private void initiate(MongoClient anonymous) {
    var config =
        new Document("_id", MongodOptions.REPLICA_SET).append("members", List.of(member()));
    try {
      admin(anonymous, new Document("replSetInitiate", config));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != ALREADY_INITIALIZED && e.getErrorCode() != UNAUTHORIZED) {
        throw e;
      }
      moveToOurPort();
    }
  }

  /** The set was made while the server had another port, so it does not know itself any more. */
  private void moveToOurPort() {
    try (var administrator = connect(options.authenticated() ? adminUri : anonymousUri())) {
      var config =
          admin(administrator, new Document("replSetGetConfig", 1)).get("config", Document.class);
      config.put("members", List.of(member()));
      config.put("version", config.getInteger("version") + 1);
      admin(administrator, new Document("replSetReconfig", config).append("force", true));
    }
  }

  private String anonymousUri() {
    return "mongodb://%s:%d".formatted(Ports.LOOPBACK, options.port());
  }

  private Document member() {
    return new Document("_id", 0).append("host", Ports.LOOPBACK + ":" + options.port());
  }

  private static void awaitPrimary(MongoClient anonymous) {
    var giveUp = System.nanoTime() + PRIMARY.toNanos();
    while (!hello(anonymous).getBoolean("isWritablePrimary", false)) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException(
            "mongod did not become primary in " + PRIMARY.toSeconds() + " s");
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  /** The first user is made through the localhost exception, which closes with it. */
  private void ensureAdministrator(MongoClient anonymous) {
    try (var administrator = connect(adminUri)) {
      admin(administrator, new Document("connectionStatus", 1));
    } catch (MongoSecurityException e) {
      var user = new ConnectionString(adminUri).getCredential();
      admin(
          anonymous,
          new Document("createUser", ADMIN)
              .append("pwd", new String(java.util.Objects.requireNonNull(user).getPassword()))
              .append("roles", List.of("root")));
    }
  }

  private static Document hello(MongoClient client) {
    return admin(client, new Document("hello", 1));
  }

  private static Document admin(MongoClient client, Document command) {
    return client.getDatabase("admin").runCommand(command);
  }

  /** A direct connection: works on a server that is no primary yet. */
  static MongoClient connect(String uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .applyToClusterSettings(cluster ->
                cluster
                    .mode(com.mongodb.connection.ClusterConnectionMode.SINGLE)
                    .requiredReplicaSetName(null)
                    .serverSelectionTimeout(30, TimeUnit.SECONDS))
            .build());
  }
}
