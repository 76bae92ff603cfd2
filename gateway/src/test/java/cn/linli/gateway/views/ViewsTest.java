package cn.linli.gateway.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Level;
import cn.linli.gateway.views.cells.CellReader;
import cn.linli.gateway.views.cells.Period;
import cn.linli.gateway.views.figures.Dimension;
import cn.linli.gateway.views.figures.Figure;
import cn.linli.gateway.views.figures.Figures;
import cn.linli.gateway.views.figures.Life;
import cn.linli.gateway.views.figures.PetitionFold;
import cn.linli.gateway.views.figures.Sums;
import cn.linli.gateway.views.figures.Value;
import cn.linli.gateway.views.frames.Buckets;
import cn.linli.gateway.views.frames.FrameReader;
import cn.linli.gateway.views.frames.LiveGeneration;
import cn.linli.gateway.views.frames.Rows;
import cn.linli.gateway.views.frames.Window;
import cn.linli.gateway.views.targets.Targets;
import cn.linli.local.LocalServers;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.fold.Folding;
import cn.linli.platform.fold.GenerationProgress;
import cn.linli.platform.fold.Generations;
import cn.linli.platform.fold.ViewAudit;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewsTest {

  private static final LocalDate LAST = LocalDate.parse("2026-01-31");
  private static final PetitionFold FOLD = new PetitionFold(ZoneId.of("Asia/Shanghai"));

  private final MongoClient client = LocalServers.mongo().client();
  private final MongoDatabase database = LocalServers.freshDatabase("views");
  private final PetitionTopic topic = new PetitionTopic();
  private final Folding folding =
      new Folding(topic.settings(), FOLD, client, database, "test").start();
  private final Generations generations = new Generations(client, database);
  private final FrameReader frames =
      new FrameReader(
          new CellReader(client, database),
          new LiveGeneration(generations, Clock.systemUTC()),
          new Divisions(DivisionTree.shipped()),
          new Targets(),
          Clock.systemUTC());

  @AfterEach
  void close() {
    folding.close();
    topic.close();
  }

  @Test
  void every_tier_is_the_sum_of_its_children_and_its_own() {
    topic.send(
        done("370602003007001"),
        done("370602003007002"),
        done("370602003007"),
        done("370602003"),
        done("370602"),
        done("370611104201"),
        done("3706"));
    folded();

    for (var code : List.of("37", "3706", "370602", "370602003", "370602003007")) {
      var rows = children(code);
      for (var figure : List.of("received", "closed", "open", "levelShare.grid")) {
        double parts = rows.rows().stream().mapToDouble(row -> size(row, figure)).sum();
        assertThat(parts + size(rows.own(), figure))
            .as("%s of %s", figure, code)
            .isEqualTo(size(rows.total(), figure));
      }
    }
    assertThat(size(children("3706").total(), "received")).isEqualTo(7);
    assertThat(size(children("3706").own(), "received")).isEqualTo(1);
    assertThat(children("370602003007").rows())
        .as("grids need no entry in the tree")
        .extracting(Rows.Row::key)
        .containsExactly("370602003007001", "370602003007002");
  }

  @Test
  void a_city_without_districts_and_its_virtual_district_show_the_same() {
    topic.send(done("620201002012001"), done("6202"), done("620200"), done("441900003001"));
    folded();

    assertThat(received("6202")).isEqualTo(3L);
    assertThat(received("620200")).isEqualTo(3L);
    assertThat(received("620201")).isEqualTo(3L);
    assertThat(received("620000")).isEqualTo(3L);
    assertThat(received("441900")).isEqualTo(1L);
    assertThat(received("4419")).isEqualTo(1L);
    var rows = children("6202");
    assertThat(rows.rows()).extracting(Rows.Row::key).containsExactly("620201");
    assertThat(size(rows.own(), "received")).isZero();
  }

  @Test
  void what_became_known_later_is_left_out_as_known_on_an_earlier_day_and_marked_as_revised() {
    topic.send(
        Life.in("370602")
            .submitted("2026-01-05")
            .resolved("2026-01-06", 90)
            .voted("2026-01-07", Answer.YES, 5)
            .closed("2026-01-08")
            .reopened("2026-01-20"),
        Life.in("370602").importedOn("2026-01-25").submitted("2019-04-25"));
    folded();

    var before = value("3706", "closed", null, "2026-01-31", "2026-01-19");
    assertThat(before.value()).isEqualTo(1L);
    assertThat(before.revised()).isFalse();
    var after = value("3706", "closed", null, "2026-01-31", "2026-01-31");
    assertThat(after.value()).isEqualTo(0L);
    assertThat(after.revised()).isTrue();
    assertThat(value("3706", "received", "2019-01-01", "2019-12-31", "2026-01-24").value())
        .isNull();
    assertThat(value("3706", "received", "2019-01-01", "2019-12-31", "2026-01-25").value())
        .isEqualTo(1L);
    assertThat(value("3706", "received", null, "2026-01-31", "2026-01-31").value()).isEqualTo(2L);
  }

  @Test
  void a_trend_shows_events_in_their_bucket_and_states_at_its_end() {
    topic.send(
        Life.in("370602").submitted("2025-12-30").resolved("2026-01-06", 60).closed("2026-01-06"),
        Life.in("370602").submitted("2026-01-05"),
        Life.in("370602").submitted("2026-01-12"));
    folded();

    assertThat(trend(Buckets.DAY, "2026-01-05", "2026-01-07", "open")).containsExactly(2L, 1L, 1L);
    assertThat(trend(Buckets.WEEK, "2026-01-05", "2026-01-18", "received")).containsExactly(1L, 1L);
    assertThat(trend(Buckets.MONTH, "2025-11-15", "2026-01-31", "received"))
        .containsExactly(null, 1L, 2L);
    assertThat(trend(Buckets.MONTH, "2025-11-15", "2026-01-31", "open"))
        .containsExactly(null, 1L, 2L);
  }

  @Test
  void a_break_down_adds_up_and_hides_small_numbers_of_small_places() {
    var lives = new ArrayList<Life>();
    IntStream.range(0, 12).forEach(i -> lives.add(about("heating")));
    IntStream.range(0, 7).forEach(i -> lives.add(about("noise")));
    IntStream.range(0, 3).forEach(i -> lives.add(about("parking.bikes")));
    topic.send(lives);
    folded();

    assertThat(breakdown("370602", Dimension.CATEGORY, "received"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("heating", 12L, "noise", 7L, "parking.bikes", 3L));
    var street = breakdown("370602003", Dimension.CATEGORY, "received");
    assertThat(street.get("heating")).isEqualTo(12L);
    assertThat(street.get("parking.bikes")).as("small").isNull();
    assertThat(street.get("noise")).as("or the small one is the rest").isNull();
    assertThat(breakdown("370602", Dimension.LEVEL, "closed")).containsEntry("grid", 22L);
    assertThat(breakdown("370602", Dimension.LEVEL, "received")).containsEntry("grid", null);
  }

  @Test
  void frames_are_never_torn_while_a_folder_commits_and_live_equals_rebuilt() throws Exception {
    var stop = new AtomicBoolean();
    var writer =
        Thread.startVirtualThread(() -> {
          while (!stop.get()) {
            topic.send(
                IntStream.range(0, 60)
                    .mapToObj(i -> done("37060200" + (1 + i % 9) + "006001"))
                    .toList());
          }
        });
    var reader = new CellReader(client, database);
    await().until(() -> generations.progress("1").map(GenerationProgress::records).orElse(0L) > 0);
    var scope = new CellReader.Scope("1", 2026, LAST);
    var all = new Period(null, LAST);
    var streets = IntStream.range(1, 10).mapToObj(i -> "37060200" + i).toList();
    var asked = new ArrayList<>(streets);
    asked.add("3706");
    var received = Figures.find("petitions.received").orElseThrow();
    var seen = new TreeSet<Long>();
    for (long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        seen.size() < 12 && System.nanoTime() < until; ) {
      var read = reader.totals(scope, List.of("petitions"), asked, List.of(all));
      long city = number(received, read.of("3706").of("petitions").over(all));
      long sum =
          streets.stream()
              .mapToLong(street -> number(received, read.of(street).of("petitions").over(all)))
              .sum();
      assertThat(sum).isEqualTo(city);
      seen.add(city);
    }
    stop.set(true);
    writer.join();

    assertThat(seen).as("it did fold meanwhile").hasSize(12);
    folded();
    var verdict = new ViewAudit(topic.settings(), FOLD, client, database).run(applied -> {});
    assertThat(verdict.differences()).isEmpty();
    assertThat(verdict.records()).isEqualTo(topic.size());
  }

  private static Life done(String division) {
    return Life.in(division)
        .at(Level.GRID)
        .submitted("2026-01-05")
        .resolved("2026-01-06", 90)
        .closed("2026-01-07");
  }

  private static Life about(String category) {
    return Life.in("370602003006001")
        .about(category)
        .submitted("2026-01-05")
        .resolved("2026-01-06", 90)
        .closed("2026-01-07");
  }

  private void folded() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            generations.progress("1").map(GenerationProgress::records).orElse(0L) == topic.size());
  }

  private Object received(String division) {
    return value(division, "received", null, "2026-01-31", "2026-01-31").value();
  }

  private Value value(String division, String figure, String from, String to, String at) {
    var known = LocalDate.parse(at);
    var last = LocalDate.parse(to);
    var period =
        new Period(from == null ? null : LocalDate.parse(from), last.isAfter(known) ? known : last);
    return frames
        .frame(DivisionCode.of(division), new Window(period, known), Figures.ALL)
        .figures()
        .get("petitions." + figure);
  }

  private Rows children(String division) {
    return frames.children(
        DivisionCode.of(division), new Window(new Period(null, LAST), LAST), Figures.ALL);
  }

  private List<Number> trend(Buckets by, String from, String to, String figure) {
    var window =
        new Window(new Period(LocalDate.parse(from), LocalDate.parse(to)), LocalDate.parse(to));
    return frames.trend(DivisionCode.of("3706"), window, by, Figures.ALL).rows().stream()
        .map(row -> row.figures().get("petitions." + figure).value())
        .toList();
  }

  private Map<String, Number> breakdown(String division, Dimension by, String figure) {
    var values = new HashMap<String, Number>();
    frames
        .breakdown(
            DivisionCode.of(division), new Window(new Period(null, LAST), LAST), by, Figures.ALL)
        .rows()
        .forEach(row -> values.put(row.key(), row.figures().get("petitions." + figure).value()));
    return values;
  }

  private static double size(Rows.Row row, String figure) {
    var value = row.figures().get("petitions." + figure);
    Number number = value.denominator() != null ? value.denominator() : value.value();
    return number == null ? 0 : number.doubleValue();
  }

  private static long number(Figure figure, Sums sums) {
    Number value = figure.value(sums).value();
    return value == null ? 0 : value.longValue();
  }
}
