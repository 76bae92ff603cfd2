package cn.linli.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Counts committed records of a topic from its beginning. */
final class TopicCounter implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;

  TopicCounter(String brokers, String topic) {
    this.consumer = consumer(brokers);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  static KafkaConsumer<String, byte[]> consumer(String brokers) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            brokers,
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false,
            "max.poll.records",
            5_000,
            "max.partition.fetch.bytes",
            8 << 20,
            "auto.offset.reset",
            "earliest"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  void awaitCount(long count, Duration max) {
    long endNanos = System.nanoTime() + max.toNanos();
    long seen = 0;
    while (seen < count) {
      seen += consumer.poll(Duration.ofMillis(100)).count();
      if (System.nanoTime() > endNanos) {
        throw new IllegalStateException("saw %,d of %,d records".formatted(seen, count));
      }
    }
    if (seen > count) {
      throw new IllegalStateException("saw %,d records where %,d were sent".formatted(seen, count));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
