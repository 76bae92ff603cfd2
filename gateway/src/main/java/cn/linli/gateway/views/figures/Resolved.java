package cn.linli.gateway.views.figures;

import cn.linli.events.petition.PetitionEvent;
import java.util.List;

/** Answers given, and those of them in time. */
final class Resolved {

  static final Count COUNT =
      Count.of("resolved")
          .on(
              PetitionEvent.Resolved.class,
              (event, day, adding) -> adding.add(day, 1, event.level()))
          .moved((standing, adding) ->
              standing.resolutions().forEach(r -> adding.add(r.day(), 1, r.level())));

  static final Count ON_TIME =
      Count.of("onTime")
          .on(
              PetitionEvent.Resolved.class,
              (event, day, adding) -> adding.add(day, event.span().onTime() ? 1 : 0, event.level()))
          .moved((standing, adding) ->
              standing
                  .resolutions()
                  .forEach(r -> adding.add(r.day(), r.span().onTime() ? 1 : 0, r.level())));

  static final Figure FIGURE =
      Figure.count(
          "petitions.resolved",
          "办结答复",
          "Requests resolved",
          "期内作出的答复次数；重办后再次答复另计",
          "answers given in the period; an answer after a reopening counts again",
          COUNT,
          new Figure.CaseFilter("resolved,closed", false, "resolved"));

  static final Figure ON_TIME_RATE =
      Figure.ratio(
          "petitions.onTimeRate",
          "按期办结率",
          "On-time rate",
          "期内在答复期限（含批准的延期）内作出的答复 ÷ 期内作出的答复；无期限的视为按期；回访和结案不计",
          "answers given at or before their limit, granted extensions included ÷ answers given in"
              + " the period; without a limit it is on time; visits and closing do not count",
          null,
          List.of(COUNT, ON_TIME),
          new Figure.CaseFilter("resolved,closed", false, "resolved"),
          sums -> Figure.Result.ratio(sums.in(ON_TIME), sums.in(COUNT)));

  private Resolved() {}
}
