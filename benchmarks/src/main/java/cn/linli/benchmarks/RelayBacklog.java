package cn.linli.benchmarks;

import cn.linli.local.LocalKafka;
import cn.linli.local.LocalMongo;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.relay.Relay;
import cn.linli.platform.relay.RelaySettings;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/**
 * How fast a relay that was away catches up ÷ a bare idempotent producer sending the same values.
 */
final class RelayBacklog {

  private static final int EVENTS = 400_000;
  private static final int PARTITIONS = 4;
  private static final int INSERT_BATCH = 1_000;
  private static final Duration RELAY_MAX = Duration.ofMinutes(5);

  private RelayBacklog() {}

  static void run(Report report) {
    report.title(
        "Relay backlog",
        "%,d commits of one event each wait in the journal while no relay runs; then one starts. Change stream → Kafka transactions with the"
                .formatted(EVENTS)
            + " position in them, `acks=all`. The bare producer sends the same values without a transaction.");
    report.line("| what | events per s |\n|---|---|");
    try (var mongo = LocalMongo.temporary();
        var kafka = LocalKafka.temporary()) {
      MongoDatabase database = mongo.freshDatabase("backlog");
      new Schema(List.of()).migrate(database);
      String topic = "bench.backlog";
      var settings = RelaySettings.of(kafka.brokers(), topic, PARTITIONS, "bench");
      try (var first = relay(mongo, database, settings)) {
        await(() ->
            first.status().published().isPresent()
                || first.status().phase().name().equals("FOLLOWING"));
      }
      fill(database);
      double relayed = relayed(mongo, kafka, database, settings);
      double raw = raw(kafka);
      report.line(String.format(Locale.ROOT, "| bare producer | %,.0f |", raw));
      report.line(String.format(Locale.ROOT, "| relay | %,.0f |", relayed));
      report.after(
          String.format(
              Locale.ROOT,
              "Relay ÷ bare producer: %.0f %%; lost 0 (the topic's end is awaited, count for count).",
              100 * relayed / raw));
    }
  }

  private static Relay relay(LocalMongo mongo, MongoDatabase database, RelaySettings settings) {
    return new Relay(
            mongo.client(), database, settings, new SimpleMeterRegistry(), Clock.systemUTC())
        .start();
  }

  private static void fill(MongoDatabase database) {
    var mill = new EventMill();
    var journal = database.getCollection(JournalEntry.COLLECTION);
    for (int from = 0; from < EVENTS; from += INSERT_BATCH) {
      var documents = new ArrayList<Document>(INSERT_BATCH);
      for (int n = from; n < from + INSERT_BATCH; n++) {
        documents.add(mill.commit(n).toDocument());
      }
      journal.insertMany(documents);
    }
  }

  private static double relayed(
      LocalMongo mongo, LocalKafka kafka, MongoDatabase database, RelaySettings settings) {
    try (var counter = new TopicCounter(kafka.brokers(), settings.topic())) {
      long startNanos = System.nanoTime();
      try (var relay = relay(mongo, database, settings)) {
        counter.awaitCount(EVENTS, RELAY_MAX);
        return EVENTS / ((System.nanoTime() - startNanos) / 1e9);
      }
    }
  }

  private static double raw(LocalKafka kafka) {
    kafka.createTopic("bench.raw", PARTITIONS, Map.of());
    var mill = new EventMill();
    var values = new ArrayList<ProducerRecord<String, String>>(EVENTS);
    for (int n = 0; n < EVENTS; n++) {
      var commit = mill.commit(n);
      values.add(
          new ProducerRecord<>(
              "bench.raw", commit.stream().toString(), commit.events().getFirst().json()));
    }
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers",
            kafka.brokers(),
            "acks",
            "all",
            "enable.idempotence",
            true,
            "linger.ms",
            5,
            "batch.size",
            65_536);
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      long startNanos = System.nanoTime();
      values.forEach(producer::send);
      producer.flush();
      return EVENTS / ((System.nanoTime() - startNanos) / 1e9);
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    for (int tries = 0; !condition.getAsBoolean(); tries++) {
      if (tries > 600) {
        throw new IllegalStateException("the relay did not begin");
      }
      Subject.pause(Duration.ofMillis(100));
    }
  }
}
