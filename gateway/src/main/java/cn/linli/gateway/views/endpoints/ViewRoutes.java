package cn.linli.gateway.views.endpoints;

import static cn.linli.platform.web.Roles.anyone;
import static cn.linli.platform.web.Roles.by;

import cn.linli.gateway.views.cells.Period;
import cn.linli.gateway.views.figures.Dimension;
import cn.linli.gateway.views.frames.Buckets;
import cn.linli.gateway.views.frames.Frame;
import cn.linli.gateway.views.frames.FrameReader;
import cn.linli.gateway.views.frames.Rows;
import cn.linli.gateway.views.frames.Window;
import cn.linli.platform.access.Role;
import cn.linli.platform.division.Tier;
import cn.linli.platform.fold.Generations;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** The route table of the views. */
public final class ViewRoutes {

  private static final List<String> WINDOW = List.of("from", "to", "at", "figures");

  private final FrameReader frames;
  private final Generations generations;
  private final Asked asked;
  private final Questions questions;

  public ViewRoutes(FrameReader frames, Generations generations, Asked asked) {
    this.frames = frames;
    this.generations = generations;
    this.asked = asked;
    this.questions = new Questions(frames, asked);
  }

  public RouteTable table(Web web, FigureStream stream, FigureCases cases) {
    return Routes.under("/api/v1/views", web)
        .get("/figures", FigureReply.Catalogue.class, anyone(), this::figures)
        .about("The catalogue: codes, names, formulas in words, versions, units")
        .get("/rebuild", RebuildReply.class, anyone(), this::rebuild)
        .about("Where a rebuild is")
        .read("/rebuild", NoBody.class, RebuildReply.class, by(Role.ADMIN), this::startRebuild)
        .about("Builds the view anew beside the live one and switches when it has come as far")
        .read("/query", ViewQuery.class, ViewQuery.Answers.class, anyone(), questions::answers)
        .about("Up to 50 questions in one call")
        .get("/{division}", Frame.class, anyone(), WINDOW, this::frame)
        .about("The figures of a division, from the beginning or from a day on")
        .get("/{division}/trend", Rows.class, anyone(), and("by"), this::trend)
        .about("Figures by day, week or month")
        .get("/{division}/children", Rows.class, anyone(), and("sort"), this::children)
        .about(
            "Figures of the divisions one tier finer, what is the division's own, and their total")
        .get("/{division}/breakdown", Rows.class, anyone(), and("by"), this::breakdown)
        .about(
            "Figures by category, channel, kind or level; small numbers of small places are hidden")
        .raw(HttpMethod.GET, "/{division}/stream", anyone(), stream)
        .about("Server-sent events: figures, alert, heartbeat; ends when the token expires")
        .raw(HttpMethod.GET, "/{division}/figures/{figure}/cases", anyone(), cases)
        .about("The requests behind a figure")
        .build();
  }

  private static List<String> and(String parameter) {
    return List.of("from", "to", "at", "figures", parameter);
  }

  private FigureReply.Catalogue figures(Query<NoBody> query) {
    return FigureReply.catalogue(query.language());
  }

  private RebuildReply rebuild(Query<NoBody> query) {
    return RebuildReply.of(generations);
  }

  private RebuildReply startRebuild(Query<NoBody> query) {
    generations.wantRebuild();
    return RebuildReply.of(generations);
  }

  private Frame frame(Query<NoBody> query) {
    return frames.frame(asked.division(query), asked.window(query), asked.figures(query));
  }

  private Rows trend(Query<NoBody> query) {
    var division = asked.division(query);
    Buckets by = query.oneOf("by", Buckets.class).orElse(Buckets.DAY);
    Window window = asked.window(query);
    LocalDate from = window.period().from();
    if (from == null) {
      window =
          new Window(
              new Period(by.usualStart(window.period().to()), window.period().to()), window.at());
    }
    return frames.trend(division, window, by, asked.figures(query));
  }

  private Rows breakdown(Query<NoBody> query) {
    var division = asked.division(query);
    if (division.tier() == Tier.GRID) {
      throw new ProblemException(Problem.of(422, "too-small-to-break-down"));
    }
    var by =
        query
            .oneOf("by", Dimension.class)
            .orElseThrow(
                () -> Asked.bad("by", "category, channel, kind, level, mechanism, pathway"));
    return frames.breakdown(division, asked.window(query), by, asked.figures(query));
  }

  private Rows children(Query<NoBody> query) {
    var rows = frames.children(asked.division(query), asked.window(query), asked.figures(query));
    return query.text("sort").map(sort -> sorted(rows, sort)).orElse(rows);
  }

  /** By a figure, the largest first where a minus stands before it; what has no data comes last. */
  private static Rows sorted(Rows rows, String sort) {
    boolean descending = sort.startsWith("-");
    var figure = Asked.figure("sort", descending ? sort.substring(1) : sort);
    Comparator<Double> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return rows.withRows(
        rows.rows().stream()
            .sorted(
                Comparator.comparing(
                    (Rows.Row row) -> number(row, figure.code()), Comparator.nullsLast(order)))
            .toList());
  }

  private static @Nullable Double number(Rows.Row row, String figure) {
    var value = row.figures().get(figure);
    return value == null || value.value() == null ? null : value.value().doubleValue();
  }
}
