package cn.linli.gateway.views.figures;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Reopened;

/** Requests closed. A reopening takes its closing back on the day it was closed. */
final class Closed {

  static final Count COUNT =
      Count.of("closed")
          .on(PetitionEvent.Closed.class, (event, day, adding) -> adding.add(day, 1, event.level()))
          .on(
              Reopened.class,
              (event, day, adding) -> {
                if (event.closedDay() != null) {
                  adding.add(event.closedDay(), -1, event.level());
                }
              })
          .moved((standing, adding) -> {
            if (standing.closing() != null) {
              adding.add(standing.closing().day(), 1, standing.closing().level());
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
          COUNT,
          new Figure.CaseFilter("closed", false, "closed"));

  private Closed() {}
}
