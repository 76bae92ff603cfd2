package cn.linli.platform.reaction;

import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.start.CommitAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** What the bindings of a service that takes commands need to react to events. */
@AutoConfiguration(after = CommitAutoConfiguration.class)
@ConditionalOnProperty("spring.kafka.bootstrap-servers")
@PropertySource("classpath:cn/linli/platform/reaction/reaction.properties")
public class ReactionAutoConfiguration {

  /** Named in {@code reaction.properties} for every binding. */
  static final String ERROR_HANDLER = "reactionErrorHandler";

  private static final long AGAIN_AFTER_MILLIS = 1_000;

  @Bean(destroyMethod = "close")
  @ConditionalOnBean(CommandGate.class)
  DeadLetters deadLetters(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${linli.relay.replicas:-1}") short replicas) {
    return new DeadLetters(brokers, replicas);
  }

  @Bean
  @ConditionalOnBean(CommandGate.class)
  Reactions reactions(
      CommandGate gate, DeadLetters deadLetters, ObjectProvider<MeterRegistry> registry) {
    return new Reactions(gate, deadLetters, registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  /**
   * Delivers again without limit and whatever was thrown: the default gives up after ten attempts,
   * and at once after a class cast or a failed conversion, and then passes over the records.
   */
  @Bean(ERROR_HANDLER)
  CommonErrorHandler reactionErrorHandler() {
    var again = new FixedBackOff(AGAIN_AFTER_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS);
    var handler =
        new DefaultErrorHandler(
            (record, e) -> {
              throw new IllegalStateException("no record is passed over", e);
            },
            again);
    handler.setClassifications(Map.of(), true);
    return handler;
  }
}
