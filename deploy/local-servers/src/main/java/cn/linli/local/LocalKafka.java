package cn.linli.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker inside this JVM, broker and controller in one, on loopback. Its data folder
 * is kept unless it is a test's.
 */
public final class LocalKafka implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalKafka.class);
  private static final int ATTEMPTS_FOR_A_FREE_PORT = 5;
  private static final AtomicInteger TOPICS = new AtomicInteger();

  /** Kafka's way to end a process is one for the whole JVM, and so is who hears of it. */
  private static final AtomicReference<Consumer<String>> GAVE_UP =
      new AtomicReference<>(reason -> {});

  private final Path folder;
  private final int port;
  private final boolean temporary;
  private KafkaRaftServer server;

  private LocalKafka(Path folder, int port, boolean temporary, KafkaRaftServer server) {
    this.folder = folder;
    this.port = port;
    this.temporary = temporary;
    this.server = server;
  }

  /**
   * Starts a broker on a data folder, new or old.
   *
   * @param port 0 = any free one
   */
  public static LocalKafka start(Path folder, int port) {
    return start(folder.toAbsolutePath().normalize(), port, false);
  }

  /** The one test broker of this JVM. Never stop this one: see {@link #temporary}. */
  public static LocalKafka forTests() {
    return Shared.KAFKA;
  }

  /** A test broker of its own, to be stopped and started at will. */
  public static LocalKafka temporary() {
    return start(TemporaryFolders.create("kafka"), 0, true);
  }

  private static LocalKafka start(Path folder, int port, boolean temporary) {
    if (temporary) {
      QuietLogs.apply();
    }
    keepBrokerFromEndingThisJvm();
    format(folder);
    for (int attempt = 1; ; attempt++) {
      var chosen = port != 0 ? port : Ports.free();
      try {
        return new LocalKafka(folder, chosen, temporary, boot(folder, chosen));
      } catch (PortTaken e) {
        if (port != 0 || attempt == ATTEMPTS_FOR_A_FREE_PORT) {
          throw e;
        }
      }
    }
  }

  private static KafkaRaftServer boot(Path folder, int port) {
    if (!Ports.isFree(port)) {
      throw new PortTaken(port);
    }
    var server =
        new KafkaRaftServer(
            new KafkaConfig(BrokerProperties.of(folder, port, Ports.free()), false), Time.SYSTEM);
    try {
      server.startup();
      return server;
    } catch (RuntimeException e) {
      // Its threads are no daemons: without this they would keep the JVM alive.
      server.shutdown();
      if (Ports.isFree(port)) {
        throw e;
      }
      throw new PortTaken(port);
    }
  }

  private static void format(Path folder) {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(folder);
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerProperties.NODE)
          .setDirectories(List.of(folder.toString()))
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName(BrokerProperties.CONTROLLER)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setHasDynamicQuorum(false)
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("cannot format " + folder, e);
    }
  }

  /**
   * Who is told when a broker of this JVM gives up, for instance because its folder is gone. It
   * does nothing more from then on: whoever hears it ends the process or starts another one.
   */
  public static void onGivingUp(Consumer<String> told) {
    GAVE_UP.set(told);
  }

  /**
   * A broker whose folder fails ends the whole process by default; here it is a fault of the broker
   * alone, which others are told of.
   */
  private static void keepBrokerFromEndingThisJvm() {
    Exit.Procedure refuse =
        (code, message) -> {
          LOG.error("the Kafka broker gave up with code {}: {}", code, message);
          GAVE_UP.get().accept("code " + code + (message == null ? "" : ", " + message));
          throw new IllegalStateException(
              "the Kafka broker gave up with code " + code + ": " + message);
        };
    Exit.setExitProcedure(refuse);
    Exit.setHaltProcedure(refuse);
  }

  /** {@code host:port} for clients. */
  public String brokers() {
    return Ports.LOOPBACK + ":" + port;
  }

  /** Makes a topic with one replica; an existing one stays as it is. */
  public void createTopic(String name, int partitions, Map<String, String> configuration) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers()))) {
      admin
          .createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(configuration)))
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("cannot create topic " + name, e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Makes an empty topic no other test of this JVM has and answers its name. */
  public String freshTopic(String name, int partitions) {
    var unique = name + "." + TOPICS.incrementAndGet();
    createTopic(unique, partitions, Map.of());
    return unique;
  }

  /** Stops the broker; its data stay for {@link #restart}. */
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Starts a stopped broker again on its data and port. */
  public void restart() {
    server = boot(folder, port);
  }

  @Override
  public void close() {
    stop();
    if (temporary) {
      TemporaryFolders.delete(folder);
    }
  }

  private static final class PortTaken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PortTaken(int port) {
      super("Port " + port + " of this machine is taken by another program.");
    }
  }

  private static final class Shared {
    static final LocalKafka KAFKA = open();

    private static LocalKafka open() {
      var kafka = temporary();
      // No orderly stop: clients of tests may be open still, and a folder that is deleted needs no
      // clean end.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> TemporaryFolders.delete(kafka.folder)));
      return kafka;
    }
  }
}
