package cn.linli.gateway.views.frames;

import cn.linli.gateway.views.cells.CellReader;
import cn.linli.gateway.views.cells.SubjectCells;
import cn.linli.gateway.views.figures.Dimension;
import cn.linli.gateway.views.figures.Figure;
import cn.linli.gateway.views.figures.Figures;
import cn.linli.gateway.views.figures.Suppression;
import cn.linli.gateway.views.figures.Value;
import cn.linli.gateway.views.targets.Targets;
import cn.linli.platform.division.Division;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.division.Tier;
import cn.linli.platform.fold.GenerationProgress;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes frames from cells. Whole frames are kept for up to a second, never single cells. */
public final class FrameReader {

  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final int KEPT_MAX = 2_000;

  private final CellReader cells;
  private final LiveGeneration live;
  private final Divisions divisions;
  private final FrameValues values;
  private final Clock clock;
  private final Cache<List<Object>, Object> kept =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(KEPT_MAX).build();

  public FrameReader(
      CellReader cells, LiveGeneration live, Divisions divisions, Targets targets, Clock clock) {
    this.cells = cells;
    this.live = live;
    this.divisions = divisions;
    this.values = new FrameValues(targets);
    this.clock = clock;
  }

  public Frame frame(DivisionCode division, Window window, List<Figure> figures) {
    return kept(
        List.of("frame", division, window, codes(figures)),
        () -> {
          var now = live.now();
          var read =
              cells.totals(
                  scope(now, window),
                  Figures.subjects(figures),
                  counted(List.of(division)),
                  List.of(window.period()));
          var instant = clock.instant();
          var parts = parts(figures, now.progress(), instant);
          var asOf = parts.getFirst().asOf();
          return new Frame(
              division.value(),
              division.tier().wire(),
              name(division),
              window.period().from(),
              window.period().to(),
              window.at(),
              asOf,
              lag(asOf, instant),
              values.of(division, read.of(counted(division)), window.period(), figures),
              parts,
              now.name() + "-" + read.revision());
        });
  }

  /**
   * @throws ProblemException if the window has more buckets than a trend may have
   */
  public Rows trend(DivisionCode division, Window window, Buckets by, List<Figure> figures) {
    var buckets = by.of(window.period().from(), window.period().to());
    if (buckets.isEmpty()) {
      throw new ProblemException(Problem.of(400, "trend-too-long", Map.of("max", by.max())));
    }
    return kept(
        List.of("trend", division, window, by, codes(figures)),
        () -> {
          var now = live.now();
          var read =
              cells.totals(
                  scope(now, window),
                  Figures.subjects(figures),
                  counted(List.of(division)),
                  buckets);
          var found = read.of(counted(division));
          var rows = new ArrayList<Rows.Row>();
          for (var bucket : buckets) {
            rows.add(
                new Rows.Row(
                    bucket.from().toString(),
                    null,
                    bucket.to(),
                    values.of(division, found, bucket, figures)));
          }
          return rows(division, window, by.wire(), figures, now.progress(), rows, null, null);
        });
  }

  public Rows children(DivisionCode division, Window window, List<Figure> figures) {
    return kept(
        List.of("children", division, window, codes(figures)),
        () -> {
          var now = live.now();
          var children = childrenOf(division, now.name());
          var asked = new ArrayList<>(children);
          asked.add(division);
          var read =
              cells.totals(
                  scope(now, window),
                  Figures.subjects(figures),
                  counted(asked),
                  List.of(window.period()));
          var rows = new ArrayList<Rows.Row>();
          var childrenCells = new ArrayList<SubjectCells>();
          for (var child : children) {
            var found = read.of(counted(child));
            childrenCells.add(found);
            rows.add(
                new Rows.Row(
                    child.value(),
                    name(child),
                    null,
                    values.of(child, found, window.period(), figures)));
          }
          var total = read.of(counted(division));
          var own =
              values.of(
                  division,
                  subject ->
                      total
                          .of(subject)
                          .over(window.period(), SubjectCells.of(childrenCells, subject)),
                  figures);
          return rows(
              division,
              window,
              "division",
              figures,
              now.progress(),
              rows,
              new Rows.Row(division.value(), name(division), null, own),
              new Rows.Row(
                  division.value(),
                  name(division),
                  null,
                  values.of(division, total, window.period(), figures)));
        });
  }

  public Rows breakdown(DivisionCode division, Window window, Dimension by, List<Figure> figures) {
    return kept(
        List.of("breakdown", division, window, by, codes(figures)),
        () -> {
          var now = live.now();
          var found =
              cells.rows(
                  scope(now, window),
                  Figures.subjects(figures),
                  counted(division),
                  by,
                  window.period().to());
          Map<String, Map<String, Value>> byCode = new LinkedHashMap<>();
          found.forEach((code, row) ->
              byCode.put(
                  code,
                  FrameValues.divided(values.of(division, row, window.period(), figures), by)));
          boolean small = division.tier().isAtLeastAsFineAs(Tier.STREET);
          var rows = new ArrayList<Rows.Row>();
          (small ? Suppression.apply(byCode) : byCode)
              .forEach((code, row) -> rows.add(new Rows.Row(code, null, null, row)));
          return rows(division, window, by.wire(), figures, now.progress(), rows, null, null);
        });
  }

  private Rows rows(
      DivisionCode division,
      Window window,
      String by,
      List<Figure> figures,
      @Nullable GenerationProgress progress,
      List<Rows.Row> rows,
      Rows.@Nullable Row own,
      Rows.@Nullable Row total) {
    var instant = clock.instant();
    var parts = parts(figures, progress, instant);
    var asOf = parts.getFirst().asOf();
    return new Rows(
        division.value(),
        division.tier().wire(),
        name(division),
        by,
        window.period().from(),
        window.period().to(),
        window.at(),
        asOf,
        lag(asOf, instant),
        rows,
        own,
        total,
        parts);
  }

  /** All services are folded into one generation: their shares are equally fresh. */
  private static List<Part> parts(
      List<Figure> figures, @Nullable GenerationProgress progress, Instant instant) {
    return Figures.subjects(figures).stream()
        .map(subject -> Part.of(subject, progress, instant))
        .toList();
  }

  /** Those of the tree, and grids and others that were counted without being in it. */
  private List<DivisionCode> childrenOf(DivisionCode division, String generation) {
    var tiers = Tier.values();
    int next = division.tier().ordinal() + 1;
    if (next == tiers.length) {
      return List.of();
    }
    Set<DivisionCode> children = new LinkedHashSet<>();
    divisions.now().children(division).stream().map(Division::code).forEach(children::add);
    cells.childrenWithCells(generation, division.value(), tiers[next].digits()).stream()
        .map(DivisionCode::of)
        .forEach(children::add);
    return children.stream().sorted().toList();
  }

  private static CellReader.Scope scope(LiveGeneration.Now now, Window window) {
    int firstYear =
        now.progress() == null ? window.period().to().getYear() : now.progress().firstYear();
    return new CellReader.Scope(
        now.name(), Math.min(firstYear, window.period().to().getYear()), window.at());
  }

  /** A city without districts is counted in its virtual district: both show the same. */
  private static String counted(DivisionCode division) {
    return division.counted().value();
  }

  private static Collection<String> counted(Collection<DivisionCode> divisions) {
    return divisions.stream().map(FrameReader::counted).distinct().toList();
  }

  private String name(DivisionCode division) {
    return divisions.now().find(division).map(Division::name).orElse(division.value());
  }

  private static List<String> codes(List<Figure> figures) {
    return figures.stream().map(Figure::code).toList();
  }

  private static @Nullable Long lag(@Nullable Instant asOf, Instant now) {
    return asOf == null ? null : Math.max(0, Duration.between(asOf, now).toMillis());
  }

  @SuppressWarnings("unchecked")
  private <T> T kept(List<Object> key, Supplier<T> read) {
    return (T) kept.get(key, unseen -> read.get());
  }
}
