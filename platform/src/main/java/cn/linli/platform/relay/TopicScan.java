package cn.linli.platform.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.UndecodableEvent;
import cn.linli.platform.relay.AuditVerdict.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One reading of the topic up to its {@code read_committed} end. */
final class TopicScan {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

  private final RelaySettings settings;
  private final StreamMarks marks;
  private final AuditVerdict.Builder verdict;
  private final boolean withNumbers;
  private final long[] numbers;

  /**
   * @param withNumbers whether to check what concerns partitions and not streams: once an audit
   */
  TopicScan(
      RelaySettings settings,
      StreamMarks marks,
      AuditVerdict.Builder verdict,
      boolean withNumbers) {
    this.settings = settings;
    this.marks = marks;
    this.verdict = verdict;
    this.withNumbers = withNumbers;
    this.numbers = new long[settings.partitions()];
  }

  void run() {
    List<TopicPartition> partitions =
        IntStream.range(0, settings.partitions())
            .mapToObj(p -> new TopicPartition(settings.topic(), p))
            .toList();
    try (var consumer = KafkaClients.committedReader(settings.brokers())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long heardNanos = System.nanoTime();
      while (isBehind(consumer, ends)) {
        var polled = consumer.poll(POLL);
        polled.forEach(entry -> look(entry, ends));
        if (!polled.isEmpty()) {
          heardNanos = System.nanoTime();
        } else if (System.nanoTime() - heardNanos > SILENCE_MAX.toNanos()) {
          throw new IllegalStateException("the broker gave nothing for " + SILENCE_MAX);
        }
      }
    }
  }

  private void look(
      ConsumerRecord<byte[], byte @Nullable []> entry, Map<TopicPartition, Long> ends) {
    var partition = new TopicPartition(entry.topic(), entry.partition());
    if (entry.offset() >= ends.get(partition)) {
      return; // came after the audit began: the journal's scan need not know it
    }
    try {
      look(entry);
    } catch (UndecodableEvent e) {
      verdict.fault(Kind.MALFORMED, partition + "@" + entry.offset(), e.getMessage());
    }
  }

  private void look(ConsumerRecord<byte[], byte @Nullable []> entry) {
    var headers = KafkaHeaders.of(entry);
    String type = CloudEventHeaders.text(CloudEventHeaders.TYPE, headers, "unknown");
    String stream = CloudEventHeaders.text(CloudEventHeaders.SUBJECT, headers, type);
    long sequence = CloudEventHeaders.sequence(headers);
    byte[] value = entry.value();
    if (withNumbers) {
      number(entry, CloudEventHeaders.n(headers));
    }
    if (!marks.concerns(stream)) {
      return;
    }
    String id = CloudEventHeaders.text(CloudEventHeaders.ID, headers, type);
    if (value == null
        || entry.key() == null
        || !stream.equals(new String(entry.key(), UTF_8))
        || !id.equals(stream + ":" + sequence)) {
      verdict.fault(Kind.MALFORMED, stream, "key, subject and id of %s differ".formatted(id));
      return;
    }
    marks.onTopic(stream, sequence, type, value);
  }

  private void number(ConsumerRecord<byte[], byte @Nullable []> entry, long n) {
    int partition = entry.partition();
    if (n != numbers[partition] + 1) {
      verdict.fault(
          Kind.NUMBER_NOT_DENSE,
          settings.topic() + "-" + partition,
          "%d after %d at offset %d".formatted(n, numbers[partition], entry.offset()));
    }
    numbers[partition] = n;
    if (entry.key() != null && RelaySettings.partition(entry.key(), numbers.length) != partition) {
      verdict.fault(
          Kind.WRONG_PARTITION, settings.topic() + "-" + partition, "offset " + entry.offset());
    }
  }

  private static boolean isBehind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
  }
}
