package cn.linli.benchmarks;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.EventCodec;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.gateway.views.figures.PetitionFold;
import cn.linli.local.LocalKafka;
import cn.linli.local.LocalMongo;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.fold.FolderSettings;
import cn.linli.platform.fold.Folding;
import cn.linli.platform.fold.Generations;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Folding a million events into cells ÷ a bare {@code read_committed} consumer that decodes the
 * same JSON.
 */
final class ReplayIntoViews {

  private static final int EVENTS = 1_000_000;
  private static final int PARTITIONS = 4;
  private static final String TOPIC = "bench.replay";
  private static final Duration REPLAY_MAX = Duration.ofMinutes(10);

  private ReplayIntoViews() {}

  static void run(Report report) {
    report.title(
        "Replay into views",
        "%,d events of 200,000 requests over a year and 84 places, six tiers each; cells and positions in transactions with `w:majority, j:true`."
            .formatted(EVENTS));
    report.line("| what | events per s |\n|---|---|");
    try (var mongo = LocalMongo.temporary();
        var kafka = LocalKafka.temporary()) {
      kafka.createTopic(TOPIC, PARTITIONS, Map.of());
      produce(kafka);
      bare(kafka);
      double bare = bare(kafka);
      double folded = folded(mongo, kafka);
      report.line(String.format(Locale.ROOT, "| bare consumer, decoding | %,.0f |", bare));
      report.line(String.format(Locale.ROOT, "| folded into cells | %,.0f |", folded));
      report.after(
          String.format(
              Locale.ROOT,
              "Folding ÷ bare consumer: **%.0f %%**; applied = produced, lost 0.",
              100 * folded / bare));
    }
  }

  private static void produce(LocalKafka kafka) {
    var mill = new EventMill();
    long[] sent = new long[PARTITIONS];
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers",
            kafka.brokers(),
            "acks",
            "all",
            "linger.ms",
            20,
            "batch.size",
            131_072);
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      for (int n = 0; n < EVENTS; n++) {
        JournalEntry commit = mill.commit(n);
        int partition = Math.floorMod(commit.stream().hashCode(), PARTITIONS);
        var record =
            new ProducerRecord<>(
                TOPIC,
                partition,
                commit.stream().toString(),
                commit
                    .events()
                    .getFirst()
                    .json()
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        CloudEventHeaders.write(
            new CloudEventHeaders.Envelope(
                commit.stream().toString(),
                commit.firstSequence(),
                commit.events().getFirst().type(),
                commit.at(),
                commit.by(),
                commit.correlation(),
                commit.causation(),
                EventMill.division(commit)),
            ++sent[partition],
            record.headers()::add);
        producer.send(record);
      }
    }
  }

  private static double bare(LocalKafka kafka) {
    var codec = EventCodec.of(PetitionEvent.class);
    try (var consumer = TopicCounter.consumer(kafka.brokers())) {
      var partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(it -> new org.apache.kafka.common.TopicPartition(TOPIC, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long startNanos = System.nanoTime();
      long seen = 0;
      while (seen < EVENTS) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          CloudEventHeaders.read(
              codec,
              name -> {
                var header = record.headers().lastHeader(name);
                return header == null ? null : header.value();
              },
              record.value());
          seen++;
        }
      }
      return EVENTS / ((System.nanoTime() - startNanos) / 1e9);
    }
  }

  private static double folded(LocalMongo mongo, LocalKafka kafka) {
    MongoDatabase database = mongo.freshDatabase("replay");
    var settings = FolderSettings.of(Map.of("bootstrap.servers", kafka.brokers()), List.of(TOPIC));
    var generations = new Generations(mongo.client(), database);
    long startNanos = System.nanoTime();
    try (var folding =
        new Folding(
                settings,
                new PetitionFold(ZoneId.of("Asia/Shanghai")),
                mongo.client(),
                database,
                "bench")
            .start()) {
      long endNanos = startNanos + REPLAY_MAX.toNanos();
      while (applied(generations) < EVENTS) {
        if (System.nanoTime() > endNanos) {
          throw new IllegalStateException("folded only " + applied(generations));
        }
        Subject.pause(Duration.ofMillis(50));
      }
      return EVENTS / ((System.nanoTime() - startNanos) / 1e9);
    }
  }

  private static long applied(Generations generations) {
    return generations
        .state()
        .flatMap(state -> generations.progress(state.live()))
        .map(progress -> progress.records())
        .orElse(0L);
  }
}
