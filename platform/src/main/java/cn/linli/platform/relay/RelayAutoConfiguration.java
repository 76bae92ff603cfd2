package cn.linli.platform.relay;

import cn.linli.events.Topics;
import cn.linli.platform.commit.Admission;
import cn.linli.platform.service.ServiceAutoConfiguration;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Publishes the journal of a service that names its topic ({@code linli.relay.topic}) and lets no
 * command in before that can work.
 */
@AutoConfiguration(after = ServiceAutoConfiguration.class)
@ConditionalOnProperty({"linli.relay.topic", "spring.kafka.bootstrap-servers"})
public class RelayAutoConfiguration {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  @Bean
  RelaySettings relaySettings(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${linli.relay.topic}") String topic,
      @Value("${linli.relay.partitions:" + Topics.PARTITIONS + "}") int partitions,
      @Value("${linli.instance:${random.uuid}}") String instance) {
    return RelaySettings.of(brokers, topic, partitions, instance);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Relay relay(
      MongoClient client,
      MongoDatabase database,
      RelaySettings settings,
      ObjectProvider<MeterRegistry> registry,
      Clock clock) {
    return new Relay(
        client, database, settings, registry.getIfAvailable(SimpleMeterRegistry::new), clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  RelayGate relayGate(MongoDatabase database, RelaySettings settings, Clock clock) {
    return new RelayGate(database, settings, clock);
  }

  @Bean
  Admission relayAdmission(RelayGate gate) {
    return () -> gate.accepting() ? Optional.empty() : Optional.of(RETRY_AFTER);
  }

  /** An instance that would answer 503 to every command is not ready. */
  @Bean
  HealthIndicator relayHealthIndicator(RelayGate gate, Relay relay) {
    return () -> {
      var health = gate.accepting() ? Health.up() : Health.outOfService();
      relay.status().alarm().ifPresent(alarm -> health.withDetail("alarm", alarm.toString()));
      return health.withDetail("leading", relay.leading()).build();
    };
  }
}
