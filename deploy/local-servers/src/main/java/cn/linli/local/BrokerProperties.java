package cn.linli.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Settings of a broker that is alone and small. */
final class BrokerProperties {
  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";
  private static final String BROKER = "PLAINTEXT";

  private BrokerProperties() {}

  static Map<String, String> of(Path folder, int port, int controllerPort) {
    var broker = Ports.LOOPBACK + ":" + port;
    var controller = Ports.LOOPBACK + ":" + controllerPort;
    var all = new TreeMap<String, String>();
    all.put("process.roles", "broker,controller");
    all.put("node.id", "" + NODE);
    all.put("listeners", "%s://%s,%s://%s".formatted(BROKER, broker, CONTROLLER, controller));
    all.put("advertised.listeners", BROKER + "://" + broker);
    all.put("controller.listener.names", CONTROLLER);
    all.put("inter.broker.listener.name", BROKER);
    all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    all.put("controller.quorum.voters", NODE + "@" + controller);
    all.put("log.dirs", folder.toString());
    all.put("auto.create.topics.enable", "false");
    // One replica of everything.
    all.put("offsets.topic.replication.factor", "1");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("share.coordinator.state.topic.replication.factor", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    all.put("offsets.topic.num.partitions", "4");
    all.put("transaction.state.log.num.partitions", "4");
    // Small: threads and memory of the log cleaner.
    all.put("num.network.threads", "2");
    all.put("num.io.threads", "4");
    all.put("log.cleaner.dedupe.buffer.size", "2097152");
    // The first batch of a transaction waits here until the end of the one before is written; for
    // less than a producer's request takes (4 s). The default, 0.1 s, is too short for a broker
    // that has just started: it sends the batch back, and those behind it are errors in its log
    // (ADR 0002).
    all.put("add.partitions.to.txn.retry.backoff.max.ms", "3000");
    // Groups start at once; a killed broker is back after 4 s and not after 12.
    all.put("group.initial.rebalance.delay.ms", "0");
    all.put("broker.session.timeout.ms", "2000");
    all.put("broker.heartbeat.interval.ms", "500");
    // Events are kept without limit; topics that may lose old records say so themselves.
    all.put("log.retention.ms", "-1");
    all.put("log.retention.bytes", "-1");
    return all;
  }
}
