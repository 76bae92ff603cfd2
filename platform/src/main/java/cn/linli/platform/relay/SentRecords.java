package cn.linli.platform.relay;

import static cn.linli.platform.relay.KafkaClients.get;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction has sent, per partition, and the proof that it stands there without a gap:
 * the first record where the last transaction ended, and nothing between the first and the last.
 */
final class SentRecords {

  /** An offset nobody has told yet. */
  static final long UNKNOWN = -1;

  /** The end of a transaction takes an offset in every partition it wrote to. */
  private static final long MARKER = 1;

  private final String topic;
  private final long[] counts;
  private final List<@Nullable Future<RecordMetadata>> first;
  private final List<@Nullable Future<RecordMetadata>> last;

  SentRecords(String topic, int partitions) {
    this.topic = topic;
    this.counts = new long[partitions];
    this.first = new ArrayList<>();
    this.last = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      first.add(null);
      last.add(null);
    }
  }

  void add(int partition, Future<RecordMetadata> sent) {
    if (counts[partition]++ == 0) {
      first.set(partition, sent);
    }
    last.set(partition, sent);
  }

  /**
   * The offset after the last record of each partition, once all are acknowledged.
   *
   * @param before of partitions that were not written to
   * @param next where the broker should have put the first record of each partition
   * @throws IllegalStateException if somebody else's record stands between
   */
  List<Long> ends(List<Long> before, long[] next) {
    List<Long> ends = new ArrayList<>(before);
    for (int partition = 0; partition < counts.length; partition++) {
      Future<RecordMetadata> begun = first.get(partition);
      Future<RecordMetadata> ended = last.get(partition);
      if (begun == null || ended == null) {
        continue;
      }
      long from = get(begun).offset();
      long to = get(ended).offset();
      if (next[partition] != UNKNOWN && from != next[partition]) {
        throw new IllegalStateException(
            "%s-%d: something stands between offset %d, expected next, and %d, where this window begins"
                .formatted(topic, partition, next[partition], from));
      }
      if (to - from + 1 != counts[partition]) {
        throw new IllegalStateException(
            "%s-%d: %d records sent, but offsets %d to %d"
                .formatted(topic, partition, counts[partition], from, to));
      }
      ends.set(partition, to + 1);
    }
    return ends;
  }

  /** Where the next transaction begins in each partition, after this one's end. */
  long[] nextAfter(List<Long> ends, long[] next) {
    long[] after = next.clone();
    for (int partition = 0; partition < counts.length; partition++) {
      if (counts[partition] > 0) {
        after[partition] = ends.get(partition) + MARKER;
      }
    }
    return after;
  }
}
