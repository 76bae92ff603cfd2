package cn.linli.gateway.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.EventCodec;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.gateway.views.figures.Life;
import cn.linli.local.LocalServers;
import cn.linli.platform.fold.FolderSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of requests' lives, written as the relay writes: one transaction, records numbered. */
public final class PetitionTopic implements AutoCloseable {

  private static final int PARTITIONS = 4;

  private final String name;
  private final KafkaProducer<String, byte[]> producer;
  private final EventCodec<PetitionEvent> codec = EventCodec.of(PetitionEvent.class);
  private final Map<Integer, Long> numbers = new HashMap<>();
  private int streams;

  public PetitionTopic() {
    this("petition-" + UUID.randomUUID());
    LocalServers.kafka().createTopic(name, PARTITIONS, Map.of("retention.ms", "-1"));
  }

  public PetitionTopic(String name) {
    this.name = name;
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                LocalServers.brokers(),
                "transactional.id",
                "petition-" + UUID.randomUUID(),
                "linger.ms",
                5),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  public FolderSettings settings() {
    return FolderSettings.of(Map.of("bootstrap.servers", LocalServers.brokers()), List.of(name));
  }

  public long size() {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  /** All events of these lives, in one transaction. */
  public void send(List<Life> lives) {
    producer.beginTransaction();
    for (var life : lives) {
      String stream = "petition:" + ++streams;
      int sequence = 0;
      for (var stamped : life.events()) {
        send(stream, ++sequence, stamped);
      }
    }
    producer.commitTransaction();
  }

  public void send(Life... lives) {
    send(List.of(lives));
  }

  private void send(String stream, int sequence, Life.Stamped stamped) {
    int partition = Math.floorMod(stream.hashCode(), PARTITIONS);
    String type = codec.type(stamped.event());
    var record =
        new ProducerRecord<>(
            name,
            partition,
            stream,
            codec.encode(stamped.event(), stamped.stamp()).getBytes(UTF_8));
    var envelope =
        new CloudEventHeaders.Envelope(
            stream,
            sequence,
            type,
            stamped.stamp().recordedAt(),
            "system@3706#test",
            "correlation",
            "causation",
            stamped.stamp().path().getLast());
    CloudEventHeaders.write(
        envelope, numbers.merge(partition, 1L, Long::sum), record.headers()::add);
    producer.send(record);
  }

  @Override
  public void close() {
    producer.close();
  }
}
