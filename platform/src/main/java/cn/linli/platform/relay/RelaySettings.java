package cn.linli.platform.relay;

import cn.linli.events.Topics;
import java.time.Duration;
import org.apache.kafka.common.utils.Utils;

/**
 * @param brokers {@code host:port,…}
 * @param topic where the events of this service go
 * @param partitions of that topic, for ever
 * @param replicas of the topics that are made here; -1: as the broker is configured
 * @param owner who leads, for logs
 * @param beatInterval how often the leader proves that the way is open
 * @param oplogKept what the database keeps of its oplog at least ({@code --oplogMinRetentionHours})
 * @param unpublishedMax age of the oldest unpublished commit above which commands are refused
 */
public record RelaySettings(
    String brokers,
    String topic,
    int partitions,
    short replicas,
    String owner,
    Duration beatInterval,
    Duration oplogKept,
    Duration unpublishedMax) {

  static final Duration BEAT_INTERVAL = Duration.ofSeconds(10);
  static final Duration OPLOG_KEPT = Duration.ofHours(4);
  static final Duration UNPUBLISHED_MAX = Duration.ofHours(1);
  static final short REPLICAS_OF_BROKER = -1;

  public RelaySettings {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions of " + topic + ": " + partitions);
    }
  }

  public static RelaySettings of(String brokers, String topic, int partitions, String owner) {
    return new RelaySettings(
        brokers,
        topic,
        partitions,
        REPLICAS_OF_BROKER,
        owner,
        BEAT_INTERVAL,
        OPLOG_KEPT,
        UNPUBLISHED_MAX);
  }

  RelaySettings withTopic(String other) {
    return new RelaySettings(
        brokers, other, partitions, replicas, owner, beatInterval, oplogKept, unpublishedMax);
  }

  /** Compacted, one partition. */
  String positions() {
    return Topics.relayPositions(topic);
  }

  String transactionalId() {
    return topic + ".relay";
  }

  /** As Kafka's own partitioner does for the same key: murmur2, made positive, mod partitions. */
  static int partition(byte[] key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }
}
