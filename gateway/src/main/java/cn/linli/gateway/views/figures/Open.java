package cn.linli.gateway.views.figures;

import cn.linli.events.petition.KinEvent.Merged;
import cn.linli.events.petition.KinEvent.Unmerged;
import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import java.util.List;

/** Requests in work at the end of a day: what came in less what was closed, rejected, withdrawn. */
final class Open {

  private static final Count ENDED =
      Count.of("ended")
          .on(Rejected.class, (event, day, adding) -> adding.add(day, 1))
          .on(Withdrawn.class, (event, day, adding) -> adding.add(day, 1))
          .on(Merged.class, (event, day, adding) -> adding.add(day, 1))
          .on(Unmerged.class, (event, day, adding) -> adding.add(event.mergedDay(), -1))
          .moved((standing, adding) -> {
            var last = standing.open().isEmpty() ? null : standing.open().getLast();
            if (last != null && last.until() != null && standing.closing() == null) {
              adding.add(last.until(), 1);
            }
          });

  /**
   * Closed or merged for a while: from a closing that was taken back to its reopening. What is
   * taken back on the day of closing would else make a request open on days when it was not.
   */
  private static final Count PAUSED =
      Count.of("closedForAWhile")
          .on(
              Reopened.class,
              (event, day, adding) -> {
                if (event.closedDay() != null) {
                  adding.add(event.closedDay(), 1);
                  adding.add(day, -1);
                }
              })
          .on(
              Unmerged.class,
              (event, day, adding) -> {
                adding.add(event.mergedDay(), 1);
                adding.add(day, -1);
              })
          .moved((standing, adding) -> {
            for (int i = 1; i < standing.open().size(); i++) {
              var before = standing.open().get(i - 1).until();
              if (before != null) {
                adding.add(before, 1);
                adding.add(standing.open().get(i).from(), -1);
              }
            }
          });

  static final Figure FIGURE =
      Figure.count(
          "petitions.open",
          "在办",
          "Requests open",
          "期末日终尚未结案、不予受理、撤回或并案的诉求件数；重办自重办日起再计",
          "requests not yet closed, rejected, withdrawn or merged at the end of the period's last day; a"
              + " reopened one counts again from the day of its reopening",
          List.of(Received.COUNT, Closed.COUNT, ENDED, PAUSED),
          new Figure.CaseFilter(
              "submitted,registered,handling,deliberating,mediating,volunteering,resolved,"
                  + "under-review",
              false),
          sums ->
              sums.until(Received.COUNT)
                  - Sums.sum(sums.codesUntil(Closed.COUNT), code -> true)
                  - sums.until(ENDED)
                  - sums.until(PAUSED));

  private Open() {}
}
