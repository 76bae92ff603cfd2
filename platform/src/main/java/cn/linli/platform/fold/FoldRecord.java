package cn.linli.platform.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.UndecodableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One record of a topic, its value not yet read.
 *
 * @param n its dense number in the partition
 * @param type event type; empty if the header is missing, as the other texts are
 * @param division the finest division it counts for
 * @param time when it was committed, RFC 3339
 */
public record FoldRecord(
    String topic,
    int partition,
    long offset,
    long n,
    String type,
    String id,
    String division,
    String time,
    byte[] value) {

  private static final byte[] NOTHING = {};

  static FoldRecord of(ConsumerRecord<String, byte[]> record) {
    Headers headers = record.headers();
    byte[] value = record.value();
    return new FoldRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        number(record),
        text(headers, CloudEventHeaders.TYPE),
        text(headers, CloudEventHeaders.ID),
        text(headers, CloudEventHeaders.DIVISION),
        text(headers, CloudEventHeaders.TIME),
        value == null ? NOTHING : value);
  }

  private static long number(ConsumerRecord<String, byte[]> record) {
    try {
      return CloudEventHeaders.n(name -> last(record.headers(), name));
    } catch (UndecodableEvent e) {
      throw new FoldingStopped(
          "%s-%d@%d: %s"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()));
    }
  }

  private static String text(Headers headers, String name) {
    byte[] bytes = last(headers, name);
    return bytes == null ? "" : new String(bytes, UTF_8);
  }

  private static byte @Nullable [] last(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? null : header.value();
  }
}
