package cn.linli.platform.relay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Finds the last committed position. To be read only after older owners have been fenced. */
final class PositionTopic {

  /**
   * Offsets read at first. The last one before the end holds a control record, and aborted
   * transactions leave holes, so the last position can't be computed; it is found by reading.
   */
  private static final long LOOK_BACK_OFFSETS = 1_000;

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration READ_MAX = Duration.ofSeconds(30);

  private PositionTopic() {}

  static Optional<Position> last(String brokers, String topic) {
    var partition = new TopicPartition(topic, 0);
    var partitions = List.of(partition);
    try (var consumer = KafkaClients.committedReader(brokers)) {
      consumer.assign(partitions);
      long end = consumer.endOffsets(partitions).get(partition);
      long start = consumer.beginningOffsets(partitions).get(partition);
      for (long back = LOOK_BACK_OFFSETS; ; back *= 2) {
        long from = Math.max(start, end - back);
        consumer.seek(partition, from);
        Position last = lastUpTo(end, consumer, partition);
        if (last != null || from == start) {
          return Optional.ofNullable(last);
        }
      }
    }
  }

  private static @Nullable Position lastUpTo(
      long end,
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
      TopicPartition partition) {
    byte[] last = null;
    long deadlineNanos = System.nanoTime() + READ_MAX.toNanos();
    while (consumer.position(partition) < end) {
      for (var entry : consumer.poll(POLL)) {
        last = entry.value();
      }
      if (System.nanoTime() > deadlineNanos) {
        throw new TimeoutException("no end of " + partition + " within " + READ_MAX);
      }
    }
    return last == null ? null : Position.decode(last);
  }
}
