package cn.linli.local;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A MongoDB server of our own: a child process that listens on loopback only, as a replica set of
 * one node.
 *
 * <p>{@link #start} keeps its data, asks for passwords and takes over a server that a killed runner
 * left running. {@link #forTests} is small, open, shared by all tests of this JVM and gone with it.
 */
public final class LocalMongo implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(6);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path program;
  private final MongodOptions options;
  private final MongoSecrets secrets;
  private MongodProcess process;
  private MongoClient client;
  private volatile boolean wanted = true;

  private LocalMongo(MongodOptions options, Consumer<String> progress) {
    this.program = MongodBinary.standard(progress).find();
    this.options = options;
    this.secrets = MongoSecrets.in(options);
    this.process =
        MongodProcess.findRunning(options).orElseGet(() -> MongodProcess.start(program, options));
    new MongoSetup(options, adminUri()).run();
    this.client = MongoClients.create(adminUri());
  }

  /**
   * Starts (or takes over) the server of a data folder.
   *
   * @param port 0 = the port of the last time, or any free one
   */
  public static LocalMongo start(Path folder, int port) {
    return start(folder, port, line -> System.err.println(line));
  }

  /** As {@link #start(Path, int)}; {@code progress} hears about a fetch, a line at a time. */
  public static LocalMongo start(Path folder, int port, Consumer<String> progress) {
    var home = folder.toAbsolutePath().normalize();
    var usedPort = port != 0 ? port : MongodProcess.previousPort(home).orElseGet(Ports::free);
    return new LocalMongo(
        new MongodOptions(
            home, usedPort, true, false, MongodOptions.STANDARD_CACHE, OplogHours.forDisk(home)),
        progress);
  }

  /**
   * The one test server of this JVM: with passwords as in production, fail points on. A service
   * under test has the rights of its user and no others. Never kill this one: see {@link
   * #temporary}.
   */
  public static LocalMongo forTests() {
    return Shared.MONGO;
  }

  /** A test server of its own, to be killed, paused and restarted at will. */
  public static LocalMongo temporary() {
    return temporary(false, MongodOptions.LEAST_CACHE);
  }

  /**
   * A test server of its own that keeps as much in memory as one that is measured should: with the
   * least cache, a run measures what does not fit into it.
   */
  public static LocalMongo temporary(double cacheGigabytes) {
    return temporary(false, cacheGigabytes);
  }

  /** A test server of its own with passwords and users, as in production. */
  public static LocalMongo temporaryWithUsers() {
    return temporary(true, MongodOptions.LEAST_CACHE);
  }

  private static LocalMongo temporary(boolean authenticated, double cacheGigabytes) {
    QuietLogs.apply();
    var folder = TemporaryFolders.create("mongo");
    return new LocalMongo(
        new MongodOptions(folder, Ports.free(), authenticated, true, cacheGigabytes, 0),
        System.err::println);
  }

  /** Connection string without a database; with all rights. */
  public String adminUri() {
    return options.authenticated() ? uri(MongoSetup.ADMIN, "", "admin") : uri("");
  }

  /** Connection string with all rights, for a database. */
  public String adminUri(String database) {
    return options.authenticated() ? uri(MongoSetup.ADMIN, database, "admin") : uri(database);
  }

  /**
   * Connection string of a service for its own database, which is named like it. See {@link #user}.
   */
  public String uri(String service) {
    return options.authenticated()
        ? uri(service, service, service)
        : "mongodb://%s:%d/%s?replicaSet=%s"
            .formatted(Ports.LOOPBACK, port(), service, MongodOptions.REPLICA_SET);
  }

  private String uri(String user, String database, String authenticationDatabase) {
    return "mongodb://%s:%s@%s:%d/%s?replicaSet=%s&authSource=%s"
        .formatted(
            user,
            secrets.password(user),
            Ports.LOOPBACK,
            port(),
            database,
            MongodOptions.REPLICA_SET,
            authenticationDatabase);
  }

  /**
   * Makes the user of a service in its own database, with a role that is made there; see {@link
   * #uri}. Nothing to do on a server without passwords.
   */
  public void user(String service, String role) {
    if (options.authenticated()) {
      MongoUsers.make(client.getDatabase(service), service, secrets.password(service), role);
    }
  }

  /** A client with all rights, shared; closed with this server. */
  public MongoClient client() {
    return client;
  }

  /** An empty database no other test of this server has. */
  public MongoDatabase freshDatabase(String name) {
    var database = client.getDatabase(name + "_" + DATABASES.incrementAndGet());
    database.drop();
    return database;
  }

  public int port() {
    return options.port();
  }

  /** Data, log and secrets. */
  public Path folder() {
    return options.folder();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** SIGKILL; data stay. */
  public void kill() {
    process.kill();
  }

  /** SIGSTOP: connections stay open, nothing is answered. */
  public void pause() {
    process.signal("STOP");
  }

  /** SIGCONT. */
  public void resume() {
    process.signal("CONT");
  }

  /** Starts the server again on its data and port, and waits until it takes writes. */
  public synchronized void restart() {
    if (!process.isAlive()) {
      process = MongodProcess.start(program, options);
    }
    new MongoSetup(options, adminUri()).run();
  }

  /** From now on a server that dies is started again; {@code told} hears about it. */
  public void keepRunning(Consumer<String> told) {
    Thread.ofVirtual().name("mongod-keeper").start(() -> keep(told));
  }

  private void keep(Consumer<String> told) {
    while (wanted) {
      process.onExit().join();
      if (wanted) {
        told.accept("mongod has died; starting it again on its data.");
        restart();
        told.accept("mongod is back.");
      }
    }
  }

  /** Ends the server in order; its data stay unless it is a temporary one. */
  public synchronized void stop() {
    wanted = false;
    client.close();
    process.stop(STOP);
    if (options.temporary()) {
      TemporaryFolders.delete(options.folder());
    }
  }

  @Override
  public void close() {
    stop();
  }

  private static final class Shared {
    static final LocalMongo MONGO = open();

    private static LocalMongo open() {
      var mongo = temporaryWithUsers();
      // Only the process: whoever still uses the client in another hook shall see a lost server,
      // not a closed client.
      Runtime.getRuntime().addShutdownHook(new Thread(mongo.process::kill));
      return mongo;
    }
  }
}
