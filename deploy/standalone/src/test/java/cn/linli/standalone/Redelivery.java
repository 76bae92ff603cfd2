package cn.linli.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** Lets a group read its topic again from the first record on. */
final class Redelivery implements AutoCloseable {

  /** A killed member is given up after its session of ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(200);

  private final Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.brokers()));
  private final String group;
  private final String topic;

  Redelivery(String group, String topic) {
    this.group = group;
    this.topic = topic;
  }

  /** While nobody of the group is there. Answers how many offsets will be read again. */
  long fromTheBeginning() throws Exception {
    Awaitility.await(group + " has no members")
        .atMost(PATIENCE)
        .until(() ->
            admin
                .describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group)
                .get()
                .members()
                .isEmpty());
    var read = committed();
    admin
        .alterConsumerGroupOffsets(
            group,
            read.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), it -> new OffsetAndMetadata(0))))
        .all()
        .get();
    assertThat(committed().values()).containsOnly(0L);
    return read.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Until all of it has been read again. */
  void awaitRead() {
    Awaitility.await(group + " has read " + topic)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(unread()).isZero());
  }

  /**
   * Looked for, not reckoned: behind the last record stand the ends of transactions and what a
   * relay's session wrote to fence the one before, and neither is ever read.
   */
  private int unread() throws Exception {
    Map<TopicPartition, Long> ends = ends();
    Map<TopicPartition, Long> read = committed();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalServers.brokers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(ends.keySet());
      ends.keySet().forEach(it -> consumer.seek(it, read.getOrDefault(it, 0L)));
      int unread = 0;
      while (unread == 0
          && ends.entrySet().stream()
              .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        unread = consumer.poll(POLL).count();
      }
      return unread;
    }
  }

  private Map<TopicPartition, Long> committed() throws Exception {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .filter(it -> it.getKey().topic().equals(topic))
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
  }

  private Map<TopicPartition, Long> ends() throws Exception {
    int partitions =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
    return admin
        .listOffsets(
            IntStream.range(0, partitions)
                .mapToObj(it -> new TopicPartition(topic, it))
                .collect(Collectors.toMap(Function.identity(), it -> OffsetSpec.latest())),
            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
  }

  @Override
  public void close() {
    admin.close();
  }
}
