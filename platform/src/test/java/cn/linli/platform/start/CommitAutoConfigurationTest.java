package cn.linli.platform.start;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.alarm;
import static cn.linli.platform.commit.Accounts.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import cn.linli.platform.commit.AccountKind;
import cn.linli.platform.commit.Admission;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.commit.TestStore;
import cn.linli.platform.division.DivisionAutoConfiguration;
import cn.linli.platform.journal.StateAudit;
import cn.linli.platform.journal.StoreNotReady;
import cn.linli.platform.service.ServiceAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class CommitAutoConfigurationTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ServiceAutoConfiguration.class,
                  DivisionAutoConfiguration.class,
                  CommitAutoConfiguration.class))
          .withPropertyValues(
              "linli.mongodb.uri="
                  + LocalServers.mongo().adminUri(LocalServers.freshDatabase("start").getName()));

  @Configuration(proxyBeanMethods = false)
  static class Service {
    @Bean
    StreamKind<?, ?> accounts() {
      return new AccountKind();
    }

    @Bean
    MeterRegistry registry() {
      return new SimpleMeterRegistry();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Closed {
    static final AtomicBoolean CLOSED = new AtomicBoolean();

    @Bean
    Admission behind() {
      return () -> CLOSED.get() ? Optional.of(Duration.ofSeconds(7)) : Optional.empty();
    }
  }

  @Test
  void a_service_with_a_kind_of_stream_takes_commands_and_its_timers_run_once_it_is_ready() {
    runner
        .withUserConfiguration(Service.class)
        .withPropertyValues("linli.schema.migrate=true")
        .run(context -> {
          CommandGate gate = context.getBean(CommandGate.class);
          TestStore.done(gate.submit(command(account("a"), alarm(Instant.now(), 1))));
          context.publishEvent(
              new ApplicationReadyEvent(
                  new SpringApplication(Service.class), new String[0], context, Duration.ZERO));

          var audit = context.getBean(StateAudit.class);
          await().until(() -> audit.run().commits() == 2);
          assertThat(audit.run().clean()).isTrue();
          assertThat(
                  context.getBean(MeterRegistry.class).get("linli.timer.fired").counter().count())
              .isEqualTo(1);
        });
  }

  @Test
  void a_store_that_was_not_migrated_is_refused() {
    runner
        .withUserConfiguration(Service.class)
        .run(context ->
            assertThat(context).getFailure().hasRootCauseInstanceOf(StoreNotReady.class));
  }

  @Test
  void whoever_closes_the_door_is_heard() {
    runner
        .withUserConfiguration(Service.class, Closed.class)
        .withPropertyValues("linli.schema.migrate=true")
        .run(context -> {
          CommandGate gate = context.getBean(CommandGate.class);
          Closed.CLOSED.set(true);
          assertThat(TestStore.get(gate.submit(command(account("a"), alarm(Instant.MAX, 1)))))
              .isEqualTo(new Outcome.Overloaded(Duration.ofSeconds(7)));
        });
  }

  @Test
  void a_context_without_streams_of_its_own_gets_no_committer() {
    runner.run(context -> assertThat(context).doesNotHaveBean(CommandGate.class));
  }
}
