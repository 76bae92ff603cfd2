package cn.linli.gateway.views.figures;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Span;
import java.util.List;

/** Answers given, those of them in time, and those given for the first time. */
final class Resolved {

  private static final char ON_TIME = 'y';
  private static final char LATE = 'n';
  private static final char FIRST = '1';
  private static final char AGAIN = '2';

  /** Third, where the limit followed a mediation's. */
  private static final String MEDIATED = "m";

  /**
   * By code: {@code y1} in time and in the first round, {@code n2} late and after a reopening,
   * {@code y1m} in time by a limit that followed a mediation.
   */
  static final Count COUNT =
      Count.of("resolved")
          .on(
              PetitionEvent.Resolved.class,
              (event, day, adding) ->
                  adding.addCode(day, code(event.span(), event.round()), 1, event.level()))
          .moved((standing, adding) ->
              standing
                  .resolutions()
                  .forEach(r -> adding.addCode(r.day(), code(r.span(), r.round()), 1, r.level())));

  static final Figure FIGURE =
      Figure.count(
          "petitions.resolved",
          "办结答复",
          "Requests resolved",
          "期内作出的答复次数；重办后再次答复另计",
          "answers given in the period; an answer after a reopening counts again",
          List.of(COUNT),
          new Figure.CaseFilter("resolved,closed", false),
          Resolved::all);

  static final Figure ON_TIME_RATE =
      Figure.ratio(
              "petitions.onTimeRate",
              "按期办结率",
              "On-time rate",
              "期内在答复期限（含批准的延期）内作出的答复 ÷ 期内作出的答复；无期限的视为按期；回访和结案不计；" + "经访调对接、期限随调解顺延的答复另列，分子分母均不计",
              "answers given at or before their limit, granted extensions included ÷ answers given in"
                  + " the period; without a limit it is on time; visits and closing do not count;"
                  + " answers whose limit followed a mediation are listed apart and in neither number",
              null,
              List.of(COUNT),
              new Figure.CaseFilter("resolved,closed", false),
              sums ->
                  Figure.Result.ratio(
                      sums.in(COUNT, code -> code.charAt(0) == ON_TIME && !code.endsWith(MEDIATED)),
                      sums.in(COUNT, code -> !code.endsWith(MEDIATED)),
                      sums.in(COUNT, code -> code.endsWith(MEDIATED))))
          .inVersion(2);

  private Resolved() {}

  /** All answers of the period. */
  static long all(Sums sums) {
    return sums.in(COUNT, code -> true);
  }

  /** Requests answered for the first time in the period. */
  static long first(Sums sums) {
    return sums.in(COUNT, code -> code.charAt(1) == FIRST);
  }

  private static String code(Span span, int round) {
    return ""
        + (span.onTime() ? ON_TIME : LATE)
        + (round == 1 ? FIRST : AGAIN)
        + (Boolean.TRUE.equals(span.afterMediation()) ? MEDIATED : "");
  }
}
