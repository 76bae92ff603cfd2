package cn.linli.platform.reaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/** One record of a batch, taken out of the parallel lists the binder delivers. */
record Delivered(
    int index,
    String topic,
    int partition,
    long offset,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Map<String, byte[]> headers) {

  static List<Delivered> of(Message<? extends List<?>> batch) {
    MessageHeaders headers = batch.getHeaders();
    List<?> values = batch.getPayload();
    List<?> own = list(headers, KafkaHeaders.BATCH_CONVERTED_HEADERS);
    List<?> keys = list(headers, KafkaHeaders.RECEIVED_KEY);
    List<?> topics = list(headers, KafkaHeaders.RECEIVED_TOPIC);
    List<?> partitions = list(headers, KafkaHeaders.RECEIVED_PARTITION);
    List<?> offsets = list(headers, KafkaHeaders.OFFSET);
    List<Delivered> records = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      records.add(
          new Delivered(
              i,
              (String) topics.get(i),
              (Integer) partitions.get(i),
              (Long) offsets.get(i),
              bytes(keys.get(i)),
              bytes(values.get(i)),
              headers((Map<?, ?>) own.get(i))));
    }
    return records;
  }

  String place() {
    return "%s-%d@%d".formatted(topic, partition, offset);
  }

  private static List<?> list(MessageHeaders headers, String name) {
    return Objects.requireNonNull(headers.get(name, List.class), name);
  }

  private static Map<String, byte[]> headers(Map<?, ?> converted) {
    Map<String, byte[]> headers = new HashMap<>();
    converted.forEach((name, value) -> {
      byte[] bytes = bytes(value);
      if (bytes != null) {
        headers.put((String) name, bytes);
      }
    });
    return headers;
  }

  /** A record without a value is delivered as a marker object, which is no bytes of ours. */
  private static byte @Nullable [] bytes(@Nullable Object value) {
    return switch (value) {
      case byte[] bytes -> bytes;
      case String text -> text.getBytes(UTF_8);
      case null, default -> null;
    };
  }
}
