package cn.linli.platform.reaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.account.AccountEvent.Added;
import cn.linli.events.account.AccountEvent.Opened;
import cn.linli.local.LocalServers;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReactionTest {

  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ReactionWorld world = new ReactionWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void an_event_becomes_one_commit_in_its_target_with_its_thread_and_cause() {
    world.publish("account:a", 1, new Opened("370602003"), NOW);
    world.publish("account:a", 2, new Added(7, null), NOW);
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> world.offsetsCommitted() == 2);
    }
    JournalEntry commit = only("mirror-a");
    assertThat(commit.command()).isEqualTo("account:a:2/mirror/account:mirror-a");
    assertThat(commit.correlation()).isEqualTo("thread-account:a");
    assertThat(commit.causation()).isEqualTo("account:a:2");
    assertThat(commit.by()).isEqualTo("policy@3706#mirror");
    assertThat(commit.events()).singleElement().asString().contains("Added", "7");
  }

  @Test
  void an_event_that_comes_again_changes_nothing() {
    for (int times = 0; times < 3; times++) {
      world.publish("account:a", 2, new Added(7, null), NOW);
    }
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> world.offsetsCommitted() == 3);
    }
    assertThat(journal("mirror-a")).hasSize(1);
  }

  @Test
  void what_was_recorded_before_the_policy_applies_is_none_of_its_business() {
    world.publish("account:a", 1, new Added(7, null), MirrorReaction.SINCE.minusMillis(1));
    world.publish("account:a", 2, new Added(5, null), MirrorReaction.SINCE);
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> world.offsetsCommitted() == 2);
    }
    assertThat(only("mirror-a").command()).startsWith("account:a:2/");
  }

  @Test
  void a_refused_effect_ends_in_a_decline_under_the_same_command_id() {
    world.publish("account:a", 1, new Added(101, null), NOW);
    world.publish("account:a", 1, new Added(101, null), NOW);
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> world.offsetsCommitted() == 2);
    }
    JournalEntry commit = only("mirror-a");
    assertThat(commit.command()).isEqualTo("account:a:1/mirror/account:mirror-a");
    assertThat(commit.events()).singleElement().asString().contains("Claimed", "declined too-much");
  }

  @Test
  void an_effect_that_can_not_be_written_is_declined_too() {
    world.gate.answerFirst(1, command -> answered(new Outcome.Broken("too-large", "5 MB")));
    world.publish("account:a", 1, new Added(1, null), NOW);
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> world.offsetsCommitted() == 1);
    }
    assertThat(only("mirror-a").events()).singleElement().asString().contains("too-large");
  }

  @Test
  void a_busy_or_unknown_committer_is_asked_again_until_it_is_done_and_the_effect_is_single() {
    world.gate.answerFirst(4, command -> answered(new Outcome.Overloaded(Duration.ofMillis(200))));
    // done, but nobody knows
    world.gate.answerFirst(
        1,
        command ->
            world
                .gate
                .commit(command)
                .thenApply(done -> new Outcome.Unknown(Duration.ofMillis(100))));
    world.publish("account:a", 1, new Added(7, null), NOW);
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> world.offsetsCommitted() == 1);
    }
    assertThat(journal("mirror-a")).hasSize(1);
  }

  @Test
  void nothing_is_discarded_however_often_and_whatever_is_thrown() {
    for (int i = 0; i < 40; i++) {
      world.publish("account:s" + i, 1, new Added(1, null), NOW);
    }
    // the default handler gives up after ten, and at once after a class cast
    var deliveries = new AtomicInteger();
    world.gate.door =
        command -> {
          if (!command.id().startsWith("account:s7:") || deliveries.incrementAndGet() > 12) {
            return null;
          }
          if (deliveries.get() == 3) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("another"));
          }
          throw new ClassCastException("a mistake in a policy");
        };
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> world.offsetsCommitted() == 40);
    }
    for (int i = 0; i < 40; i++) {
      assertThat(journal("mirror-s" + i)).hasSize(1);
    }
    assertThat(deliveries).hasValue(13);
  }

  @Test
  void what_a_relay_took_back_is_never_seen() {
    world.publishAndAbort("account:a", 1, new Added(50, null), NOW);
    world.publish("account:a", 1, new Added(7, null), NOW);
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> !journal("mirror-a").isEmpty());
    }
    assertThat(only("mirror-a").events()).singleElement().asString().contains("7");
  }

  @Test
  void the_offset_waits_for_the_commit() throws Exception {
    var held = new CompletableFuture<Outcome>();
    world.gate.answerFirst(1, command -> held);
    world.publish("account:a", 1, new Added(7, null), NOW);
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> world.gate.first.isEmpty());
      await().during(Duration.ofSeconds(1)).until(() -> world.offsetsCommitted() == 0);
      held.complete(new Outcome.Overloaded(Duration.ofMillis(10)));
      await().atMost(PATIENCE).until(() -> world.offsetsCommitted() == 1);
    }
    assertThat(journal("mirror-a")).hasSize(1);
  }

  @Test
  void what_can_not_be_decoded_goes_to_the_dead_letters_with_its_reason_and_nothing_else_does() {
    world.publish("account:a", 1, "cn.linli.account.Unheard.v1", "{\"secret\":1}");
    world.publish("account:a", 2, "cn.linli.account.Added.v1", "{");
    world.send(
        new ProducerRecord<>(world.topic, "k".getBytes(UTF_8), "no headers".getBytes(UTF_8)));
    var empty = new ProducerRecord<byte[], byte[]>(world.topic, "k".getBytes(UTF_8), null);
    empty.headers().add("ce_type", "cn.linli.account.Added.v1".getBytes(UTF_8));
    world.send(empty);
    world.publish("account:a", 3, new Added(7, null), NOW);
    try (var service = world.service()) {
      await().atMost(PATIENCE).until(() -> world.offsetsCommitted() == 5);
    }
    assertThat(journal("mirror-a")).hasSize(1);
    List<ConsumerRecord<byte[], byte[]>> letters = deadLetters(4);
    assertThat(letters)
        .extracting(letter -> header(letter, DeadLetters.REASON))
        .anySatisfy(r -> assertThat(r).contains("Unheard.v1", "unknown event type"))
        .anySatisfy(r -> assertThat(r).contains("Added.v1"))
        .anySatisfy(r -> assertThat(r).contains("no value"))
        .anySatisfy(r -> assertThat(r).contains("ce_type is missing"));
    assertThat(letters)
        .allSatisfy(letter -> {
          assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo(world.topic);
          assertThat(header(letter, DeadLetters.GROUP)).isEqualTo(ReactionWorld.GROUP);
          assertThat(header(letter, DeadLetters.OFFSET)).matches("\\d+");
        });
    assertThat(letters)
        .anySatisfy(letter -> assertThat(header(letter, "ce_id")).isEqualTo("account:a:1"));
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters(int count) {
    var partition = new TopicPartition(world.topic + DeadLetters.SUFFIX, 0);
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", LocalServers.brokers(), "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      assertThat(consumer.endOffsets(List.of(partition)).get(partition)).isEqualTo(count);
      await()
          .atMost(PATIENCE)
          .until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
            return letters.size() == count;
          });
    }
    return letters;
  }

  private JournalEntry only(String key) {
    List<JournalEntry> journal = journal(key);
    assertThat(journal).hasSize(1);
    return journal.getFirst();
  }

  private List<JournalEntry> journal(String key) {
    return world.store.journal(new StreamId("account", key));
  }

  private static CompletableFuture<Outcome> answered(Outcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    var header = letter.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
