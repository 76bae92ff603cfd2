package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import cn.linli.platform.commit.Admission;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.service.ServiceAutoConfiguration;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RelayAutoConfigurationTest {
  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(ServiceAutoConfiguration.class, RelayAutoConfiguration.class));

  @Test
  void a_service_that_names_its_topic_is_ready_once_the_first_position_stands() {
    var database = LocalServers.freshDatabase("relay-context");
    new Schema(List.of()).migrate(database);
    contexts
        .withPropertyValues(
            "linli.mongodb.uri=" + LocalServers.mongo().adminUri(database.getName()),
            "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "linli.relay.topic=relay-context",
            "linli.relay.partitions=1")
        .run(context -> {
          assertThat(context).hasNotFailed();
          await()
              .atMost(Duration.ofSeconds(30))
              .until(() -> context.getBean(Admission.class).closedFor().isEmpty());
          assertThat(context.getBean(HealthIndicator.class).health().getStatus())
              .isEqualTo(Status.UP);
        });
  }

  @Test
  void without_a_topic_nothing_is_published() {
    contexts.run(context -> assertThat(context).doesNotHaveBean(Relay.class));
  }
}
