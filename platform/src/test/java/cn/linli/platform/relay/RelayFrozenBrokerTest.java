package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalMongo;
import cn.linli.local.LocalServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The broker freezes again and again under a relay that sends: for less than a request may take,
 * for longer than a batch is kept, and so long that the controller takes its partitions away.
 * Requests and answers that waited in between arrive when nobody waits for them any more.
 */
@Tag("slow")
class RelayFrozenBrokerTest {

  private static final int ROUNDS = 10;
  private static final int FREEZE_MIN_MILLIS = 500;
  private static final int FREEZE_MAX_MILLIS = 11_000;
  private static final int BETWEEN_MAX_MILLIS = 1_500;
  private static final long SEED = 57;

  @TempDir Path folder;

  @Test
  void whatever_it_missed_is_on_the_topic_once() throws Exception {
    LocalMongo mongo = LocalServers.mongo();
    try (BrokerProcess broker = BrokerProcess.start(folder);
        var world =
            new RelayWorld(
                mongo.client(),
                mongo.freshDatabase("frozen"),
                RelayWorld.settings(broker.brokers(), RelayWorld.PARTITIONS))) {
      Relay relay = world.relay();
      Expect.following(relay);
      var writing = new AtomicBoolean(true);
      Thread writer = Thread.ofPlatform().start(() -> write(world, writing));
      var random = new Random(SEED);
      for (int round = 0; round < ROUNDS; round++) {
        Thread.sleep(random.nextInt(BETWEEN_MAX_MILLIS));
        broker.freeze(Duration.ofMillis(random.nextInt(FREEZE_MIN_MILLIS, FREEZE_MAX_MILLIS)));
      }
      writing.set(false);
      writer.join();
      Expect.allPublishedOnce(world);
      assertThat(world.meters.get("linli.relay.recoveries").counter().count()).isPositive();
      assertThat(relay.status().stoppedBy()).isEmpty();
      assertThat(new TopicAudit(world.database, world.settings).run().complete()).isTrue();
    }
  }

  private static void write(RelayWorld world, AtomicBoolean writing) {
    for (int i = 0; writing.get(); i++) {
      world.commitTogether(streams(1 + i % 9), 1 + i % 3);
      world.commit("petition:solo" + i % 4, 2);
    }
  }

  private static List<String> streams(int count) {
    return IntStream.range(0, count).mapToObj(i -> "petition:f" + i).toList();
  }
}
