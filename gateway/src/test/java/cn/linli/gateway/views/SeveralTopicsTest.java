package cn.linli.gateway.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeOutcome;
import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.petition.Level;
import cn.linli.gateway.views.cells.AppliedCounts;
import cn.linli.gateway.views.cells.CellReader;
import cn.linli.gateway.views.cells.Period;
import cn.linli.gateway.views.figures.Dimension;
import cn.linli.gateway.views.figures.DisputeFold;
import cn.linli.gateway.views.figures.Figure;
import cn.linli.gateway.views.figures.Figures;
import cn.linli.gateway.views.figures.Life;
import cn.linli.gateway.views.figures.PetitionFold;
import cn.linli.gateway.views.figures.Quarrel;
import cn.linli.gateway.views.frames.Frame;
import cn.linli.gateway.views.frames.FrameReader;
import cn.linli.gateway.views.frames.LiveGeneration;
import cn.linli.gateway.views.frames.Part;
import cn.linli.gateway.views.frames.Rows;
import cn.linli.gateway.views.frames.Window;
import cn.linli.gateway.views.targets.Targets;
import cn.linli.local.LocalServers;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.fold.Fold;
import cn.linli.platform.fold.FolderSettings;
import cn.linli.platform.fold.Folding;
import cn.linli.platform.fold.GenerationProgress;
import cn.linli.platform.fold.Generations;
import cn.linli.platform.fold.TopicFolds;
import cn.linli.platform.fold.ViewAudit;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests and disputes in one generation, on a real broker. */
class SeveralTopicsTest {

  private static final String STREET = "370602003";
  private static final LocalDate LAST = LocalDate.parse("2026-03-31");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final MongoClient client = LocalServers.mongo().client();
  private final MongoDatabase database = LocalServers.freshDatabase("views");
  private final PetitionTopic petitions = new PetitionTopic();
  private final NumberedTopic<MediationEvent> disputes = disputeTopic();
  private final List<Folding> running = new ArrayList<>();
  private final Generations generations = new Generations(client, database);
  private final FrameReader frames =
      new FrameReader(
          new CellReader(client, database),
          new LiveGeneration(generations, Clock.systemUTC()),
          new Divisions(DivisionTree.shipped()),
          new Targets(),
          Clock.systemUTC());

  private static NumberedTopic<MediationEvent> disputeTopic() {
    var topic = new NumberedTopic<>("dispute-" + UUID.randomUUID(), "d", MediationEvent.class);
    LocalServers.kafka()
        .createTopic(topic.name(), NumberedTopic.PARTITIONS, Map.of("retention.ms", "-1"));
    return topic;
  }

  @AfterEach
  void close() {
    running.forEach(Folding::close);
    petitions.close();
    disputes.close();
  }

  private TopicFolds folds(boolean both) {
    Fold requests = new PetitionFold(ZONE);
    return new TopicFolds(
        "views",
        both
            ? Map.of(petitions.name(), requests, disputes.name(), new DisputeFold(ZONE))
            : Map.of(petitions.name(), requests));
  }

  private FolderSettings settings(boolean both) {
    return FolderSettings.of(
        Map.of("bootstrap.servers", LocalServers.brokers()),
        both ? List.of(petitions.name(), disputes.name()) : List.of(petitions.name()));
  }

  private Folding fold(boolean both) {
    var folding = new Folding(settings(both), folds(both), client, database, "test").start();
    running.add(folding);
    return folding;
  }

  private static List<List<NumberedTopic.Stamped<MediationEvent>>> quarrels(Quarrel... all) {
    return List.of(all).stream().map(Quarrel::events).toList();
  }

  private static Life request(String community) {
    return Life.in(community)
        .at(Level.GRID)
        .submitted("2026-03-01")
        .resolved("2026-03-02", 90)
        .closed("2026-03-03");
  }

  @Test
  void figures_of_both_stand_in_one_frame_on_every_tier_and_live_equals_rebuilt() {
    fold(true);
    petitions.send(request(STREET + "006"), request(STREET + "007"));
    disputes.send(
        quarrels(
            Quarrel.in(STREET + "006")
                .before(Mechanism.PANEL)
                .registered("2026-03-01")
                .agreed("2026-03-09", 1)
                .fellDue("2026-03-20")
                .performed("2026-03-25", "2026-03-20"),
            Quarrel.in(STREET + "007").registered("2026-03-01").partlyAgreed("2026-03-10"),
            Quarrel.in("370611104").registered("2026-03-02")));
    folded();

    for (var place : Map.of("37", 3L, "3706", 3L, "370602", 2L, STREET, 2L).entrySet()) {
      Frame frame = frame(place.getKey(), Figures.ALL);
      assertThat(frame.figures().get("disputes.registered").value()).isEqualTo(place.getValue());
      assertThat(frame.figures().get("petitions.received").value()).isEqualTo(2L);
      assertThat(frame.parts())
          .extracting(Part::service)
          .containsExactly("petitions", "disputes", "bank");
      assertThat(frame.parts()).extracting(Part::state).containsOnly("live");
    }
    var rate = frame("3706", Figures.ALL).figures().get("disputes.successRate");
    assertThat(rate.value()).isEqualTo(0.5);
    assertThat(rate.apart()).isEqualTo(1L);
    var performed = frame("3706", List.of(figure("disputes.performedRate")));
    assertThat(performed.figures().get("disputes.performedRate").value()).isEqualTo(1.0);
    assertThat(performed.figures().get("disputes.performedRate").revised())
        .as("done late: known after the day it was due")
        .isTrue();
    assertThat(performed.parts()).extracting(Part::service).containsExactly("disputes");
    assertThat(frame("370611104", Figures.ALL).figures().get("petitions.received").value())
        .as("no request was ever counted there")
        .isNull();

    var children =
        frames.children(DivisionCode.of("3706"), window(), List.of(figure("disputes.registered")));
    assertThat(children.rows())
        .filteredOn(row -> row.figures().get("disputes.registered").value() != null)
        .extracting(Rows.Row::key)
        .containsExactly("370602", "370611");
    var verdict = new ViewAudit(settings(true), folds(true), client, database).run(applied -> {});
    assertThat(verdict.differences()).isEmpty();
    assertThat(verdict.records()).isEqualTo(petitions.size() + disputes.size());
  }

  @Test
  void disputes_are_broken_down_by_kind_and_mechanism() {
    fold(true);
    petitions.send(request(STREET + "006"));
    disputes.send(
        IntStream.range(0, 12)
            .mapToObj(i ->
                Quarrel.in(STREET + "006")
                    .about(i < 7 ? DisputeKind.NEIGHBOURS : DisputeKind.RELOCATION)
                    .before(i < 6 ? Mechanism.SINGLE : Mechanism.FOUR_PARTY)
                    .registered("2026-03-01")
                    .ended(
                        "2026-03-09", i % 2 == 0 ? DisputeOutcome.AGREED : DisputeOutcome.FAILED, 1)
                    .events())
            .toList());
    folded();

    assertThat(broken("370602", Dimension.KIND, "disputes.registered"))
        .isEqualTo(Map.of("neighbours", 7L, "relocation", 5L));
    assertThat(broken("370602", Dimension.MECHANISM, "disputes.concluded"))
        .isEqualTo(Map.of("single", 6L, "four-party", 6L));
    assertThat(
            frames
                .breakdown(
                    DivisionCode.of("370602"),
                    window(),
                    Dimension.MECHANISM,
                    List.of(figure("disputes.registered"), figure("petitions.received")))
                .rows())
        .as("neither is known by mechanism")
        .allSatisfy(
            row -> assertThat(row.figures().values()).allMatch(value -> value.value() == null));
  }

  @Test
  void a_topic_that_joins_later_is_counted_from_its_beginning_while_the_old_view_goes_on() {
    var before = fold(false);
    petitions.send(request(STREET + "006"));
    disputes.send(quarrels(Quarrel.in(STREET + "006").registered("2026-03-01")));
    await().until(() -> records() == petitions.size());
    String first = generations.state().orElseThrow().live();
    before.close();

    fold(true);
    await().until(() -> !generations.state().orElseThrow().live().equals(first));
    folded();
    var figures = frame("3706", Figures.ALL).figures();
    assertThat(figures.get("petitions.received").value()).isEqualTo(1L);
    assertThat(figures.get("disputes.registered").value()).isEqualTo(1L);
  }

  @Test
  void applied_records_are_counted_topic_by_topic() {
    fold(true);
    petitions.send(request(STREET + "006"));
    disputes.send(
        quarrels(Quarrel.in(STREET + "006").registered("2026-03-01").agreed("2026-03-01", 1)));
    folded();
    var counts = new AppliedCounts(database, generations);
    var day = LocalDate.parse("2026-03-01");
    assertThat(counts.on(day, "petitions", List.of("370602"))).containsEntry("370602", 1L);
    assertThat(counts.on(day, "disputes", List.of("370602"))).containsEntry("370602", 2L);
  }

  private Map<String, Object> broken(String division, Dimension by, String code) {
    var rows =
        frames.breakdown(DivisionCode.of(division), window(), by, List.of(figure(code))).rows();
    var values = new HashMap<String, Object>();
    rows.forEach(row -> values.put(row.key(), row.figures().get(code).value()));
    return values;
  }

  private static Figure figure(String code) {
    return Figures.find(code).orElseThrow();
  }

  private static Window window() {
    return new Window(new Period(null, LAST), LAST);
  }

  private Frame frame(String division, List<Figure> figures) {
    return frames.frame(DivisionCode.of(division), window(), figures);
  }

  private void folded() {
    await().until(() -> records() == petitions.size() + disputes.size());
    await()
        .untilAsserted(() ->
            assertThat(frame("3706", Figures.ALL).parts())
                .extracting(Part::state)
                .containsOnly("live"));
  }

  private long records() {
    return generations
        .state()
        .flatMap(state -> generations.progress(state.live()))
        .map(GenerationProgress::records)
        .orElse(0L);
  }
}
