package cn.linli.standalone;

import cn.linli.local.LocalKafka;
import cn.linli.local.LocalMongo;
import cn.linli.platform.journal.ServiceRole;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Database and broker: our own, or the ones the operator named. */
final class Servers {
  private final Settings settings;
  private final Optional<LocalMongo> mongo;
  private final Optional<LocalKafka> kafka;

  private Servers(Settings settings, Optional<LocalMongo> mongo, Optional<LocalKafka> kafka) {
    this.settings = settings;
    this.mongo = mongo;
    this.kafka = kafka;
  }

  /** Both at once: each waits for its own disk and its own threads. */
  static Servers start(Settings settings, Report report) {
    var mongo = unlessGiven(settings.mongodbUri(), () -> startMongo(settings, report));
    var kafka = unlessGiven(settings.kafkaBrokers(), () -> startKafka(settings, report));
    try {
      return new Servers(settings, mongo.join(), kafka.join());
    } catch (CompletionException e) {
      new Servers(settings, orNothing(mongo), orNothing(kafka)).stop();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static <T> CompletableFuture<Optional<T>> unlessGiven(
      Optional<String> given, Supplier<T> start) {
    return CompletableFuture.supplyAsync(
        () -> given.isPresent() ? Optional.empty() : Optional.of(start.get()), OwnThread.EACH);
  }

  private static <T> Optional<T> orNothing(CompletableFuture<Optional<T>> server) {
    return server.exceptionally(failed -> Optional.empty()).join();
  }

  private static LocalMongo startMongo(Settings settings, Report report) {
    var mongo = LocalMongo.start(settings.data().resolve("mongo"), 0, report::line);
    mongo.keepRunning(report::line);
    report.line("MongoDB   127.0.0.1:%d, process %d".formatted(mongo.port(), mongo.pid()));
    return mongo;
  }

  private static LocalKafka startKafka(Settings settings, Report report) {
    var kafka = LocalKafka.start(settings.data().resolve("kafka"), 0);
    report.line("Kafka     " + kafka.brokers());
    return kafka;
  }

  String brokers() {
    return settings.kafkaBrokers().orElseGet(() -> kafka.orElseThrow().brokers());
  }

  /**
   * Brings one service's database up to date and answers the connection of its user. On our own
   * server that user may write every collection the migration made but the journal; on another one
   * users are the operator's affair.
   */
  String mongoUri(String service, Consumer<MongoDatabase> migration) {
    if (mongo.isPresent()) {
      var database = mongo.get().client().getDatabase(service);
      migration.accept(database);
      ServiceRole.update(database);
      mongo.get().user(service, ServiceRole.NAME);
      return mongo.get().uri(service);
    }
    var uri = MongoUri.withDatabase(settings.mongodbUri().orElseThrow(), service);
    try (var client = MongoClients.create(uri)) {
      migration.accept(client.getDatabase(service));
    }
    return uri;
  }

  /** Broker first: its clients have ended, and the database is what everything else rests on. */
  void stop() {
    kafka.ifPresent(LocalKafka::close);
    mongo.ifPresent(LocalMongo::stop);
  }
}
