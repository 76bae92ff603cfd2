package cn.linli.gateway.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.local.LocalServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic written as the relay writes: each sending one transaction, records numbered. */
public final class NumberedTopic<E extends Event> implements AutoCloseable {

  public static final int PARTITIONS = 4;

  /** An event and the stamp it travels with. */
  public record Stamped<E extends Event>(E event, Stamp stamp) {}

  private final String name;
  private final String streams;
  private final EventCodec<E> codec;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<Integer, Long> numbers = new HashMap<>();
  private int sent;

  /**
   * @param streams what the names of its streams begin with
   */
  public NumberedTopic(String name, String streams, Class<E> events) {
    this.name = name;
    this.streams = streams;
    this.codec = EventCodec.of(events);
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                LocalServers.brokers(),
                "transactional.id",
                streams + "-" + UUID.randomUUID(),
                "linger.ms",
                5),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  public String name() {
    return name;
  }

  public long size() {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  /** All events of these streams, in one transaction. */
  public void send(List<List<Stamped<E>>> lives) {
    producer.beginTransaction();
    for (var life : lives) {
      String stream = streams + ":" + ++sent;
      int sequence = 0;
      for (var stamped : life) {
        send(stream, ++sequence, stamped);
      }
    }
    producer.commitTransaction();
  }

  private void send(String stream, int sequence, Stamped<E> stamped) {
    int partition = Math.floorMod(stream.hashCode(), PARTITIONS);
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
            codec.type(stamped.event()),
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
