package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepublishTest {

  private final RelayWorld world = RelayWorld.fresh();

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  @Test
  void the_new_topic_tells_the_same_as_the_old_one_while_commands_go_on() throws Exception {
    Expect.following(world.relay());
    for (int i = 0; i < 30; i++) {
      world.commitTogether(streams(40), 1 + i % 2);
    }
    var done = new CountDownLatch(1);
    Thread writer = Thread.ofVirtual().start(() -> writeUntil(done));

    Republish.Result result = republish();

    done.countDown();
    writer.join();
    assertThat(result.topic()).isEqualTo(world.settings.topic() + ".g1");
    var target = world.settings.withTopic(result.topic());
    try (var relay =
        new Relay(
                world.client,
                world.database,
                target,
                new SimpleMeterRegistry(),
                InstantSource.system())
            .start()) {
      Expect.allPublishedOnce(world);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> world.seen(result.topic()).size() >= world.committedEvents());
      assertThat(relay.status().alarm()).isEmpty();
    }
    assertThat(new TopicAudit(world.database, target).run().complete()).isTrue();
    assertThat(byStream(world.seen(result.topic()))).isEqualTo(byStream(world.seen()));
    assertThat(new RelayGateLook(world, target).accepting()).isTrue();
  }

  @Test
  void each_run_takes_a_topic_of_its_own() {
    Expect.following(world.relay());
    world.commit("petition:a", 2);
    assertThat(republish().topic()).endsWith(".g1");
    Republish.Result second = republish();
    assertThat(second.topic()).isEqualTo(world.settings.topic() + ".g2");
    assertThat(second.events()).isEqualTo(2);
    var third =
        new Republish(
                world.client,
                world.database,
                world.settings.withTopic(second.topic()),
                InstantSource.system())
            .run();
    assertThat(third.topic()).isEqualTo(world.settings.topic() + ".g3");
  }

  @Test
  void a_scan_overtaken_by_writers_leaves_the_rest_of_the_stream_to_the_change_stream() {
    Instant began = Instant.parse("2026-01-05T02:00:00Z");
    var scanned = new ScannedCommits(began);
    Instant old = began.minus(Duration.ofDays(1));

    assertThat(scanned.take(commit("petition:a", 1, old))).isTrue();
    assertThat(scanned.take(commit("petition:b", 1, began))).isTrue();
    assertThat(scanned.take(commit("petition:b", 2, began))).isTrue();
    assertThat(scanned.take(commit("petition:c", 1, began))).isTrue();
    assertThat(scanned.take(commit("petition:c", 3, began))).isFalse();
    assertThat(scanned.take(commit("petition:c", 4, began))).isFalse();

    List<JournalCommit> stream =
        List.of(
            commit("petition:b", 2, began),
            commit("petition:c", 2, began),
            commit("petition:c", 3, began),
            commit("petition:a", 2, began),
            commit("petition:c", 4, began),
            commit("petition:d", 1, began));
    Window rest = scanned.without(new Window(stream, stream.size(), new BsonDocument(), 1, null));
    assertThat(rest.commits())
        .extracting(c -> c.stream() + c.k())
        .containsExactly("petition:c2", "petition:c3", "petition:a2", "petition:c4", "petition:d1");
    assertThat(scanned.commits()).isEqualTo(4 + 5);
  }

  private Republish.Result republish() {
    return new Republish(world.client, world.database, world.settings, InstantSource.system())
        .run();
  }

  private void writeUntil(CountDownLatch done) {
    for (int i = 0; done.getCount() > 0; i++) {
      world.commitTogether(streams(1 + i % 20), 1);
      world.commit("petition:n" + i % 300, 1);
    }
  }

  private static Map<String, List<String>> byStream(List<RelayWorld.Seen> seen) {
    var byStream = new TreeMap<String, List<String>>();
    seen.forEach(event ->
        byStream
            .computeIfAbsent(event.stream(), s -> new ArrayList<>())
            .add(event.sequence() + event.json()));
    return byStream;
  }

  private static JournalCommit commit(String stream, long k, Instant at) {
    return new JournalCommit(stream, k, k, List.of(), "by", at, "cor", "cau");
  }

  private static List<String> streams(int count) {
    return IntStream.range(0, count).mapToObj(i -> "petition:r" + i).toList();
  }

  /** One look of a gate, without its thread. */
  private record RelayGateLook(RelayWorld world, RelaySettings settings) {
    boolean accepting() {
      try (var gate = new RelayGate(world.database, settings, InstantSource.system())) {
        gate.look();
        return gate.accepting();
      }
    }
  }
}
