package cn.linli.platform.fold;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * How far a generation has come in one partition.
 *
 * @param topicId the topic's identity: one deleted and made again under the same name is another
 * @param n number of the last applied record; 0 before the first
 * @param next offset to read on from
 */
record Position(TopicPartition partition, Uuid topicId, long n, long next) {

  static String id(String generation, TopicPartition partition) {
    return generation + "|" + partition;
  }

  Position after(FoldRecord record) {
    return new Position(partition, topicId, record.n(), record.offset() + 1);
  }
}
