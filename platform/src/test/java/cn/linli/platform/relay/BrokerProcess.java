package cn.linli.platform.relay;

import cn.linli.local.LocalKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A broker in a process of its own, which can be frozen. Arguments: folder, file for its address.
 */
final class BrokerProcess implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(90);

  private final Process process;
  private final String brokers;

  private BrokerProcess(Process process, String brokers) {
    this.process = process;
    this.brokers = brokers;
  }

  static BrokerProcess start(Path folder) throws IOException, InterruptedException {
    Path address = folder.resolve("address");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                folder.resolve("data").toString(),
                address.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("broker.log").toFile())
            .start();
    Instant deadline = Instant.now().plus(START_MAX);
    while (!Files.exists(address)) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        process.destroyForcibly();
        throw new IOException("no broker: " + Files.readString(folder.resolve("broker.log")));
      }
      Thread.sleep(100);
    }
    return new BrokerProcess(process, Files.readString(address));
  }

  String brokers() {
    return brokers;
  }

  /** Frozen for so long, then as if nothing had happened. */
  void freeze(Duration time) throws IOException, InterruptedException {
    signal("-STOP");
    try {
      Thread.sleep(time);
    } finally {
      signal("-CONT");
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", name, "" + process.pid()).start().waitFor();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    LocalKafka kafka = LocalKafka.start(Path.of(arguments[0]), 0);
    Path address = Path.of(arguments[1]);
    Path draft = address.resolveSibling("address.new");
    Files.writeString(draft, kafka.brokers());
    Files.move(draft, address);
    Thread.sleep(Duration.ofMinutes(10));
  }
}
