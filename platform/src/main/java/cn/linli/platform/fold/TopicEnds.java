package cn.linli.platform.fold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The topics a view folds: which they are, where they begin, and how they are read. */
final class TopicEnds implements AutoCloseable {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  private final FolderSettings settings;
  private @Nullable Admin admin;

  TopicEnds(FolderSettings settings) {
    this.settings = settings;
  }

  List<TopicPartition> partitions() {
    var partitions = new ArrayList<TopicPartition>();
    descriptions()
        .forEach((topic, description) ->
            description
                .partitions()
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
    return partitions;
  }

  /** Where a new generation begins: before the first record of every partition. */
  Collection<Position> starts() {
    var descriptions = descriptions();
    try (var consumer = consumer("fold-start")) {
      var offsets = consumer.beginningOffsets(partitions(), ANSWER_MAX);
      var starts = new ArrayList<Position>();
      offsets.forEach((partition, offset) ->
          starts.add(
              new Position(partition, descriptions.get(partition.topic()).topicId(), 0, offset)));
      return starts;
    }
  }

  /**
   * @throws FoldingStopped if a topic is another one than the positions belong to
   */
  void require(Collection<Position> positions) {
    var descriptions = descriptions();
    for (var position : positions) {
      var found = descriptions.get(position.partition().topic()).topicId();
      if (!found.equals(position.topicId())) {
        throw new FoldingStopped(
            "topic %s is %s, the positions belong to %s"
                .formatted(position.partition().topic(), found, position.topicId()));
      }
    }
  }

  Consumer<String, byte[]> consumer(String clientId) {
    Map<String, Object> properties = new HashMap<>(settings.kafka());
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 << 10);
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private synchronized Map<String, TopicDescription> descriptions() {
    if (admin == null) {
      admin = Admin.create(settings.kafka());
    }
    try {
      return admin
          .describeTopics(settings.topics())
          .allTopicNames()
          .get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("topics " + settings.topics() + " can't be described", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
    }
  }
}
