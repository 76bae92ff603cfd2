package cn.linli.platform.relay;

import cn.linli.platform.service.ServiceAutoConfiguration;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Publishes the journal of a service that names its topic ({@code linli.relay.topic}) and lets no
 * command in before that can work: the gate is an {@link cn.linli.platform.commit.Admission}.
 */
@AutoConfiguration(after = ServiceAutoConfiguration.class)
@EnableConfigurationProperties(RelayProperties.class)
@ConditionalOnProperty({"linli.relay.topic", "spring.kafka.bootstrap-servers"})
public class RelayAutoConfiguration {

  @Bean
  RelaySettings relaySettings(
      RelayProperties properties,
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${linli.instance:${random.uuid}}") String instance) {
    return properties.settings(brokers, instance);
  }

  @Bean(destroyMethod = "close")
  Relay relay(
      MongoClient client,
      MongoDatabase database,
      RelaySettings settings,
      ObjectProvider<MeterRegistry> registry,
      Clock clock) {
    return new Relay(
        client, database, settings, registry.getIfAvailable(SimpleMeterRegistry::new), clock);
  }

  @Bean(destroyMethod = "close")
  RelayGate relayGate(MongoDatabase database, RelaySettings settings, Clock clock) {
    return new RelayGate(database, settings, clock);
  }

  @Bean
  RelayLifecycle relayLifecycle(Relay relay, RelayGate gate) {
    return new RelayLifecycle(relay, gate);
  }

  @Bean
  HealthIndicator relayHealthIndicator(RelayGate gate, Relay relay) {
    return new RelayHealth(gate, relay);
  }

  @Bean
  Republish republish(
      MongoClient client, MongoDatabase database, RelaySettings settings, Clock clock) {
    return new Republish(client, database, settings, clock);
  }

  @Bean
  TopicAudit topicAudit(MongoDatabase database, RelaySettings settings) {
    return new TopicAudit(database, settings);
  }
}
