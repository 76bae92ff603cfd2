package cn.linli.platform.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayFollowTest {

  private final RelayWorld world = RelayWorld.fresh();

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  @Test
  void every_commit_is_on_the_topic_once_dense_and_byte_for_byte() {
    Relay relay = world.relay();
    Expect.following(relay);

    for (int i = 0; i < 20; i++) {
      world.commit("petition:p" + i % 7, 1 + i % 3);
    }
    world.commitTogether(streams("petition:t", 50), 2);

    Expect.allPublishedOnce(world);
    assertThat(world.seen())
        .allSatisfy(event ->
            assertThat(event.json()).isEqualTo(world.json(event.stream(), event.sequence())));
    assertThat(world.meters.get("linli.relay.events").counter().count())
        .isEqualTo(world.committedEvents());
    assertThat(world.meters.get("linli.relay.following").gauge().value()).isEqualTo(1);
  }

  @Test
  void a_second_relay_goes_on_where_the_first_was_closed() {
    Relay first = world.relay();
    Expect.following(first);
    world.commit("petition:a", 3);
    Expect.allPublishedOnce(world);
    first.close();

    world.commit("petition:a", 2);
    world.commit("petition:b", 1);
    world.relay();

    Expect.allPublishedOnce(world);
  }

  @Test
  void resuming_in_the_middle_of_a_database_transaction_neither_loses_nor_doubles()
      throws Exception {
    Relay first = world.relay();
    Expect.following(first);
    first.close();
    Position start =
        PositionTopic.last(world.settings.brokers(), world.settings.positions()).orElseThrow();
    world.commitTogether(streams("petition:m", 100), 2);

    publishOnly(37, start);
    // A commit is answered before its markers stand in every partition.
    await().untilAsserted(() -> assertThat(world.seen()).hasSize(74));
    world.relay();

    Expect.allPublishedOnce(world);
  }

  @Test
  void windows_keep_transactions_of_the_database_whole_and_end_at_2000_events() {
    List<Integer> sizes = new ArrayList<>();
    BsonDocument start = JournalStream.tokenOfNow(world.database, world.settings.topic());
    for (int transaction = 0; transaction < 3; transaction++) {
      world.commitTogether(streams("petition:w" + transaction + "x", 450), 2);
    }
    world.commitTogether(streams("petition:large", 830), 3);
    IntStream.range(0, 4).forEach(i -> world.commit("petition:single" + i, 1));

    try (var stream = JournalStream.after(world.database, world.settings.topic(), start)) {
      for (Window w = stream.next(); !w.isNothing(); w = stream.next()) {
        sizes.add(w.events());
      }
    }
    assertThat(sizes.subList(0, 3)).containsExactly(1800, 900, 2490);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(Math.toIntExact(world.committedEvents()));
  }

  @Test
  void the_partition_is_the_one_kafkas_own_partitioner_takes() throws Exception {
    String topic = LocalServers.kafka().freshTopic("partitioner", 12);
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", world.settings.brokers()),
            new StringSerializer(),
            new StringSerializer())) {
      for (String key : streams("petition:某", 50)) {
        assertThat(RelaySettings.partition(key.getBytes(UTF_8), 12))
            .isEqualTo(producer.send(new ProducerRecord<>(topic, key, "v")).get().partition());
      }
    }
  }

  /** What a relay does that is killed after a window which ended inside a transaction. */
  private void publishOnly(int documents, Position start) throws Exception {
    List<JournalCommit> commits = new ArrayList<>();
    BsonDocument token;
    try (var changes =
        world
            .database
            .withCodecRegistry(JournalCommitCodec.REGISTRY)
            .watch(JournalCommit.class)
            .resumeAfter(start.resumeToken())
            .cursor()) {
      do {
        var change = changes.next();
        token = change.getResumeToken();
        if (change.getNamespace().getCollectionName().equals(JournalStream.JOURNAL)) {
          commits.add(change.getFullDocument());
        }
      } while (commits.size() < documents);
    }
    try (var writer = new TopicWriter(world.settings, RelaySteps.UNDISTURBED)) {
      writer.fenceOthers();
      int events = commits.stream().mapToInt(c -> c.events().size()).sum();
      writer.write(new Window(commits, events, token, start.clusterSeconds(), null), start);
    }
  }

  private static List<String> streams(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }
}
