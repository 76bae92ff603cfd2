package cn.linli.standalone;

import java.util.Map;

/** The terminal shows the runner's own lines and what goes wrong; everything else is in a file. */
final class Logs {
  private Logs() {}

  /** Must run before the first Spring context: the logging system belongs to the whole JVM. */
  static void configure(Settings settings) {
    Map.of(
            "logging.file.name", settings.log().toString(),
            "logging.threshold.console", "ERROR",
            "logging.level.root", "INFO",
            "logging.level.org.apache.kafka", "WARN",
            "logging.level.kafka", "WARN",
            "logging.level.state.change.logger", "WARN",
            "logging.level.org.apache.kafka.clients.NetworkClient", "ERROR",
            "logging.level.org.mongodb.driver", "WARN")
        .forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
  }
}
