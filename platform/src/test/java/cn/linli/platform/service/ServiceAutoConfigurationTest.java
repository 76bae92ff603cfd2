package cn.linli.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.platform.access.CallerMarks;
import cn.linli.platform.vault.Vault;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ServiceAutoConfigurationTest {
  @TempDir Path folder;

  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ServiceAutoConfiguration.class));

  @Test
  void a_service_gets_its_own_database_and_the_same_marks_after_a_restart() {
    var keyset = folder.resolve("petition.json");
    var demo =
        contexts
            .withInitializer(context -> context.getEnvironment().setActiveProfiles("standalone"))
            .withPropertyValues(
                "linli.mongodb.uri=" + LocalServers.mongo().adminUri("petition"),
                "linli.vault.keyset=" + keyset);
    var marks = new String[2];
    for (int start = 0; start < 2; start++) {
      int now = start;
      demo.run(context -> {
        assertThat(context.getBean(MongoDatabase.class).getName()).isEqualTo("petition");
        assertThat(context).hasSingleBean(Vault.class);
        marks[now] = context.getBean(CallerMarks.class).mark("issuer", "zhang-san");
      });
    }
    assertThat(marks[0]).isEqualTo(marks[1]).doesNotContain("zhang-san");
  }

  @Test
  void a_missing_keyset_stops_the_start_outside_the_demo() {
    var keyset = folder.resolve("lost.json");
    contexts
        .withPropertyValues("linli.vault.keyset=" + keyset)
        .run(context -> {
          assertThat(context).hasFailed();
          assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("lost.json");
        });
    assertThat(Files.exists(keyset)).isFalse();
  }

  @Test
  void a_uri_without_a_database_is_refused() {
    contexts
        .withPropertyValues("linli.mongodb.uri=mongodb://127.0.0.1:1/")
        .run(context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("must name the service's database"));
    contexts.run(context -> assertThat(context).doesNotHaveBean(MongoClient.class));
  }
}
