package cn.linli.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The services' Spring contexts in this JVM: each with its own port, properties and database user,
 * nothing shared.
 */
final class Services {
  private static final int STOP_SECONDS = 6;

  /** What every context gets. */
  private static final Map<String, String> COMMON =
      Map.of(
          "spring.profiles.active", "standalone",
          "spring.main.banner-mode", "off",
          "spring.main.log-startup-info", "false",
          "management.endpoint.health.probes.enabled", "true",
          "management.endpoints.web.exposure.include", "health,info,prometheus",
          "spring.cloud.stream.kafka.binder.auto-create-topics", "false",
          "spring.cloud.stream.function.autodetect", "false",
          // With the gateway's jar on the class path its routing filter would make every
          // StreamBridge asynchronous.
          "spring.autoconfigure.exclude",
              "org.springframework.cloud.gateway.config.GatewayStreamAutoConfiguration",
          "spring.lifecycle.timeout-per-shutdown-phase", "3s",
          "spring.reactor.netty.shutdown-quiet-period", "100ms");

  private final List<ConfigurableApplicationContext> running = new CopyOnWriteArrayList<>();

  void start(
      Class<?> application,
      Map<String, String> properties,
      ApplicationContextInitializer<GenericApplicationContext> beans,
      Class<?>... more) {
    var arguments = new ArrayList<String>();
    COMMON.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    var context =
        new SpringApplicationBuilder(application)
            .sources(more)
            .web(WebApplicationType.REACTIVE)
            .registerShutdownHook(false)
            .initializers(beans)
            .run(arguments.toArray(String[]::new));
    running.add(context);
  }

  /** At once: one after the other would take two seconds each. */
  void stop() {
    var ends =
        running.stream()
            .map(context -> CompletableFuture.runAsync(context::close, OwnThread.EACH))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    } catch (RuntimeException slowOrFailed) {
      // The servers end next; what has not ended by then ends with the process.
    }
  }
}
