package cn.linli.gateway.views.figures;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.Regime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests closed. A reopening takes its closing back on the day it was closed. */
final class Closed {

  /** A matter that left the city. */
  static final String BEYOND = "beyond";

  private static final String FORMAL = "formal";
  private static final String NO_LEVEL = "none";

  /** By code: the level of hotline and grid matters, or why a closing has none that counts. */
  static final Count COUNT =
      Count.of("closed")
          .on(
              PetitionEvent.Closed.class,
              (event, day, adding) ->
                  adding.addCode(day, code(event.level(), adding), 1, event.level()))
          .on(
              Reopened.class,
              (event, day, adding) -> {
                if (event.closedDay() != null) {
                  adding.addCode(event.closedDay(), code(event.level(), adding), -1, event.level());
                }
              })
          .moved((standing, adding) -> {
            var closing = standing.closing();
            if (closing != null) {
              adding.addCode(closing.day(), code(closing.level(), adding), 1, closing.level());
            }
          });

  static final Figure FIGURE =
      Figure.count(
          "petitions.closed",
          "结案",
          "Requests closed",
          "期内结案件数；重办的件从原结案日减去，并注明修订",
          "requests closed in the period; a reopening takes its closing back from the day it was"
              + " closed, marked as revised",
          List.of(COUNT),
          new Figure.CaseFilter("closed", false),
          sums -> sums.in(COUNT, code -> true));

  private Closed() {}

  private static String code(@Nullable Level level, Count.Adding adding) {
    if (adding.regime() == Regime.FORMAL) {
      return FORMAL;
    }
    return level != null ? level.wire() : adding.imported() ? NO_LEVEL : BEYOND;
  }
}
