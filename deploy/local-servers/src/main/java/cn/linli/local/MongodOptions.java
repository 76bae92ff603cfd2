package cn.linli.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a mongod is started.
 *
 * @param authenticated users and a key file, or open to everybody on this machine (tests)
 * @param temporary a test server: small, fail points on, killed and deleted with this JVM
 * @param cacheGigabytes what the server keeps of its data in memory
 * @param oplogHours least age of history kept
 */
record MongodOptions(
    Path folder,
    int port,
    boolean authenticated,
    boolean temporary,
    double cacheGigabytes,
    int oplogHours) {

  /** Enough for one place to try Linli. */
  static final double STANDARD_CACHE = 0.5;

  /** The least a server takes: many tests run beside each other. */
  static final double LEAST_CACHE = 0.25;

  static final String REPLICA_SET = "linli";

  /**
   * A killed owner's open transaction blocks its streams no longer than this (design §2); the
   * server's default is 60.
   */
  private static final int TRANSACTION_LIFETIME_SECONDS = 5;

  private static final int OPLOG_MB = 990;
  private static final int TEST_OPLOG_MB = 200;

  Path data() {
    return folder.resolve("db");
  }

  Path log() {
    return folder.resolve("mongod.log");
  }

  Path keyFile() {
    return folder.resolve("secrets").resolve("replica-set.key");
  }

  List<String> command(Path program) {
    var command = new ArrayList<>(OwnSession.prefix());
    command.addAll(
        List.of(
            program.toString(),
            "--dbpath",
            data().toString(),
            "--bind_ip",
            Ports.LOOPBACK,
            "--port",
            "" + port));
    command.addAll(List.of("--replSet", REPLICA_SET, "--nounixsocket", "--quiet"));
    // Old servers leak memory through zlib.
    command.addAll(List.of("--networkMessageCompressors", "snappy"));
    command.addAll(List.of("--wiredTigerCacheSizeGB", "" + cacheGigabytes));
    command.addAll(List.of("--oplogSize", "" + (temporary ? TEST_OPLOG_MB : OPLOG_MB)));
    set(command, "transactionLifetimeLimitSeconds=" + TRANSACTION_LIFETIME_SECONDS);
    set(command, "diagnosticDataCollectionEnabled=false");
    if (authenticated) {
      command.addAll(List.of("--keyFile", keyFile().toString()));
    }
    if (temporary) {
      set(command, "enableTestCommands=1");
    } else {
      command.addAll(List.of("--oplogMinRetentionHours", "" + oplogHours));
    }
    return command;
  }

  private static void set(List<String> command, String parameter) {
    command.addAll(List.of("--setParameter", parameter));
  }
}
