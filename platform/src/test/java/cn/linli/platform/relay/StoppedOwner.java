package cn.linli.platform.relay;

import cn.linli.platform.lease.LeaderLoop;
import cn.linli.platform.lease.Lease;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A relay in a process of its own that stops itself with SIGSTOP when it has read a window of
 * events and not yet sent them. Arguments: MongoDB, database, brokers, topic, lease's milliseconds.
 */
final class StoppedOwner {

  private StoppedOwner() {}

  public static void main(String[] arguments) throws InterruptedException {
    var client = MongoClients.create(arguments[0]);
    var database = client.getDatabase(arguments[1]);
    var settings =
        new RelaySettings(
            arguments[2],
            arguments[3],
            RelayWorld.PARTITIONS,
            (short) 1,
            "stopped",
            RelayWorld.BEAT,
            Duration.ofHours(4),
            Duration.ofHours(1));
    var status = new RelayStatus();
    var term =
        new RelayTerm(
            database,
            settings,
            new OplogWindow(client, settings.oplogKept()),
            status,
            new RelayMetrics(
                new SimpleMeterRegistry(), settings.topic(), status, InstantSource.system()),
            InstantSource.system(),
            new StopsOnceBeforeSending());
    var ttl = Duration.ofMillis(Long.parseLong(arguments[4]));
    new LeaderLoop(new Lease(database, "relay:" + settings.topic(), "stopped", ttl), term).start();
    Thread.sleep(Duration.ofMinutes(2));
  }

  private static final class StopsOnceBeforeSending implements RelaySteps {
    private boolean stopped;

    @Override
    public void beforeSend(Window window) {
      if (!stopped && window.events() > 0) {
        stopped = true;
        try {
          new ProcessBuilder("kill", "-STOP", "" + ProcessHandle.current().pid()).start();
          // The signal comes within this pause; it ends after SIGCONT.
          Thread.sleep(500);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
