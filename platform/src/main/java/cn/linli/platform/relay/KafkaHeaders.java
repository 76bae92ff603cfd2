package cn.linli.platform.relay;

import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The headers of a record as {@link cn.linli.events.CloudEventHeaders} looks them up. */
public final class KafkaHeaders {

  private KafkaHeaders() {}

  public static Function<String, byte @Nullable []> of(ConsumerRecord<?, ?> entry) {
    return name -> {
      var header = entry.headers().lastHeader(name);
      return header == null ? null : header.value();
    };
  }
}
