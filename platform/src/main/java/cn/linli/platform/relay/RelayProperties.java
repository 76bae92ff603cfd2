package cn.linli.platform.relay;

import cn.linli.events.Topics;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param topic where this service publishes; after a republish its next generation
 * @param partitions of that topic, for ever
 * @param replicas of topics made here; -1: as the broker is configured
 * @param oplogKept what the database keeps of its oplog at least
 */
@ConfigurationProperties("linli.relay")
public record RelayProperties(
    String topic,
    @DefaultValue("" + Topics.PARTITIONS) int partitions,
    @DefaultValue("" + RelaySettings.REPLICAS_OF_BROKER) short replicas,
    @DefaultValue("4h") Duration oplogKept) {

  RelaySettings settings(String brokers, String instance) {
    return new RelaySettings(
        brokers,
        topic,
        partitions,
        replicas,
        instance,
        RelaySettings.BEAT_INTERVAL,
        oplogKept,
        RelaySettings.UNPUBLISHED_MAX);
  }
}
