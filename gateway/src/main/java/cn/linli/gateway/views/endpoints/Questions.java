package cn.linli.gateway.views.endpoints;

import cn.linli.gateway.views.cells.Period;
import cn.linli.gateway.views.endpoints.ViewQuery.Compare;
import cn.linli.gateway.views.endpoints.ViewQuery.Question;
import cn.linli.gateway.views.endpoints.ViewQuery.Row;
import cn.linli.gateway.views.figures.Dimension;
import cn.linli.gateway.views.figures.Figure;
import cn.linli.gateway.views.figures.Value;
import cn.linli.gateway.views.frames.Buckets;
import cn.linli.gateway.views.frames.FrameReader;
import cn.linli.gateway.views.frames.Window;
import cn.linli.platform.access.Caller;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.Query;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers {@code POST /query}. */
final class Questions {

  private final FrameReader frames;
  private final Asked asked;

  Questions(FrameReader frames, Asked asked) {
    this.frames = frames;
    this.asked = asked;
  }

  ViewQuery.Answers answers(Query<ViewQuery> query) {
    var answers = new LinkedHashMap<String, ViewQuery.Answer>();
    query
        .body()
        .queries()
        .forEach((name, question) ->
            answers.put(name, answer("queries." + name, question, query.caller())));
    return new ViewQuery.Answers(answers);
  }

  private ViewQuery.Answer answer(String field, Question question, Caller caller) {
    var figures = Asked.figures(field + ".figures", question.figures());
    var window =
        asked.window(
            question.from(),
            Optional.ofNullable(question.to()),
            Optional.ofNullable(question.at()));
    var rows = new ArrayList<Row>();
    for (var code : question.divisions()) {
      var division = asked.known(code, caller);
      rows.addAll(rows(field, division, window, question, figures));
    }
    return new ViewQuery.Answer(rows);
  }

  private List<Row> rows(
      String field, DivisionCode division, Window window, Question question, List<Figure> figures) {
    var now = keyed(field, division, window, question, figures);
    Compare compare = question.compare();
    if (compare == null) {
      return now;
    }
    if (window.period().from() == null) {
      throw Asked.bad(field + ".from", "compare");
    }
    var before = keyed(field, division, other(window, compare), question, figures);
    boolean byTime = question.by() != null && bucket(question.by()) != null;
    var compared = new ArrayList<Row>();
    for (int i = 0; i < now.size(); i++) {
      Row row = now.get(i);
      // buckets are compared by their place in the period, codes by their name
      Row match = byTime ? (i < before.size() ? before.get(i) : null) : find(before, row.key());
      compared.add(
          new Row(
              row.division(),
              row.key(),
              row.from(),
              row.to(),
              row.figures(),
              match == null ? noData(figures) : match.figures()));
    }
    return compared;
  }

  private List<Row> keyed(
      String field, DivisionCode division, Window window, Question question, List<Figure> figures) {
    var rows = new ArrayList<Row>();
    Period period = window.period();
    ViewQuery.By by = question.by();
    if (by == null) {
      var frame = frames.frame(division, window, figures);
      return List.of(
          new Row(division.value(), null, period.from(), period.to(), frame.figures(), null));
    }
    Buckets bucket = bucket(by);
    if (bucket == null) {
      var dimension = Dimension.ofWire(by.wire()).orElseThrow();
      for (var row : frames.breakdown(division, window, dimension, figures).rows()) {
        rows.add(
            new Row(division.value(), row.key(), period.from(), period.to(), row.figures(), null));
      }
      return rows;
    }
    if (period.from() == null) {
      throw Asked.bad(field + ".from", "by");
    }
    for (var row : frames.trend(division, window, bucket, figures).rows()) {
      rows.add(
          new Row(
              division.value(),
              row.key(),
              LocalDate.parse(row.key()),
              row.to(),
              row.figures(),
              null));
    }
    return rows;
  }

  private static @Nullable Buckets bucket(ViewQuery.By by) {
    return switch (by) {
      case DAY -> Buckets.DAY;
      case WEEK -> Buckets.WEEK;
      case MONTH -> Buckets.MONTH;
      default -> null;
    };
  }

  private static Window other(Window window, Compare compare) {
    LocalDate from = window.period().from();
    LocalDate to = window.period().to();
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return new Window(
        compare == Compare.PREVIOUS
            ? new Period(from.minusDays(days), from.minusDays(1))
            : new Period(from.minusYears(1), to.minusYears(1)),
        window.at());
  }

  private static @Nullable Row find(List<Row> rows, @Nullable String key) {
    return rows.stream()
        .filter(row -> key == null ? row.key() == null : key.equals(row.key()))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Value> noData(List<Figure> figures) {
    var values = new LinkedHashMap<String, Value>();
    figures.forEach(figure -> values.put(figure.code(), figure.noData()));
    return values;
  }
}
