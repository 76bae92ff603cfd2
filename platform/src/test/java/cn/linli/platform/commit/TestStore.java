package cn.linli.platform.commit;

import cn.linli.local.LocalMongo;
import cn.linli.local.LocalServers;
import cn.linli.platform.journal.History;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.journal.ServiceRole;
import cn.linli.platform.journal.StateAudit;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A migrated database of its own on the shared test server, and committers that work on it. */
public final class TestStore implements AutoCloseable {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final MongoClient client;
  private final MongoDatabase database;
  private final List<Committer> committers = new ArrayList<>();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  public TestStore() {
    this(LocalServers.mongo().client(), LocalServers.freshDatabase("commit"));
  }

  public TestStore(MongoClient client, MongoDatabase database) {
    this(client, database, schema());
  }

  private TestStore(MongoClient client, MongoDatabase database, @Nullable Schema toMigrate) {
    if (toMigrate != null) {
      toMigrate.migrate(database);
    }
    this.client = client;
    this.database = database;
  }

  /** As a service sees it: migrated by an administrator, used with the least rights. */
  public static TestStore withLeastRights(LocalMongo server, String service) {
    MongoDatabase database = server.client().getDatabase(service);
    schema().migrate(database);
    ServiceRole.update(database);
    server.user(service, ServiceRole.NAME);
    MongoClient client = MongoClients.create(server.uri(service));
    return new TestStore(client, client.getDatabase(service), null);
  }

  public static Schema schema() {
    return new Schema(
        List.of(
            new Schema.Part(
                StateStore.COLLECTION,
                List.of(
                    Schema.Index.on(new Document("rung", 1).append("_id", 1)),
                    Schema.Index.on(
                        new Document("street", 1).append("rung", 1).append("_id", 1))))));
  }

  public static Kinds kinds(int schema) {
    return kinds(new AccountKind("account", schema), new AccountKind("x:name", schema));
  }

  public static Kinds kinds(AccountKind... kinds) {
    return new Kinds(
        List.of(kinds), code -> List.of(code.substring(0, Math.min(4, code.length())), code), ZONE);
  }

  public MongoDatabase database() {
    return database;
  }

  public MongoClient client() {
    return client;
  }

  public SimpleMeterRegistry registry() {
    return registry;
  }

  public Committer committer() {
    return committer(kinds(1));
  }

  public Committer committer(Kinds kinds) {
    return committer(kinds, CommitterLimits.STANDARD, Clock.systemUTC());
  }

  public Committer committer(Kinds kinds, CommitterLimits limits, InstantSource clock) {
    var committer =
        new Committer(
            new Committer.Store(client, database, kinds), limits, clock, Admission.OPEN, registry);
    committers.add(committer);
    return committer;
  }

  /** A committer whose batches leave notes. */
  public Committer committer(Kinds kinds, BatchNotes notes) {
    var committer =
        new Committer(
            new Committer.Store(client, database, kinds, List.of(notes)),
            CommitterLimits.STANDARD,
            Clock.systemUTC(),
            Admission.OPEN,
            registry);
    committers.add(committer);
    return committer;
  }

  /** A committer that talks to the server through this client. */
  public Committer committer(MongoClient through) {
    var committer =
        new Committer(
            new Committer.Store(through, through.getDatabase(database.getName()), kinds(1)),
            CommitterLimits.STANDARD,
            Clock.systemUTC(),
            Admission.OPEN,
            registry);
    committers.add(committer);
    return committer;
  }

  /** A client that does something once, just after its first such command on a collection. */
  public MongoClient clientThatCalls(String command, String collection, Runnable once) {
    var called = new AtomicBoolean();
    var reads = ConcurrentHashMap.<Integer>newKeySet();
    var listener =
        new CommandListener() {
          @Override
          public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals(command)
                && event.getCommand().getString(command).getValue().equals(collection)) {
              reads.add(event.getRequestId());
            }
          }

          @Override
          public void commandSucceeded(CommandSucceededEvent event) {
            if (reads.contains(event.getRequestId()) && called.compareAndSet(false, true)) {
              once.run();
            }
          }
        };
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(LocalServers.mongo().adminUri()))
            .addCommandListener(listener)
            .build());
  }

  public History history() {
    return new History(database, kinds(1));
  }

  public StateAudit.Report audit() {
    return new StateAudit(database, kinds(1)).run();
  }

  public Document state(StreamId stream) {
    return database
        .getCollection(StateStore.COLLECTION)
        .find(new Document("_id", stream.toString()))
        .first();
  }

  public List<JournalEntry> journal(StreamId stream) {
    return history().entries(stream, 0, History.PAGE_MAX);
  }

  public static Outcome get(CompletableFuture<Outcome> answer) {
    try {
      return answer.get(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw new AssertionError("no answer", e);
    }
  }

  public static Outcome.Done done(CompletableFuture<Outcome> answer) {
    Outcome outcome = get(answer);
    if (outcome instanceof Outcome.Done done) {
      return done;
    }
    throw new AssertionError("not done: " + outcome);
  }

  public static Instant instant(String text) {
    return Instant.parse(text);
  }

  @Override
  public void close() {
    committers.forEach(Committer::close);
  }
}
