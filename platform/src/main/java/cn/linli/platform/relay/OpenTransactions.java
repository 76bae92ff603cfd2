package cn.linli.platform.relay;

import static cn.linli.platform.relay.KafkaClients.get;
import static cn.linli.platform.relay.KafkaClients.pause;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Looks for transactions without an end on the relay's two topics, which nobody else writes to. */
final class OpenTransactions {

  /** The end of a transaction is written within milliseconds; a busy broker may take longer. */
  private static final Duration END_MAX = Duration.ofSeconds(30);

  private static final Duration LOOK_PAUSE = Duration.ofMillis(20);

  private final Admin admin;
  private final RelaySettings settings;

  OpenTransactions(Admin admin, RelaySettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /**
   * @param stable up to where everything is decided
   * @param end of the log
   */
  record Open(TopicPartition partition, long stable, long end) {}

  /** One partition with an open transaction, if there is any. */
  Optional<Open> any() {
    Map<TopicPartition, OffsetSpec> latest = TopicState.latest(settings);
    latest.put(new TopicPartition(settings.positions(), 0), OffsetSpec.latest());
    // The ends first: what is stable may only grow from then on.
    var ends = offsets(latest, IsolationLevel.READ_UNCOMMITTED);
    var stable = offsets(latest, IsolationLevel.READ_COMMITTED);
    return latest.keySet().stream()
        .map(p -> new Open(p, stable.get(p).offset(), ends.get(p).offset()))
        .filter(open -> open.stable() < open.end())
        .findAny();
  }

  /** Waits until all are ended; one that never ends is an alarm. */
  void awaitEnds() {
    awaitEnds(END_MAX);
  }

  void awaitEnds(Duration endMax) {
    long deadlineNanos = System.nanoTime() + endMax.toNanos();
    while (true) {
      Optional<Open> open = any();
      if (open.isEmpty()) {
        return;
      }
      if (System.nanoTime() > deadlineNanos) {
        throw new RelayStopped(new RelayAlarm.TransactionOpen(open.get()));
      }
      pause(LOOK_PAUSE);
    }
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Map<TopicPartition, OffsetSpec> latest, IsolationLevel isolation) {
    return get(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all());
  }
}
