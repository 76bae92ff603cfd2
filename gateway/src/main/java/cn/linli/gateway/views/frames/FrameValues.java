package cn.linli.gateway.views.frames;

import cn.linli.gateway.views.cells.Period;
import cn.linli.gateway.views.cells.SubjectCells;
import cn.linli.gateway.views.figures.Dimension;
import cn.linli.gateway.views.figures.Figure;
import cn.linli.gateway.views.figures.Figures;
import cn.linli.gateway.views.figures.Sums;
import cn.linli.gateway.views.figures.Value;
import cn.linli.gateway.views.targets.Targets;
import cn.linli.platform.division.DivisionCode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The values of one row of a frame, with what the division aims at. */
final class FrameValues {

  private final Targets targets;

  FrameValues(Targets targets) {
    this.targets = targets;
  }

  Map<String, Value> of(
      DivisionCode division, SubjectCells found, Period period, List<Figure> figures) {
    Map<String, Value> values = of(division, subject -> found.of(subject).over(period), figures);
    for (Figure figure : figures) {
      boolean revised = found.of(figure.subject()).revisedIn(period);
      values.computeIfPresent(figure.code(), (code, value) -> value.revised(revised));
    }
    return values;
  }

  Map<String, Value> of(DivisionCode division, Function<String, Sums> sums, List<Figure> figures) {
    var bySubject = new HashMap<String, Sums>();
    Map<String, Value> values = new LinkedHashMap<>();
    for (Figure figure : figures) {
      Double target = targets.of(figure.code(), division);
      var own = bySubject.computeIfAbsent(figure.subject(), sums);
      values.put(figure.code(), figure.value(own).aimedAt(target));
    }
    return values;
  }

  /** What is not counted by this dimension has no data here. */
  static Map<String, Value> divided(Map<String, Value> values, Dimension by) {
    values.replaceAll((code, value) -> {
      var figure = Figures.find(code).orElseThrow();
      return Figures.canBeDivided(figure, by) ? value : figure.noData().aimedAt(value.target());
    });
    return values;
  }
}
