package cn.linli.platform.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import cn.linli.local.LocalKafka;
import cn.linli.local.LocalMongo;
import cn.linli.local.LocalServers;
import cn.linli.platform.lease.Held;
import cn.linli.platform.lease.Lease;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/** A journal, a topic, relays between them, and a reader that tells what a consumer would see. */
final class RelayWorld implements AutoCloseable {

  static final int PARTITIONS = 4;
  static final Duration BEAT = Duration.ofMillis(300);
  static final String TYPE = "cn.linli.petition.Thanked.v1";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** What a {@code read_committed} consumer sees. */
  record Seen(int partition, long offset, String stream, long sequence, long n, String json) {}

  final MongoClient client;
  final MongoDatabase database;
  final RelaySettings settings;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Map<String, Integer> lastK = new HashMap<>();
  final Map<String, Long> lastSequence = new HashMap<>();
  private String padding = "";
  private final List<AutoCloseable> closing = new ArrayList<>();

  RelayWorld(MongoClient client, MongoDatabase database, RelaySettings settings) {
    this.client = client;
    this.database = database;
    this.settings = settings;
    database.createCollection(JournalStream.JOURNAL);
  }

  static RelayWorld fresh() {
    return at(LocalServers.mongo(), LocalServers.kafka());
  }

  static RelayWorld at(LocalMongo mongo, LocalKafka kafka) {
    return new RelayWorld(
        mongo.client(), mongo.freshDatabase("relay"), settings(kafka.brokers(), PARTITIONS));
  }

  static RelaySettings settings(String brokers, int partitions) {
    return new RelaySettings(
        brokers,
        "linli.test" + NUMBER.incrementAndGet(),
        partitions,
        (short) 1,
        "owner",
        BEAT,
        Duration.ofHours(4),
        Duration.ofHours(1));
  }

  Relay relay() {
    var registry = closing.isEmpty() ? meters : new SimpleMeterRegistry();
    var relay = new Relay(client, database, settings, registry, InstantSource.system()).start();
    closing.add(relay);
    return relay;
  }

  RelayGate gate() {
    var gate = new RelayGate(database, settings, InstantSource.system()).start();
    closing.add(gate);
    return gate;
  }

  RelayTerm term(RelayStatus status, RelaySteps steps) {
    return new RelayTerm(
        database,
        settings,
        new OplogWindow(client, settings.oplogKept()),
        status,
        new RelayMetrics(
            new SimpleMeterRegistry(), settings.topic(), status, InstantSource.system()),
        InstantSource.system(),
        steps);
  }

  /** A lease nobody renews: after its ttl the next owner gets it, as if this one were paused. */
  Held lease(String owner, Duration ttl) throws InterruptedException {
    var lease = new Lease(database, "relay-test", owner, ttl);
    while (true) {
      var held = lease.tryAcquire();
      if (held.isPresent()) {
        return held.get();
      }
      Thread.sleep(50);
    }
  }

  /** One commit on one stream, outside of any transaction. */
  void commit(String stream, int events) {
    journal().insertOne(document(stream, events));
  }

  /** Commits on several streams in one transaction of the database. */
  void commitTogether(List<String> streams, int eventsEach) {
    List<Document> documents = streams.stream().map(s -> document(s, eventsEach)).toList();
    var options =
        TransactionOptions.builder()
            .readConcern(ReadConcern.MAJORITY)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();
    try (ClientSession session = client.startSession()) {
      session.withTransaction(() -> journal().insertMany(session, documents), options);
    }
  }

  Document document(String stream, int events) {
    int k = lastK.merge(stream, 1, Integer::sum);
    long first = lastSequence.getOrDefault(stream, 0L) + 1;
    lastSequence.put(stream, first + events - 1);
    List<Document> entries = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      entries.add(new Document("t", TYPE).append("d", json(stream, first + i)));
    }
    return new Document("_id", "%s:%010d".formatted(stream, k))
        .append("s", stream)
        .append("k", (long) k)
        .append("n0", first)
        .append("e", entries)
        .append("c", stream + "-" + k)
        .append("h", "h")
        .append("r", new Document("status", 200).append("s", stream))
        .append("by", "clerk@370602#a")
        .append("at", Date.from(Instant.now()))
        .append("cor", "thread-" + stream)
        .append("cau", stream + "-" + k);
  }

  RelayWorld withPadding(int characters) {
    padding = "x".repeat(characters);
    return this;
  }

  String json(String stream, long sequence) {
    return "{\"s\":\"%s\",\"q\":%d,\"p\":\"%s\",\"path\":[\"37\",\"3706\",\"370602\"]}"
        .formatted(stream, sequence, padding);
  }

  MongoCollection<Document> journal() {
    return database
        .getCollection(JournalStream.JOURNAL)
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  long committedEvents() {
    return lastSequence.values().stream().mapToLong(Long::longValue).sum();
  }

  List<Seen> seen() {
    return seen(settings.topic());
  }

  /** All of the topic up to its {@code read_committed} end; nothing if it does not exist. */
  List<Seen> seen(String topic) {
    List<Seen> seen = new ArrayList<>();
    try (var consumer = KafkaClients.committedReader(settings.brokers())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(r -> seen.add(seen(r)));
      }
    }
    return seen;
  }

  Admin admin() {
    return KafkaClients.admin(settings.brokers());
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : closing.reversed()) {
      each.close();
    }
  }

  private static Seen seen(ConsumerRecord<byte[], byte[]> entry) {
    var headers = KafkaHeaders.of(entry);
    return new Seen(
        entry.partition(),
        entry.offset(),
        new String(entry.key(), UTF_8),
        CloudEventHeaders.sequence(headers),
        CloudEventHeaders.n(headers),
        new String(entry.value(), UTF_8));
  }
}
