package cn.linli.platform.relay;

import static cn.linli.platform.relay.KafkaClients.get;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes windows to the topic, each in one transaction with the position after it. After any
 * exception it is closed and a new one recovers: what a failed transaction left is decided by the
 * broker, not here.
 */
final class TopicWriter implements AutoCloseable {

  private final RelaySettings settings;
  private final Producer<byte[], byte[]> producer;
  private final RelaySteps steps;

  TopicWriter(RelaySettings settings, RelaySteps steps) {
    this(
        settings,
        KafkaClients.transactionalProducer(settings.brokers(), settings.transactionalId()),
        steps);
  }

  TopicWriter(RelaySettings settings, Producer<byte[], byte[]> producer, RelaySteps steps) {
    this.settings = settings;
    this.producer = producer;
    this.steps = steps;
  }

  /** Fences every older owner, also one that sleeps between reading and sending. */
  void fenceOthers() {
    producer.initTransactions();
  }

  /** The window's events and the position after them. */
  Position write(Window window, Position before) {
    return write(window, before, true);
  }

  /**
   * Events whose position nobody may start from, because the topic is not complete yet. The result
   * only carries numbers and offsets on.
   */
  Position writeUnfinished(Window window, Position before) {
    return write(window, before, false);
  }

  private Position write(Window window, Position before, boolean withPosition) {
    steps.beforeSend(window);
    producer.beginTransaction();
    long[] n = before.n().stream().mapToLong(Long::longValue).toArray();
    List<@Nullable Future<RecordMetadata>> last = new ArrayList<>();
    for (int partition = 0; partition < n.length; partition++) {
      last.add(null);
    }
    for (JournalCommit commit : window.commits()) {
      send(commit, n, last);
    }
    producer.flush();
    Position after =
        before.movedTo(
            Objects.requireNonNull(window.token()),
            window.clusterSeconds(),
            boxed(n),
            ends(before.ends(), last));
    if (withPosition) {
      sendPosition(after);
    }
    steps.beforeCommit(window);
    producer.commitTransaction();
    return after;
  }

  /** A position without events: the first one of a topic. */
  void write(Position position) {
    producer.beginTransaction();
    sendPosition(position);
    producer.commitTransaction();
  }

  /** Aborts what is open, so that readers need not wait for its time-out. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      producer.close(KafkaClients.CLOSE_MAX);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void send(JournalCommit commit, long[] n, List<@Nullable Future<RecordMetadata>> last) {
    byte[] key = commit.stream().getBytes(UTF_8);
    int partition = RelaySettings.partition(key, n.length);
    for (int i = 0; i < commit.events().size(); i++) {
      byte[] value = commit.events().get(i).json().getBytes(UTF_8);
      var event = new ProducerRecord<>(settings.topic(), partition, key, value);
      n[partition]++;
      CloudEventHeaders.write(commit.envelope(i), n[partition], event.headers()::add);
      last.set(partition, producer.send(event));
    }
  }

  private void sendPosition(Position position) {
    producer.send(new ProducerRecord<>(settings.positions(), 0, Position.KEY, position.encode()));
  }

  private static List<Long> ends(List<Long> before, List<@Nullable Future<RecordMetadata>> last) {
    List<Long> ends = new ArrayList<>(before);
    for (int partition = 0; partition < ends.size(); partition++) {
      Future<RecordMetadata> sent = last.get(partition);
      if (sent != null) {
        ends.set(partition, get(sent).offset() + 1);
      }
    }
    return ends;
  }

  private static List<Long> boxed(long[] values) {
    List<Long> boxed = new ArrayList<>(values.length);
    for (long value : values) {
      boxed.add(value);
    }
    return boxed;
  }
}
