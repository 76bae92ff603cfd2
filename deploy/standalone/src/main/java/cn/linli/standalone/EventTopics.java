package cn.linli.standalone;

import cn.linli.events.Topics;
import cn.linli.platform.relay.TopicSetup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Makes the topics before any service starts: a binding that finds none would make one of a single
 * partition, and the number never changes.
 */
final class EventTopics {
  private static final short REPLICAS_AS_THE_BROKER_SAYS = -1;

  private EventTopics() {}

  /**
   * Answers how many partitions each topic has: on a cluster given to us it may be older.
   *
   * @param published where services publish: a republish makes another one
   */
  static Map<String, Integer> make(String brokers, List<String> published) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      var setup = new TopicSetup(admin, REPLICAS_AS_THE_BROKER_SAYS);
      Stream.concat(published.stream(), Stream.of(Topics.TIMEBANK, Topics.COMMUNITY))
          .forEach(topic -> setup.events(topic, Topics.PARTITIONS_STANDALONE));
      return admin.describeTopics(published).allTopicNames().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().partitions().size()));
    } catch (ExecutionException | KafkaException e) {
      throw new StartRefused("The topics cannot be made on " + brokers + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted.");
    }
  }
}
