package cn.linli.standalone;

import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/**
 * One log of the whole JVM: a file with everything, a terminal with the runner's own lines and
 * errors. The Spring contexts leave it alone, because each of them would set it up again for
 * itself.
 */
final class Logs {
  private Logs() {}

  /** Must run before anything logs. */
  static void configure(Settings settings) {
    System.setProperty("linli.log", settings.log().toString());
    System.setProperty("logback.configurationFile", "cn/linli/standalone/logback.xml");
    System.setProperty(
        "logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    // Made by one thread now, not by the first two that log at once.
    LoggerFactory.getILoggerFactory();
  }
}
