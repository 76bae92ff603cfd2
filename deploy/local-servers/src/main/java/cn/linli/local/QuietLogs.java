package cn.linli.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * A broker alone writes 1,600 lines per start at INFO. Where Logback is the log, broker and driver
 * speak up from WARN on.
 */
final class QuietLogs {
  private static final Map<String, Level> LEVELS =
      Map.of(
          "org.apache.kafka", Level.WARN,
          "kafka", Level.WARN,
          "state.change.logger", Level.WARN,
          "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils", Level.ERROR,
          "org.apache.kafka.controller.QuorumController", Level.ERROR,
          "org.apache.kafka.clients.NetworkClient", Level.ERROR,
          "org.mongodb.driver", Level.WARN,
          "de.flapdoodle", Level.WARN);

  private QuietLogs() {}

  static void apply() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
      LEVELS.forEach((name, level) -> logs.getLogger(name).setLevel(level));
    }
  }
}
