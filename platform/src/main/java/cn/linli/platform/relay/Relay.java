package cn.linli.platform.relay;

import cn.linli.platform.lease.LeaderLoop;
import cn.linli.platform.lease.Lease;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Publishes one service's journal to its topic. Every instance of the service has one; the lease
 * decides which of them works, Kafka's producer epoch which of them is believed.
 */
public final class Relay implements AutoCloseable {

  /** Longer than the broker may block the thread once, so that a slow answer costs no takeover. */
  private static final Duration LEASE_TTL = Duration.ofSeconds(15);

  private final RelayStatus status = new RelayStatus();
  private final LeaderLoop loop;

  public Relay(
      MongoClient client,
      MongoDatabase database,
      RelaySettings settings,
      MeterRegistry registry,
      InstantSource clock) {
    var lease = new Lease(database, "relay:" + settings.topic(), settings.owner(), LEASE_TTL);
    this.loop =
        new LeaderLoop(
            lease,
            new RelayTerm(
                database,
                settings,
                new OplogWindow(client, settings.oplogKept()),
                status,
                new RelayMetrics(registry, settings.topic(), status, clock),
                clock,
                RelaySteps.UNDISTURBED));
  }

  public Relay start() {
    loop.start();
    return this;
  }

  public RelayStatus status() {
    return status;
  }

  /** Whether this instance is the one that publishes. */
  public boolean leading() {
    return loop.leading();
  }

  @Override
  public void close() {
    loop.close();
  }
}
