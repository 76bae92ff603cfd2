package cn.linli.gateway.views.figures;

import cn.linli.events.petition.KinEvent.Merged;
import cn.linli.events.petition.KinEvent.Unmerged;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Extended;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests past their limit at the end of a day: from falling due to the event that ends it. */
final class Overdue {

  static final Count COUNT =
      Count.of("overdue")
          .on(
              FellDue.class,
              (event, day, adding) -> {
                if (event.overdue()) {
                  adding.add(day, 1);
                }
              })
          .on(
              PetitionEvent.Resolved.class,
              (event, day, adding) -> ends(event.wasOverdue(), day, adding))
          .on(Rejected.class, (event, day, adding) -> ends(event.wasOverdue(), day, adding))
          .on(Withdrawn.class, (event, day, adding) -> ends(event.wasOverdue(), day, adding))
          .on(Merged.class, (event, day, adding) -> ends(event.wasOverdue(), day, adding))
          .on(
              Unmerged.class,
              (event, day, adding) -> {
                if (event.overdue()) {
                  adding.add(day, 1);
                }
              })
          .on(Extended.class, (event, day, adding) -> ends(event.wasOverdue(), day, adding))
          .moved((standing, adding) -> {
            for (var spell : standing.overdue()) {
              adding.add(spell.from(), 1);
              ends(true, spell.until(), adding);
            }
          });

  static final Figure FIGURE =
      Figure.count(
          "petitions.overdue",
          "逾期",
          "Requests overdue",
          "期末日终已过答复期限而尚未答复的诉求件数；答复、撤回、不予受理、并案或批准延期即止",
          "requests past their answer's limit and not answered at the end of the period's last day;"
              + " an answer, a withdrawal, a rejection, a merge or a granted extension ends it",
          List.of(COUNT),
          new Figure.CaseFilter(null, true),
          sums -> sums.until(COUNT));

  private Overdue() {}

  private static void ends(boolean wasOverdue, @Nullable LocalDate day, Count.Adding adding) {
    if (wasOverdue && day != null) {
      adding.add(day, -1);
    }
  }
}
