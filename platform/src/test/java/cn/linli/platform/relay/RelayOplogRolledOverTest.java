package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalMongo;
import cn.linli.local.LocalServers;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real thing: a server of its own, whose smallest oplog (990 MB) is written over. */
@Tag("slow")
class RelayOplogRolledOverTest {

  private static final int DOCUMENT_BYTES = 4 << 20;
  private static final int DOCUMENTS_MAX = 600;

  @Test
  void a_relay_that_slept_while_the_oplog_rolled_over_stops_and_the_journal_can_be_republished()
      throws Exception {
    try (var mongo = LocalMongo.temporary();
        var world = RelayWorld.at(mongo, LocalServers.kafka())) {
      Relay relay = world.relay();
      Expect.following(relay);
      world.commit("petition:before", 3);
      Expect.allPublishedOnce(world);
      relay.close();
      Position position =
          PositionTopic.last(world.settings.brokers(), world.settings.positions()).orElseThrow();
      var oplog = new OplogWindow(world.client, Duration.ofDays(1));
      assertThat(oplog.measure()).isEqualTo(Duration.ofDays(1));

      world.commit("petition:asleep", 2);
      rollOver(world, position);

      var alarm = Expect.stoppedBy(world.relay().status(), RelayAlarm.HistoryLost.class);
      assertThat(alarm.serverCode()).isEqualTo(286);
      assertThat(oplog.measure())
          .as("once it is really cut, what the oplog holds counts, not what was promised")
          .isLessThan(Duration.ofDays(1));
      assertThat(world.seen()).hasSize(3);
      var again =
          new Republish(world.client, world.database, world.settings, InstantSource.system()).run();
      assertThat(again.events()).isEqualTo(5);
      await().until(() -> world.seen(again.topic()).size() == 5);
      assertThat(
              new TopicAudit(world.database, world.settings.withTopic(again.topic()))
                  .run()
                  .complete())
          .isTrue();
    }
  }

  private static void rollOver(RelayWorld world, Position position) {
    var filler = world.database.getCollection("filler").withWriteConcern(WriteConcern.MAJORITY);
    var random = new Random(1);
    byte[] noise = new byte[DOCUMENT_BYTES];
    for (int i = 0; i < DOCUMENTS_MAX && oldestSeconds(world) <= position.clusterSeconds(); i++) {
      random.nextBytes(noise);
      filler.insertMany(
          IntStream.range(0, 2).mapToObj(j -> new Document("noise", new Binary(noise))).toList());
      filler.deleteMany(new Document("_id", new Document("$exists", true)));
    }
    assertThat(oldestSeconds(world)).isGreaterThan(position.clusterSeconds());
  }

  private static long oldestSeconds(RelayWorld world) {
    return world
        .client
        .getDatabase("local")
        .getCollection("oplog.rs")
        .find()
        .sort(new Document("$natural", 1))
        .projection(new Document("ts", 1))
        .first()
        .get("ts", BsonTimestamp.class)
        .getTime();
  }
}
