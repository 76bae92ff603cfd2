package cn.linli.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.local.LocalServers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of another service, on which a test says what that service would. */
public final class Bus implements AutoCloseable {

  /** The thread that all that is said here belongs to. */
  public static final String THREAD = "one-thread";

  private static final int PARTITIONS = 2;
  private static final List<String> PLACES = List.of("37", "3706", "370602");

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", LocalServers.brokers()),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  /**
   * @param like the topic a service reads otherwise; this one has a name of its own
   */
  public Bus(String like) {
    topic = LocalServers.kafka().freshTopic(like, PARTITIONS);
  }

  public String topic() {
    return topic;
  }

  /** Comes back when the broker has it. */
  public <E extends Event> void publish(
      EventCodec<E> codec, String stream, long sequence, E event) {
    Instant now = Instant.now();
    var stamp = new Stamp(LocalDate.now(), now, PLACES);
    var entry =
        new ProducerRecord<>(
            topic, stream.getBytes(UTF_8), codec.encode(event, stamp).getBytes(UTF_8));
    CloudEventHeaders.write(
        new CloudEventHeaders.Envelope(
            stream,
            sequence,
            codec.type(event),
            now,
            "clerk@37#a",
            THREAD,
            "cause",
            PLACES.getLast()),
        sequence,
        entry.headers()::add);
    producer.send(entry);
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
