package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.platform.relay.RelayAlarm.HistoryLost;
import cn.linli.platform.relay.RelayAlarm.JournalGone;
import cn.linli.platform.relay.RelayAlarm.JournalReplaced;
import cn.linli.platform.relay.RelayAlarm.LogEndBelow;
import cn.linli.platform.relay.RelayAlarm.PartitionsChanged;
import cn.linli.platform.relay.RelayAlarm.PositionMissing;
import cn.linli.platform.relay.RelayAlarm.TopicGone;
import cn.linli.platform.relay.RelayAlarm.TopicNotEmpty;
import cn.linli.platform.relay.RelayAlarm.TopicReplaced;
import com.mongodb.MongoNamespace;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where going on would be a guess, the relay stops, says why, and publishes nothing more. */
class RelayAlarmTest {

  private final RelayWorld world = RelayWorld.fresh();

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  @Test
  void a_topic_that_was_deleted_and_made_again_is_noticed_at_the_next_beat() throws Exception {
    Relay relay = started();
    String topic = world.settings.topic();
    try (Admin admin = world.admin()) {
      admin.deleteTopics(List.of(topic)).all().get();
      await()
          .ignoreExceptions()
          .atMost(Duration.ofSeconds(10))
          .until(() -> {
            new TopicSetup(admin, (short) 1).events(topic, RelayWorld.PARTITIONS);
            return true;
          });
    }
    RelayAlarm alarm = await().until(() -> relay.status().stoppedBy().orElse(null), a -> a != null);

    assertThat(alarm).isInstanceOfAny(TopicReplaced.class, TopicGone.class);
    assertThat(world.meters.get("linli.relay.alarmed").gauge().value()).isEqualTo(1);
    // another owner, or the same after a restart, comes to the same end
    relay.close();
    Expect.stoppedBy(world.relay().status(), TopicReplaced.class);
  }

  @Test
  void a_topic_that_is_gone_is_not_made_again() throws Exception {
    Relay relay = started();
    try (Admin admin = world.admin()) {
      admin.deleteTopics(List.of(world.settings.topic())).all().get();
      Expect.stoppedBy(relay.status(), TopicGone.class);
      assertThat(admin.listTopics().names().get()).doesNotContain(world.settings.topic());
    }
  }

  @Test
  void a_dropped_journal_ends_the_stream_with_an_alarm_and_a_new_one_is_another() {
    Relay relay = started();
    world.journal().drop();
    assertThat(Expect.stoppedBy(relay.status(), JournalGone.class).how()).isIn("drop", "not found");
    relay.close();

    world.database.createCollection(JournalStream.JOURNAL);
    Expect.stoppedBy(world.relay().status(), JournalReplaced.class);
  }

  @Test
  void a_renamed_journal_and_a_dropped_database_are_alarms_too() throws Exception {
    Relay relay = started();
    world.journal().renameCollection(new MongoNamespace(world.database.getName(), "elsewhere"));
    // whichever comes first: the change itself or the look at the next beat
    assertThat(Expect.stoppedBy(relay.status(), JournalGone.class).how())
        .isIn("rename", "not found");

    try (RelayWorld other = RelayWorld.fresh()) {
      Relay otherRelay = other.relay();
      Expect.following(otherRelay);
      other.database.drop();
      Expect.stoppedBy(otherRelay.status(), JournalGone.class);
    }
  }

  @Test
  void what_came_before_the_drop_is_still_published() {
    Relay relay = started();
    world.commitTogether(List.of("petition:x", "petition:y"), 2);
    world.journal().drop();

    Expect.stoppedBy(relay.status(), JournalGone.class);
    Expect.allPublishedOnce(world);
  }

  @Test
  void a_position_that_the_oplog_no_longer_reaches_is_history_lost() {
    started().close();
    // the server itself answers: this token names a second long before its oplog begins
    rewritePosition(position -> at(position, withSeconds(position.resumeToken(), 1_000_000_000)));

    assertThat(Expect.stoppedBy(world.relay().status(), HistoryLost.class).serverCode())
        .isIn(280, 286);
  }

  @Test
  void a_log_that_ends_below_the_recorded_offset_is_noticed() {
    started().close();
    rewritePosition(position -> {
      List<Long> ends = new ArrayList<>(position.ends());
      ends.set(2, 1_000L);
      return position.movedTo(
          position.resumeToken(), position.clusterSeconds(), position.n(), ends);
    });

    LogEndBelow alarm = Expect.stoppedBy(world.relay().status(), LogEndBelow.class);
    assertThat(alarm.partition()).isEqualTo(2);
    assertThat(alarm.recorded()).isEqualTo(1_000);
  }

  @Test
  void a_journal_without_a_position_is_not_published_from_somewhere() {
    world.commit("petition:a", 1);
    Expect.stoppedBy(world.relay().status(), PositionMissing.class);
    assertThat(world.seen()).isEmpty();
  }

  @Test
  void a_topic_with_records_but_without_a_position_belongs_to_another_journal() throws Exception {
    try (Admin admin = world.admin();
        var producer = KafkaClients.transactionalProducer(world.settings.brokers(), "stranger")) {
      new TopicSetup(admin, (short) 1).events(world.settings.topic(), RelayWorld.PARTITIONS);
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(world.settings.topic(), 0, new byte[1], new byte[1]));
      producer.commitTransaction();
    }
    Expect.stoppedBy(world.relay().status(), TopicNotEmpty.class);
  }

  @Test
  void another_number_of_partitions_would_tear_the_order_of_streams() throws Exception {
    Relay relay = started();
    try (Admin admin = world.admin()) {
      admin
          .createPartitions(Map.of(world.settings.topic(), NewPartitions.increaseTo(6)))
          .all()
          .get();
    }
    assertThat(Expect.stoppedBy(relay.status(), PartitionsChanged.class).found()).isEqualTo(6);
  }

  @Test
  void an_alarm_holds_and_is_told_to_every_instance() {
    Relay relay = started();
    world.journal().drop();
    RelayAlarm alarm = Expect.stoppedBy(relay.status(), JournalGone.class);

    var beat = new Beat(world.database, world.settings.topic(), "reader");
    await().until(() -> alarm.code().equals(beat.last().orElseThrow().alarm()));
    assertThat(relay.leading()).isTrue();
    assertThat(relay.status().phase()).isEqualTo(RelayStatus.Phase.STOPPED);
  }

  private Relay started() {
    Relay relay = world.relay();
    Expect.following(relay);
    world.commit("petition:first", 2);
    Expect.allPublishedOnce(world);
    return relay;
  }

  private void rewritePosition(UnaryOperator<Position> change) {
    Position position =
        PositionTopic.last(world.settings.brokers(), world.settings.positions()).orElseThrow();
    try (var writer = new TopicWriter(world.settings, RelaySteps.UNDISTURBED)) {
      writer.fenceOthers();
      writer.write(change.apply(position));
    }
  }

  private static Position at(Position position, BsonDocument token) {
    return position.movedTo(token, position.clusterSeconds(), position.n(), position.ends());
  }

  /** A resume token begins with a type byte and the cluster time: seconds, increment. */
  private static BsonDocument withSeconds(BsonDocument token, int seconds) {
    byte[] data = HexFormat.of().parseHex(token.getString("_data").getValue());
    ByteBuffer.wrap(data).putInt(1, seconds);
    return new BsonDocument(
        "_data", new BsonString(HexFormat.of().withUpperCase().formatHex(data)));
  }
}
