package cn.linli.gateway.views.figures;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Submitted;
import cn.linli.events.petition.PetitionEvent.Withdrawn;

/** Requests in work at the end of a day: what came in less what was closed, rejected, withdrawn. */
final class Open {

  static final Count COUNT =
      Count.of("open")
          .on(Submitted.class, (event, day, adding) -> adding.add(day, 1))
          .on(Rejected.class, (event, day, adding) -> adding.add(day, -1))
          .on(Withdrawn.class, (event, day, adding) -> adding.add(day, -1))
          .on(PetitionEvent.Closed.class, (event, day, adding) -> adding.add(day, -1))
          .on(
              Reopened.class,
              (event, day, adding) -> {
                if (event.closedDay() != null) {
                  adding.add(day, 1);
                }
              })
          .moved((standing, adding) -> Overdue.spells(standing.open(), adding));

  static final Figure FIGURE =
      Figure.state(
          "petitions.open",
          "在办",
          "Requests open",
          "期末日终尚未结案、不予受理或撤回的诉求件数；重办自重办日起再计",
          "requests not yet closed, rejected or withdrawn at the end of the period's last day; a"
              + " reopened one counts again from the day of its reopening",
          COUNT,
          new Figure.CaseFilter(
              "submitted,registered,handling,deliberating,mediating,volunteering,resolved,"
                  + "under-review",
              false,
              null));

  private Open() {}
}
