package cn.linli.platform.reaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.UndecodableEvent;
import cn.linli.platform.relay.TopicSetup;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts what can't be decoded into {@code <topic>.dlq}, as it was and with the reason, and returns
 * only when the broker has it. The one thing that may be passed over; never for want of patience.
 */
public final class DeadLetters implements AutoCloseable {

  public static final String SUFFIX = ".dlq";
  public static final String REASON = "linli-reason";
  public static final String GROUP = "linli-group";
  public static final String TOPIC = "linli-topic";
  public static final String PARTITION = "linli-partition";
  public static final String OFFSET = "linli-offset";

  private static final int DELIVERY_TIMEOUT_MILLIS = 8_000;
  private static final int REQUEST_TIMEOUT_MILLIS = 4_000;

  private final String brokers;
  private final short replicas;
  private final Set<String> made = ConcurrentHashMap.newKeySet();
  private final Producer<byte[], byte[]> producer;

  public DeadLetters(String brokers, short replicas) {
    this.brokers = brokers;
    this.replicas = replicas;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void put(Delivered record, String group, UndecodableEvent why) {
    String topic = record.topic() + SUFFIX;
    makeOnce(topic);
    var letter = new ProducerRecord<>(topic, record.key(), record.value());
    record.headers().forEach(letter.headers()::add);
    letter.headers().add(REASON, String.valueOf(why.getMessage()).getBytes(UTF_8));
    letter.headers().add(GROUP, group.getBytes(UTF_8));
    letter.headers().add(TOPIC, record.topic().getBytes(UTF_8));
    letter.headers().add(PARTITION, Integer.toString(record.partition()).getBytes(UTF_8));
    letter.headers().add(OFFSET, Long.toString(record.offset()).getBytes(UTF_8));
    try {
      producer.send(letter).get();
    } catch (ExecutionException e) {
      throw new ReactionPending("no dead letter for " + record.place(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReactionPending("no dead letter for " + record.place(), e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private void makeOnce(String topic) {
    if (made.contains(topic)) {
      return;
    }
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
      new TopicSetup(admin, replicas).deadLetters(topic);
    }
    made.add(topic);
  }
}
