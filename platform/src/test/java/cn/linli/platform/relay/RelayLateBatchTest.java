package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalKafka;
import cn.linli.local.LocalServers;
import cn.linli.platform.relay.RelayAlarm.CommittedBeyond;
import cn.linli.platform.relay.RelayAlarm.TransactionOpen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Batches an older owner gave up come late: before its heir begins, and while it does. None of them
 * is ever committed, and if the broker committed one nevertheless the relay says so itself.
 */
class RelayLateBatchTest {

  private static final String STREAM = "petition:late";

  private static LocalKafka kafka;
  private final RelayWorld world = RelayWorld.at(LocalServers.mongo(), kafka);

  @BeforeAll
  static void start() throws Exception {
    kafka = LocalKafka.temporary();
    try (Admin admin = KafkaClients.admin(kafka.brokers())) {
      LateBatch.letIn(admin);
    }
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  /** The record with n = 57 that stood twice: the heir's commit ended the older owner's batch. */
  @Test
  void what_an_older_owner_left_open_is_aborted_and_not_committed_by_its_heir() throws Exception {
    started().close();
    LateBatch late = LateBatch.of(world, STREAM);
    assertThat(late.arrives()).isEqualTo(Errors.NONE);
    world.commitTogether(streams(), 1);
    world.commit(STREAM, 2);

    Relay heir = world.relay();
    Expect.allPublishedOnce(world);
    world.commitTogether(streams(), 1);
    Expect.allPublishedOnce(world);
    assertThat(heir.status().alarm()).isEmpty();
  }

  @Test
  void every_partition_itself_refuses_an_older_owner_once_it_is_fenced_there() throws Exception {
    started().close();
    LateBatch late = LateBatch.of(world, STREAM);
    try (var heir = new TopicWriter(world.settings, RelaySteps.UNDISTURBED)) {
      heir.fenceOthers();
      heir.fencePartitions();
      assertThat(late.arrives()).isEqualTo(Errors.INVALID_PRODUCER_EPOCH);
    }
    world.commit(STREAM, 1);
    world.relay();
    Expect.allPublishedOnce(world);
  }

  /** Why: the coordinator knows the heir, the partition does not yet. */
  @Test
  void fencing_at_the_coordinator_alone_would_let_it_in() throws Exception {
    started().close();
    LateBatch late = LateBatch.of(world, STREAM);
    try (var heir = new TopicWriter(world.settings, RelaySteps.UNDISTURBED)) {
      heir.fenceOthers();
      assertThat(late.arrives()).isEqualTo(Errors.NONE);
    }
  }

  @Test
  void a_window_that_does_not_begin_where_the_last_one_ended_is_not_committed() throws Exception {
    started().close();
    Position position =
        PositionTopic.last(world.settings.brokers(), world.settings.positions()).orElseThrow();
    try (var writer = new TopicWriter(world.settings, RelaySteps.UNDISTURBED);
        Admin admin = world.admin()) {
      writer.fenceOthers();
      writer.continueAt(new TopicState(admin, world.settings).ends());
      stranger(false).close();
      var commit =
          new JournalCommit(
              STREAM,
              2,
              2,
              List.of(new JournalCommit.Entry(RelayWorld.TYPE, world.json(STREAM, 2))),
              "clerk",
              Instant.EPOCH,
              "",
              "");
      var window = new Window(List.of(commit), 1, position.resumeToken(), 0, null);
      assertThatThrownBy(() -> writer.write(window, position))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("something stands between");
    }
    assertThat(world.seen().stream().filter(seen -> seen.stream().equals(STREAM))).hasSize(1);
  }

  @Test
  void a_committed_record_beyond_the_position_stops_the_relay_at_the_next_beat() throws Exception {
    Relay relay = started();
    stranger(true).close();
    var alarm = Expect.stoppedBy(relay.status(), CommittedBeyond.class);
    assertThat(alarm.found()).isEqualTo(alarm.recorded() + 1);
    assertThat(alarm.sentence()).contains("n=" + alarm.found(), "n=" + alarm.recorded());
    relay.close();
    Expect.stoppedBy(world.relay().status(), CommittedBeyond.class);
  }

  @Test
  void an_aborted_record_beyond_the_position_only_costs_a_recovery() throws Exception {
    Relay relay = started();
    stranger(false).close();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> world.meters.get("linli.relay.recoveries").counter().count() > 0);
    world.commitTogether(streams(), 2);
    Expect.allPublishedOnce(world);
    assertThat(relay.status().alarm()).isEmpty();
  }

  @Test
  void a_transaction_that_nobody_ends_is_an_alarm() throws Exception {
    started().close();
    try (Admin admin = world.admin();
        Producer<byte[], byte[]> open = open()) {
      var transactions = new OpenTransactions(admin, world.settings);
      assertThat(transactions.any()).isPresent();
      assertThatThrownBy(() -> transactions.awaitEnds(Duration.ofMillis(200)))
          .isInstanceOfSatisfying(
              RelayStopped.class,
              e ->
                  assertThat(e.alarm())
                      .isInstanceOf(TransactionOpen.class)
                      .extracting(RelayAlarm::sentence)
                      .asString()
                      .contains(world.settings.topic() + "-"));
      open.abortTransaction();
      transactions.awaitEnds(Duration.ofSeconds(10));
    }
  }

  private Relay started() {
    Relay relay = world.relay();
    Expect.following(relay);
    world.commitTogether(streams(), 1);
    world.commit(STREAM, 1);
    Expect.allPublishedOnce(world);
    return relay;
  }

  /** Writes what no relay would: the event that comes next, without a position. */
  private Producer<byte[], byte[]> stranger(boolean committed) throws Exception {
    var producer = open();
    if (committed) {
      producer.commitTransaction();
    } else {
      producer.abortTransaction();
    }
    return producer;
  }

  private Producer<byte[], byte[]> open() throws Exception {
    LateBatch late = LateBatch.of(world, STREAM);
    var producer =
        KafkaClients.transactionalProducer(world.settings.brokers(), "stranger" + STREAM);
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(late.record());
    producer.flush();
    return producer;
  }

  /** So many that every partition has some. */
  private static List<String> streams() {
    return IntStream.range(0, 30).mapToObj(i -> "petition:f" + i).toList();
  }
}
