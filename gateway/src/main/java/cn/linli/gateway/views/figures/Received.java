package cn.linli.gateway.views.figures;

import cn.linli.events.petition.PetitionEvent.Submitted;
import java.util.List;

/** Requests that came in. */
final class Received {

  static final Count COUNT =
      Count.of("received")
          .on(Submitted.class, (event, day, adding) -> adding.add(day, 1))
          .moved((standing, adding) -> {
            if (standing.received() != null) {
              adding.add(standing.received(), 1);
            }
          });

  static final Figure FIGURE =
      Figure.count(
          "petitions.received",
          "收到诉求",
          "Requests received",
          "期内提交的诉求件数；导入的历史件按原提交日计",
          "requests submitted in the period; imported history on the day it was submitted",
          List.of(COUNT),
          new Figure.CaseFilter(null, false),
          sums -> sums.in(COUNT));

  private Received() {}
}
