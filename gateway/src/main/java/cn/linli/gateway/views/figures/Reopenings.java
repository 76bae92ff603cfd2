package cn.linli.gateway.views.figures;

import cn.linli.events.petition.PetitionEvent.Reopened;
import java.util.List;

/** Requests that had to be taken up again, each counted once however often it was. */
final class Reopenings {

  private static final Count REOPENED =
      Count.of("reopened")
          .on(
              Reopened.class,
              (event, day, adding) -> {
                if (event.firstReopen()) {
                  adding.add(day, 1);
                }
              })
          .moved((standing, adding) -> {
            if (standing.reopened() != null) {
              adding.add(standing.reopened(), 1);
            }
          });

  static final Figure RATE =
      Figure.ratio(
          "petitions.reopenRate",
          "重办率",
          "Reopen rate",
          "期内首次重办的诉求 ÷ 期内首次答复的诉求",
          "requests reopened for the first time in the period ÷ requests answered for the first time"
              + " in the period",
          null,
          List.of(REOPENED, Resolved.COUNT),
          null,
          sums -> Figure.Result.ratio(sums.in(REOPENED), Resolved.first(sums)));

  private Reopenings() {}
}
