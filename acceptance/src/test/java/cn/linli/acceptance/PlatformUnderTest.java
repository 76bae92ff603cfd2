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
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * One platform for the whole run: a process of its own, empty, on the real servers of this test
 * JVM, as an operator would point it at theirs; it ends with this JVM, however that ends. {@code
 * -Dlinli.acceptance.url=…} names a gateway that runs already; what looks behind the gateway is
 * then left out.
 */
final class PlatformUnderTest {

  private static final Duration START = Duration.ofSeconds(180);
  private static final String RUNNING = System.getProperty("linli.acceptance.url", "");

  /** Runs a command until it ends or nobody holds the other end of standard input any more. */
  private static final String ENDS_WITH_US =
      "exec 3<&0; \"$@\" & child=$!; (read gone <&3; kill -9 $child) 2>/dev/null & wait $child";

  private static final PlatformUnderTest ONE = start();

  private final URI gateway;
  private final URI petitions;
  private final Path home;

  /** Held, because its standard input is closed with it; null for a platform that ran already. */
  private final @Nullable Process process;

  private PlatformUnderTest(URI gateway, URI petitions, Path home, @Nullable Process process) {
    this.gateway = gateway;
    this.petitions = petitions;
    this.home = home;
    this.process = process;
  }

  static PlatformUnderTest get() {
    return ONE;
  }

  URI gateway() {
    return gateway;
  }

  /** The service itself, past the gateway; the gateway where the platform is not ours. */
  URI petitions() {
    return petitions;
  }

  /** Whether its servers and files can be looked into. */
  boolean isOurs() {
    return process != null;
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
      return new PlatformUnderTest(URI.create(RUNNING), URI.create(RUNNING), Path.of("."), null);
    }
    try {
      var home = emptyHome();
      int gatewayPort = freePort();
      int petitionPort = freePort();
      var printed = home.resolve("printed.log");
      var arguments = home.resolve("java.arguments");
      Files.writeString(
          arguments, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"");
      var builder =
          new ProcessBuilder(
              List.of(
                  "sh",
                  "-c",
                  ENDS_WITH_US,
                  "sh",
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
                  "" + petitionPort,
                  "LINLI_MEDIATION_PORT",
                  "" + freePort(),
                  "LINLI_TIMEBANK_PORT",
                  "" + freePort(),
                  "LINLI_DEMO",
                  "false",
                  "MONGODB_URI",
                  LocalServers.mongo().adminUri(),
                  "KAFKA_BROKERS",
                  LocalServers.brokers()));
      var process = builder.start();
      var platform =
          new PlatformUnderTest(
              URI.create("http://localhost:" + gatewayPort),
              URI.create("http://localhost:" + petitionPort),
              home,
              process);
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
        process.destroyForcibly();
        throw new IllegalStateException("the platform did not start:\n" + logs());
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
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
