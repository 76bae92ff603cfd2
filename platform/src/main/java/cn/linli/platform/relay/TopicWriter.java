package cn.linli.platform.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Writes windows to the topic, each in one transaction with the position after it. After any
 * exception it is closed and a new one recovers: what a failed transaction left is decided by the
 * broker, not here.
 */
final class TopicWriter implements AutoCloseable {

  /** Key and value of what only tells a partition who writes. */
  private static final byte[] FENCE = "fence".getBytes(UTF_8);

  private final RelaySettings settings;
  private final Producer<byte[], byte[]> producer;
  private final RelaySteps steps;
  private long[] next;

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
    this.next = new long[settings.partitions()];
    Arrays.fill(next, SentRecords.UNKNOWN);
  }

  /** Fences every older owner, also one that sleeps between reading and sending. */
  void fenceOthers() {
    producer.initTransactions();
  }

  /**
   * {@link #fenceOthers} tells the transaction coordinator alone. A partition learns of the new
   * owner with its first record, and until then only the coordinator stands between it and a batch
   * that an older owner gave up but the network or the broker still holds. So every partition is
   * told here, by a transaction that is aborted and that no reader ever sees: afterwards the
   * partition itself refuses such a batch, and one that came before is aborted and not ended by the
   * next commit.
   */
  void fencePartitions() {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int partition = 0; partition < settings.partitions(); partition++) {
      sent.add(producer.send(new ProducerRecord<>(settings.topic(), partition, FENCE, FENCE)));
    }
    sent.add(producer.send(new ProducerRecord<>(settings.positions(), 0, FENCE, FENCE)));
    producer.flush();
    sent.forEach(KafkaClients::get);
    producer.abortTransaction();
  }

  /**
   * From now on a record that stands anywhere else than right after the last one of ours is an
   * error, before it is committed.
   *
   * @param ends of the logs, while nobody writes
   */
  void continueAt(List<Long> ends) {
    next = ends.stream().mapToLong(Long::longValue).toArray();
  }

  /** Where the next record of each partition will stand, or {@link SentRecords#UNKNOWN}. */
  List<Long> next() {
    return boxed(next);
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
    var sent = new SentRecords(settings.topic(), n.length);
    for (JournalCommit commit : window.commits()) {
      send(commit, n, sent);
    }
    producer.flush();
    List<Long> ends = sent.ends(before.ends(), next);
    Position after =
        before.movedTo(
            Objects.requireNonNull(window.token()), window.clusterSeconds(), boxed(n), ends);
    if (withPosition) {
      sendPosition(after);
    }
    steps.beforeCommit(window);
    producer.commitTransaction();
    next = sent.nextAfter(ends, next);
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

  private void send(JournalCommit commit, long[] n, SentRecords sent) {
    byte[] key = commit.stream().getBytes(UTF_8);
    int partition = RelaySettings.partition(key, n.length);
    for (int i = 0; i < commit.events().size(); i++) {
      byte[] value = commit.events().get(i).json().getBytes(UTF_8);
      var event = new ProducerRecord<>(settings.topic(), partition, key, value);
      n[partition]++;
      CloudEventHeaders.write(commit.envelope(i), n[partition], event.headers()::add);
      sent.add(partition, producer.send(event));
    }
  }

  private void sendPosition(Position position) {
    producer.send(new ProducerRecord<>(settings.positions(), 0, Position.KEY, position.encode()));
  }

  private static List<Long> boxed(long[] values) {
    List<Long> boxed = new ArrayList<>(values.length);
    for (long value : values) {
      boxed.add(value);
    }
    return boxed;
  }
}
