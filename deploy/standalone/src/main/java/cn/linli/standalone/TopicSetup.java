package cn.linli.standalone;

import cn.linli.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics before any service starts: a binding that finds none would make one of a single
 * partition, and the number never changes.
 */
final class TopicSetup {
  private static final List<String> EVENTS =
      List.of(Topics.PETITION, Topics.MEDIATION, Topics.TIMEBANK, Topics.COMMUNITY);

  private TopicSetup() {}

  static void run(String brokers) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      var made = admin.createTopics(EVENTS.stream().flatMap(TopicSetup::pair).toList());
      for (var topic : made.values().values()) {
        topic.get();
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new StartRefused(
            "The topics cannot be made on " + brokers + ": " + e.getCause().getMessage());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Stream<NewTopic> pair(String topic) {
    var events =
        new NewTopic(topic, Optional.of(Topics.PARTITIONS_STANDALONE), Optional.empty())
            .configs(Map.of("retention.ms", "-1"));
    var positions =
        new NewTopic(Topics.relayPositions(topic), Optional.of(1), Optional.empty())
            .configs(Map.of("cleanup.policy", "compact"));
    return Stream.of(events, positions);
  }
}
