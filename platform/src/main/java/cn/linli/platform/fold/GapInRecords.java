package cn.linli.platform.fold;

import org.apache.kafka.common.TopicPartition;

/** A record is not the next of its partition: read the positions and seek; if it stays, alarm. */
final class GapInRecords extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GapInRecords(TopicPartition partition, long expected, long found) {
    super("%s: expected record n=%d, found n=%d".formatted(partition, expected, found));
  }
}
