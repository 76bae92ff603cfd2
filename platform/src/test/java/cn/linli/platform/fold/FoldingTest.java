package cn.linli.platform.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldingTest {

  private static final String DAY = "2026-01-05";
  private static final String CITY_YEAR = "3706|2026|things";

  private final MongoDatabase database = LocalServers.freshDatabase("views");
  private final TestTopic topic = new TestTopic();
  private final Generations generations = new Generations(LocalServers.mongo().client(), database);
  private final List<AutoCloseable> closing = new ArrayList<>(List.of(topic));

  @AfterEach
  void close() throws Exception {
    for (var closeable : closing.reversed()) {
      closeable.close();
    }
  }

  @Test
  void what_is_on_the_topic_is_in_the_cells() {
    topic.send(made(3_000));
    fold();

    awaitMade(3_000);
    topic.send(made(1));
    awaitMade(3_001);
    assertThat(progress().poisons()).isZero();
    assertThat(progress().firstYear()).isEqualTo(2026);
  }

  @Test
  void two_folders_of_one_generation_and_a_batch_written_twice_change_nothing() {
    topic.send(made(500));
    fold();
    awaitMade(500);
    var store = new CellStore(LocalServers.mongo().client(), database, live());
    var partition = new TopicPartition(topic.name, 0);
    var now = store.positions(List.of(partition));
    var before =
        new Position(partition, now.get(partition).topicId(), 0, 0); // as read before it was folded
    var zombie = new Batch(new LineFold(1), Map.of(partition, before));
    zombie.add(record(1), 0);

    assertThatThrownBy(() -> new BatchWriter(store, new FolderProgress()).write(zombie))
        .isInstanceOf(LostPosition.class);
    var second = new FolderThread(topic.settings(), new LineFold(1), store, live());
    try (var ends = new TopicEnds(topic.settings())) {
      second.keepRunning(ends);
      IntStream.range(0, 40).forEach(i -> topic.send(made(250)));
      awaitMade(10_500);
    } finally {
      second.close();
    }
    assertThat(made()).isEqualTo(10_500);
    assertThat(audit().equal()).isTrue();
  }

  @Test
  void a_skipped_record_stops_folding_with_an_alarm() {
    topic.send(made(10));
    fold();
    awaitMade(10);
    topic.skip(0);
    topic.send(made(10));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(progress().alarm()).contains("expected record n=6, found n=7"));
    assertThat(made()).isLessThan(20);
  }

  @Test
  void a_record_that_can_not_be_counted_is_named_and_passed() {
    var values = new ArrayList<>(made(100));
    values.set(41, "nonsense".getBytes());
    topic.send(values);
    fold();

    awaitMade(99);
    await().untilAsserted(() -> assertThat(progress().records()).isEqualTo(100));
    assertThat(poison())
        .singleElement()
        .satisfies(named -> {
          assertThat(named.getString("event")).isEqualTo("thing:1-21:1");
          assertThat(named.getString("reason")).contains("not a line of six parts");
        });
  }

  @Test
  void a_record_that_can_not_be_written_is_found_by_halving() {
    fold();
    await().until(() -> generations.progress("1").isPresent());
    database
        .getCollection(ViewCollections.CELLS)
        .insertOne(
            new Document("_id", "1|52|2026|things").append("m", new Document("01", "no number")));
    var values = new ArrayList<>(made(1_000));
    values.set(700, LineFold.line("52", DAY, DAY, "heat", "made", 1));
    topic.send(values);

    awaitMade(999);
    await().untilAsserted(() -> assertThat(progress().records()).isEqualTo(1_000));
    assertThat(poison())
        .singleElement()
        .satisfies(named -> assertThat(named.getString("event")).isEqualTo("thing:0-351:1"));
  }

  @Test
  void a_generation_is_rebuilt_beside_the_live_one_and_switched_to_under_load() throws Exception {
    topic.send(made(5_000));
    fold();
    awaitMade(5_000);
    var stop = new AtomicBoolean();
    var sent = new int[] {5_000};
    var load =
        Thread.startVirtualThread(() -> {
          while (!stop.get()) {
            topic.send(made(100));
            sent[0] += 100;
          }
        });

    generations.wantRebuild();
    await().atMost(Duration.ofSeconds(30)).until(() -> live().equals("2"));
    stop.set(true);
    load.join();

    awaitMade(sent[0]);
    assertThat(generations.state().orElseThrow().retired())
        .singleElement()
        .satisfies(old -> assertThat(old.generation()).isEqualTo("1"));
    var verdict = audit();
    assertThat(verdict.differences()).isEmpty();
    assertThat(verdict.records()).isEqualTo(sent[0]);
    assertThat(verdict.cells()).isPositive();
    generations.dropRetired(Instant.now().plus(Duration.ofHours(2)));
    assertThat(cells("1|")).isZero();
  }

  @Test
  void another_version_of_the_fold_rebuilds_by_itself() {
    topic.send(made(100));
    var first = fold();
    awaitMade(100);
    first.close();

    start(new LineFold(2));

    await().atMost(Duration.ofSeconds(30)).until(() -> live().equals("2"));
    awaitMade(100);
  }

  /** After a republish: the new topic begins at its start, in a generation of its own. */
  @Test
  void another_topic_is_folded_from_its_start_after_a_rebuild() {
    topic.send(made(300));
    var first = fold();
    awaitMade(300);
    first.close();
    var republished = new TestTopic();
    closing.add(republished);
    republished.send(made(300));

    closing.add(
        new Folding(
                republished.settings(),
                new LineFold(1),
                LocalServers.mongo().client(),
                database,
                "test")
            .start());
    assertThat(made()).isEqualTo(300);
    generations.wantRebuild();

    await().atMost(Duration.ofSeconds(30)).until(() -> live().equals("2"));
    republished.send(made(7));
    awaitMade(307);
    await().untilAsserted(() -> assertThat(progress().alarm()).isNull());
  }

  @Test
  void an_audit_names_the_cell_that_was_tampered_with() {
    topic.send(made(100));
    fold();
    awaitMade(100);
    database
        .getCollection(ViewCollections.CELLS)
        .updateOne(
            Filters.eq("_id", live() + "|" + CITY_YEAR),
            new Document("$inc", new Document("m.01.made", 1)));

    assertThat(audit().differences())
        .singleElement()
        .asString()
        .contains(CITY_YEAR, "live {m.01.made=86}", "rebuilt {m.01.made=85}");
  }

  private Folding fold() {
    return start(new LineFold(1));
  }

  private Folding start(Fold fold) {
    var folding =
        new Folding(topic.settings(), fold, LocalServers.mongo().client(), database, "test")
            .start();
    closing.add(folding);
    return folding;
  }

  private ViewAudit.Verdict audit() {
    return new ViewAudit(topic.settings(), new LineFold(1), LocalServers.mongo().client(), database)
        .run(applied -> {});
  }

  private static List<byte[]> made(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            LineFold.line(
                "37/3706/37060" + (1 + i % 3),
                DAY,
                i % 7 == 0 ? "2026-01-06" : DAY,
                "heat",
                "made",
                1))
        .toList();
  }

  private FoldRecord record(long n) {
    return new FoldRecord(
        topic.name,
        0,
        n - 1,
        n,
        "Made",
        "x",
        "37",
        "",
        LineFold.line("37", DAY, DAY, "heat", "made", 1));
  }

  private String live() {
    return generations.state().map(GenerationState::live).orElse("");
  }

  private GenerationProgress progress() {
    return generations.progress(live()).orElseThrow();
  }

  private void awaitMade(long expected) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(made()).isEqualTo(expected));
  }

  /** All of the city, late ones included. */
  private long made() {
    long made = 0;
    var inYear = Filters.regex("_id", "^" + live() + "\\|3706\\|2026\\|things");
    for (var cell : database.getCollection(ViewCollections.CELLS).find(inYear)) {
      made += cell.getEmbedded(List.of("m", "01", "made"), Number.class).longValue();
    }
    return made;
  }

  private long cells(String prefix) {
    return database
        .getCollection(ViewCollections.CELLS)
        .countDocuments(Filters.regex("_id", "^" + prefix.replace("|", "\\|")));
  }

  private List<Document> poison() {
    return database.getCollection(ViewCollections.POISON).find().into(new ArrayList<>());
  }
}
