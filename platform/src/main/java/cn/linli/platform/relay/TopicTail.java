package cn.linli.platform.relay;

import cn.linli.events.CloudEventHeaders;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * What stands on the topic after the position: aborted records and ends of transactions, never a
 * committed one, for events and position are committed together. If there is one nevertheless, the
 * broker has committed what it had told us was not, and to publish it again would double it.
 */
final class TopicTail {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration READ_MAX = Duration.ofSeconds(30);

  private TopicTail() {}

  /**
   * To be called while nobody writes and no transaction is open.
   *
   * @param ends of the logs
   */
  static void nothingCommittedBeyond(
      Position position, List<Long> ends, String brokers, String topic) {
    List<TopicPartition> longer =
        IntStream.range(0, ends.size())
            .filter(p -> position.ends().get(p) < ends.get(p))
            .mapToObj(p -> new TopicPartition(topic, p))
            .toList();
    if (longer.isEmpty()) {
      return;
    }
    try (var consumer = KafkaClients.committedReader(brokers)) {
      consumer.assign(longer);
      longer.forEach(p -> consumer.seek(p, position.ends().get(p.partition())));
      long deadlineNanos = System.nanoTime() + READ_MAX.toNanos();
      while (isBehind(consumer, longer, ends)) {
        for (var entry : consumer.poll(POLL)) {
          throw new RelayStopped(
              new RelayAlarm.CommittedBeyond(
                  topic,
                  entry.partition(),
                  position.n().get(entry.partition()),
                  CloudEventHeaders.n(KafkaHeaders.of(entry)),
                  entry.offset()));
        }
        if (System.nanoTime() > deadlineNanos) {
          throw new TimeoutException("no end of " + topic + " within " + READ_MAX);
        }
      }
    }
  }

  private static boolean isBehind(
      Consumer<?, ?> consumer, List<TopicPartition> partitions, List<Long> ends) {
    return partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p.partition()));
  }
}
