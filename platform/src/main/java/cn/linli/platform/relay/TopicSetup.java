package cn.linli.platform.relay;

import static cn.linli.platform.relay.KafkaClients.get;
import static cn.linli.platform.relay.KafkaClients.pause;

import cn.linli.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes topics on purpose, never by accident: the brokers' automatic creation would choose the
 * number of partitions and how long records are kept. What is there already is left as it is.
 */
public final class TopicSetup {

  private static final Pattern GENERATION = Pattern.compile("\\.g(\\d{1,6})$");
  private static final String WITHOUT_LIMIT = "-1";

  /** Compaction works on closed segments: small ones keep the tail short. */
  private static final String POSITION_SEGMENT_BYTES = Integer.toString(16 << 20);

  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
  private static final Duration KNOWN_AGAIN = Duration.ofMillis(50);

  private final Admin admin;
  private final Optional<Short> replicas;

  public TopicSetup(Admin admin, short replicas) {
    this.admin = admin;
    this.replicas =
        replicas == RelaySettings.REPLICAS_OF_BROKER ? Optional.empty() : Optional.of(replicas);
  }

  /** A topic of events and the position topic of its relay. */
  public void events(String topic, int partitions) {
    create(kept(topic, partitions));
    create(
        new NewTopic(Topics.relayPositions(topic), Optional.of(1), replicas)
            .configs(
                Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.SEGMENT_BYTES_CONFIG,
                    POSITION_SEGMENT_BYTES)));
  }

  /** Where records go that a reader could not decode; one partition, kept until a person looked. */
  public void deadLetters(String topic) {
    create(kept(topic, 1));
  }

  /**
   * The next generation of a topic: {@code linli.petition} or {@code linli.petition.g1} become
   * {@code linli.petition.g2} if that is the first number nobody has taken. Made new, never reused.
   */
  String generation(RelaySettings settings) {
    String base = GENERATION.matcher(settings.topic()).replaceFirst("");
    Pattern ours = Pattern.compile(Pattern.quote(base) + GENERATION.pattern());
    int last = 0;
    for (String topic : get(admin.listTopics().names())) {
      var matcher = ours.matcher(topic);
      if (matcher.matches()) {
        last = Math.max(last, Integer.parseInt(matcher.group(1)));
      }
    }
    String next = base + ".g" + (last + 1);
    get(admin.createTopics(List.of(kept(next, settings.partitions()))).all());
    events(next, settings.partitions());
    return next;
  }

  private NewTopic kept(String topic, int partitions) {
    return new NewTopic(topic, Optional.of(partitions), replicas)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, WITHOUT_LIMIT,
                TopicConfig.RETENTION_BYTES_CONFIG, WITHOUT_LIMIT));
  }

  /**
   * Makes it and waits until whoever asks next finds it: a busy broker hears of a topic after its
   * controller, and one that is just being deleted is there and gone again.
   */
  private void create(NewTopic topic) {
    long until = System.nanoTime() + KNOWN_WITHIN.toNanos();
    do {
      try {
        get(admin.createTopics(List.of(topic)).all());
      } catch (TopicExistsException e) {
        // left as it is
      }
      if (isKnown(topic.name())) {
        return;
      }
      pause(KNOWN_AGAIN);
    } while (System.nanoTime() - until < 0);
    throw new UnknownTopicOrPartitionException(
        "%s was made and is not known after %s".formatted(topic.name(), KNOWN_WITHIN));
  }

  private boolean isKnown(String topic) {
    try {
      get(admin.describeTopics(List.of(topic)).allTopicNames());
      return true;
    } catch (UnknownTopicOrPartitionException e) {
      return false;
    }
  }
}
