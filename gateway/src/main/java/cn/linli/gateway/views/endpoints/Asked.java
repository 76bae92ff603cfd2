package cn.linli.gateway.views.endpoints;

import cn.linli.gateway.views.cells.Period;
import cn.linli.gateway.views.figures.Figure;
import cn.linli.gateway.views.figures.Figures;
import cn.linli.gateway.views.frames.Window;
import cn.linli.platform.access.Caller;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a call asks for: division, days, figures. */
public final class Asked {

  static final int FIGURES_MAX = 40;

  private final Divisions divisions;
  private final Clock clock;
  private final ZoneId zone;

  public Asked(Divisions divisions, Clock clock, ZoneId zone) {
    this.divisions = divisions;
    this.clock = clock;
    this.zone = zone;
  }

  /** The division in the path, if it is known and the caller covers it. */
  DivisionCode division(Query<?> query) {
    return known(query.pathDivision("division"), query.caller());
  }

  DivisionCode known(DivisionCode division, Caller caller) {
    if (!divisions.now().isKnown(division)) {
      throw new ProblemException(Problem.of(422, "unknown-division"));
    }
    caller.mustCover(division);
    return division;
  }

  /** From the beginning to today, unless said otherwise. */
  Window window(Query<?> query) {
    return window(query.day("from").orElse(null), query.day("to"), query.day("at"));
  }

  /** What is not known yet is not asked for: {@code to} is never after {@code at}. */
  Window window(@Nullable LocalDate from, Optional<LocalDate> to, Optional<LocalDate> at) {
    LocalDate known = at.orElse(today());
    LocalDate last = to.filter(day -> day.isBefore(known)).orElse(known);
    if (from != null && from.isAfter(last)) {
      throw bad("from", "from > to");
    }
    return new Window(new Period(from, last), known);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** All figures unless some are named. */
  List<Figure> figures(Query<?> query) {
    return query
        .text("figures")
        .map(text -> figures("figures", List.of(text.split(","))))
        .orElse(Figures.ALL);
  }

  static List<Figure> figures(String field, List<String> codes) {
    if (codes.size() > FIGURES_MAX) {
      throw bad(field, "≤ " + FIGURES_MAX);
    }
    return codes.stream().map(code -> figure(field, code.strip())).distinct().toList();
  }

  static Figure figure(String field, String code) {
    return Figures.find(code).orElseThrow(() -> bad(field, code));
  }

  public static ProblemException bad(String field, String message) {
    return new ProblemException(
        new Problem(400, "invalid-fields", Map.of(), List.of(new Violation(field, message)), null));
  }
}
