package cn.linli.platform.relay;

import static cn.linli.platform.relay.KafkaClients.get;
import static cn.linli.platform.relay.KafkaClients.pause;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the broker says about the relay's two topics, compared with what the position says. */
final class TopicState {

  /** A broker that has just come up may not know its topics for a moment. */
  private static final int LOOKS = 3;

  private static final Duration LOOK_PAUSE = Duration.ofSeconds(1);

  private final Admin admin;
  private final RelaySettings settings;

  TopicState(Admin admin, RelaySettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /** Ids by name; alarms if one is missing or has another number of partitions. */
  Map<String, String> ids() {
    Map<String, String> ids = new HashMap<>();
    ids.put(settings.topic(), idOf(settings.topic(), settings.partitions()));
    ids.put(settings.positions(), idOf(settings.positions(), 1));
    return ids;
  }

  boolean exists() {
    try {
      describe(settings.topic());
      return true;
    } catch (UnknownTopicOrPartitionException e) {
      return false;
    }
  }

  /** Log ends, aborted and control records included. */
  List<Long> ends() {
    var found = get(admin.listOffsets(latest(settings)).all());
    List<Long> ends = new ArrayList<>();
    for (int partition = 0; partition < settings.partitions(); partition++) {
      ends.add(found.get(new TopicPartition(settings.topic(), partition)).offset());
    }
    return ends;
  }

  /** The question for the end of each partition. */
  static Map<TopicPartition, OffsetSpec> latest(RelaySettings settings) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < settings.partitions(); partition++) {
      latest.put(new TopicPartition(settings.topic(), partition), OffsetSpec.latest());
    }
    return latest;
  }

  void sameTopicsAs(Position position) {
    Map<String, String> found = ids();
    position
        .topicIds()
        .forEach((topic, expected) -> {
          String actual = found.getOrDefault(topic, "none");
          if (!expected.equals(actual)) {
            throw new RelayStopped(new RelayAlarm.TopicReplaced(topic, expected, actual));
          }
        });
  }

  void nothingLostSince(Position position) {
    List<Long> found = ends();
    for (int partition = 0; partition < found.size(); partition++) {
      long recorded = position.ends().get(partition);
      if (found.get(partition) < recorded) {
        throw new RelayStopped(
            new RelayAlarm.LogEndBelow(
                settings.topic(), partition, recorded, found.get(partition)));
      }
    }
  }

  /**
   * A batch that came late, after all, would stand behind the last commit until the next one.
   *
   * @param next where the writer's next records will stand; the last end of a transaction may not
   *     be written yet
   */
  void nobodyElseWrote(List<Long> next) {
    List<Long> found = ends();
    for (int partition = 0; partition < found.size(); partition++) {
      long expected = next.get(partition);
      if (expected != SentRecords.UNKNOWN && found.get(partition) > expected) {
        throw new IllegalStateException(
            "%s-%d ends at %d, expected %d"
                .formatted(settings.topic(), partition, found.get(partition), expected));
      }
    }
  }

  OpenTransactions transactions() {
    return new OpenTransactions(admin, settings);
  }

  private String idOf(String topic, int partitions) {
    TopicDescription description = look(topic);
    if (description.partitions().size() != partitions) {
      throw new RelayStopped(
          new RelayAlarm.PartitionsChanged(topic, partitions, description.partitions().size()));
    }
    return description.topicId().toString();
  }

  private TopicDescription look(String topic) {
    for (int look = 1; ; look++) {
      try {
        return describe(topic);
      } catch (UnknownTopicOrPartitionException e) {
        if (look == LOOKS) {
          throw new RelayStopped(new RelayAlarm.TopicGone(topic));
        }
        pause(LOOK_PAUSE);
      }
    }
  }

  private TopicDescription describe(String topic) {
    return get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
  }
}
