package cn.linli.gateway.views.alerts;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.EventCodec;
import cn.linli.events.UndecodableEvent;
import cn.linli.events.mediation.MediationEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic of disputes for what is raised. Offsets move after the alerts are stored; what is
 * read twice changes nothing, so nothing is lost and nothing doubled. Instances share the
 * partitions.
 */
public final class AlertReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AlertReader.class);

  /** Records of these types are decoded, others passed over. */
  private static final Set<String> READ =
      Stream.of("RiskGraded", "RiskAcknowledged", "DisputeConcluded").collect(Collectors.toSet());

  private static final String GROUP = "linli.gateway.alerts";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration STOP_MAX = Duration.ofSeconds(5);
  private static final Duration CLOSE_MAX = Duration.ofSeconds(2);

  private final EventCodec<MediationEvent> codec = EventCodec.of(MediationEvent.class);
  private final RiskAlerts alerts;
  private final String brokers;
  private final String topic;
  private final Thread thread;

  public AlertReader(RiskAlerts alerts, String brokers, String topic) {
    this.alerts = alerts;
    this.brokers = brokers;
    this.topic = topic;
    this.thread = Thread.ofPlatform().daemon().name("alerts").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        read();
      } catch (InterruptException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("alerts stand still, next try in 2 s: {}", e.toString());
        try {
          Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stopped) {
          return;
        }
      }
    }
  }

  private void read() {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                brokers,
                "group.id",
                GROUP,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    try {
      consumer.subscribe(List.of(topic));
      while (!Thread.currentThread().isInterrupted()) {
        var told = new ArrayList<RiskAlerts.Told>();
        for (var record : consumer.poll(POLL)) {
          RiskAlerts.Told one = told(record);
          if (one != null) {
            told.add(one);
          }
        }
        alerts.apply(told);
        consumer.commitSync();
      }
    } finally {
      Thread.interrupted(); // what ended the reading must not spoil the closing
      consumer.close(CloseOptions.timeout(CLOSE_MAX));
    }
  }

  private RiskAlerts.@Nullable Told told(ConsumerRecord<String, byte[]> record) {
    String type = text(record, CloudEventHeaders.TYPE);
    if (READ.stream().noneMatch(name -> type.contains("." + name + "."))) {
      return null;
    }
    try {
      var decoded = codec.decode(type, record.value());
      return new RiskAlerts.Told(
          text(record, CloudEventHeaders.ID),
          record.key(),
          decoded.stamp().recordedAt(),
          decoded.stamp().path(),
          decoded.event());
    } catch (UndecodableEvent e) {
      LOG.error(
          "no alert from {}-{}@{}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return null;
    }
  }

  private static String text(ConsumerRecord<String, byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(STOP_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
