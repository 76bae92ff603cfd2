package cn.linli.platform.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts the events of a topic that were committed on one day, by district. Reads the topic itself,
 * by headers alone; a record is never sent before it was committed, and up to {@link #LATEST}
 * after.
 */
public final class Published {

  /** Longer than a relay may fall behind before the service takes no more commands. */
  static final Duration LATEST = Duration.ofHours(2);

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  private final Map<String, Object> kafka;
  private final ZoneId zone;

  /**
   * @param kafka client properties, at least {@code bootstrap.servers}
   */
  public Published(Map<String, Object> kafka, ZoneId zone) {
    this.kafka = Map.copyOf(kafka);
    this.zone = zone;
  }

  /** District to number of events. */
  public Map<String, Long> on(LocalDate day, String topic) {
    var counts = new TreeMap<String, Long>();
    try (var consumer = consumer()) {
      var partitions =
          consumer.partitionsFor(topic, ANSWER_MAX).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      var ends = consumer.endOffsets(partitions, ANSWER_MAX);
      var start = offsets(consumer, ends, day.atStartOfDay(zone).toInstant());
      var stop =
          offsets(consumer, ends, day.plusDays(1).atStartOfDay(zone).toInstant().plus(LATEST));
      start.forEach(consumer::seek);
      while (stop.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var record : consumer.poll(POLL)) {
          var partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < stop.get(partition) && day.equals(day(record))) {
            counts.merge(
                District.of(text(record.headers(), CloudEventHeaders.DIVISION)), 1L, Long::sum);
          }
        }
      }
    }
    return counts;
  }

  private LocalDate day(ConsumerRecord<byte[], byte[]> record) {
    return LocalDate.ofInstant(Instant.parse(text(record.headers(), CloudEventHeaders.TIME)), zone);
  }

  /** The first offset sent at an instant or later; the end where there is none. */
  private static Map<TopicPartition, Long> offsets(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Instant at) {
    var times = new HashMap<TopicPartition, Long>();
    ends.keySet().forEach(partition -> times.put(partition, at.toEpochMilli()));
    var found = consumer.offsetsForTimes(times, ANSWER_MAX);
    var offsets = new HashMap<TopicPartition, Long>();
    ends.forEach((partition, end) -> {
      var first = found.get(partition);
      offsets.put(partition, first == null ? end : first.offset());
    });
    return offsets;
  }

  private static String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  private Consumer<byte[], byte[]> consumer() {
    var properties = new HashMap<>(kafka);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
