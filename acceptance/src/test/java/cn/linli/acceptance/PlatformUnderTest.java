package cn.linli.acceptance;

import cn.linli.local.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * One platform for the whole run: a process of its own, empty, on the real servers of this test
 * JVM, as an operator would point it at theirs. {@code -Dlinli.acceptance.url=…} names a gateway
 * that runs already; what looks behind the gateway is then left out.
 */
final class PlatformUnderTest {

  private static final Duration START = Duration.ofSeconds(180);
  private static final String RUNNING = System.getProperty("linli.acceptance.url", "");

  private static final PlatformUnderTest ONE = start();

  private final URI gateway;
  private final Path home;

  private PlatformUnderTest(URI gateway, Path home) {
    this.gateway = gateway;
    this.home = home;
  }

  static PlatformUnderTest get() {
    return ONE;
  }

  URI gateway() {
    return gateway;
  }

  /** Whether its servers and files can be looked into. */
  boolean isOurs() {
    return RUNNING.isEmpty();
  }

  /** Everything the platform has written to files: logs and what it printed. */
  String logs() {
    try (var files = Files.walk(home)) {
      var text = new StringBuilder();
      for (var file : files.filter(each -> each.toString().contains(".log")).toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlatformUnderTest start() {
    if (!RUNNING.isEmpty()) {
      return new PlatformUnderTest(URI.create(RUNNING), Path.of("."));
    }
    try {
      var home = emptyHome();
      int gatewayPort = freePort();
      var printed = home.resolve("printed.log");
      var arguments = home.resolve("java.arguments");
      Files.writeString(
          arguments, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"");
      var builder =
          new ProcessBuilder(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx768m",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "@" + arguments,
                  "cn.linli.standalone.Standalone"));
      builder.redirectErrorStream(true).redirectOutput(printed.toFile());
      builder
          .environment()
          .putAll(
              Map.of(
                  "LINLI_HOME",
                  home.toString(),
                  "LINLI_PORT",
                  "" + gatewayPort,
                  "LINLI_PETITION_PORT",
                  "" + freePort(),
                  "LINLI_DEMO",
                  "false",
                  "MONGODB_URI",
                  LocalServers.mongo().adminUri(),
                  "KAFKA_BROKERS",
                  LocalServers.brokers()));
      var process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
      var platform = new PlatformUnderTest(URI.create("http://localhost:" + gatewayPort), home);
      platform.awaitReady(process);
      return platform;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady(Process process) {
    long giveUp = System.nanoTime() + START.toNanos();
    while (!logs().contains("Linli is ready")) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        throw new IllegalStateException("the platform did not start:\n" + logs());
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  /** Kept until the next run: its logs tell what went wrong in this one. */
  private static Path emptyHome() throws IOException {
    var home = Path.of("target", "platform-under-test").toAbsolutePath();
    FileSystemUtils.deleteRecursively(home);
    return Files.createDirectories(home);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
