package cn.linli.platform.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.local.LocalServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic that is written as the relay writes: in transactions, each record numbered. */
final class TestTopic implements AutoCloseable {

  static final int PARTITIONS = 2;

  final String name;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<Integer, Long> numbers = new HashMap<>();

  TestTopic() {
    name = LocalServers.kafka().freshTopic("things", PARTITIONS);
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                LocalServers.brokers(),
                "transactional.id",
                "things-" + UUID.randomUUID(),
                "linger.ms",
                5),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  FolderSettings settings() {
    return FolderSettings.of(Map.of("bootstrap.servers", LocalServers.brokers()), List.of(name));
  }

  /** One transaction; record i goes to partition i mod 2. */
  void send(List<byte[]> values) {
    producer.beginTransaction();
    for (int i = 0; i < values.size(); i++) {
      int partition = i % PARTITIONS;
      send(partition, numbers.merge(partition, 1L, Long::sum), values.get(i));
    }
    producer.commitTransaction();
  }

  /** Leaves a number out, as no relay may. */
  void skip(int partition) {
    numbers.merge(partition, 1L, Long::sum);
  }

  private void send(int partition, long n, byte[] value) {
    var record = new ProducerRecord<>(name, partition, "thing:" + partition + "-" + n, value);
    record
        .headers()
        .add("n", Long.toString(n).getBytes(UTF_8))
        .add("ce_id", ("thing:" + partition + "-" + n + ":1").getBytes(UTF_8))
        .add("ce_type", "cn.linli.things.Made.v1".getBytes(UTF_8));
    producer.send(record);
  }

  @Override
  public void close() {
    producer.close();
  }
}
