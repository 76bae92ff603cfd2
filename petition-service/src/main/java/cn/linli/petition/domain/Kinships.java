package cn.linli.petition.domain;

import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.KinEvent;
import cn.linli.events.petition.KinEvent.Absorbed;
import cn.linli.events.petition.KinEvent.Merged;
import cn.linli.events.petition.KinEvent.Released;
import cn.linli.events.petition.KinEvent.Unmerged;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;

/** What merging makes of a request. */
final class Kinships {

  private Kinships() {}

  static Petition apply(Petition now, KinEvent event, Instant at) {
    Kin kin = Merging.kin(now);
    return switch (event) {
      case Merged(var facets, var into, var samePerson, var received, var wasOverdue) ->
          with(
                  now,
                  kin.linked(new Kin.Link(into, samePerson, WorkCalendar.dayOf(at), now.status())))
              .with(Status.MERGED)
              .with(now.time().answered());
      case Unmerged unmerged -> unmerged(now, kin, unmerged.overdue());
      case Absorbed(var merged, var samePerson) -> with(now, kin.plus(merged, samePerson));
      case Released(var merged) -> with(now, kin.minus(merged));
    };
  }

  private static Petition unmerged(Petition now, Kin kin, boolean overdue) {
    Petition back = with(now, kin.linked(null)).with(Merging.link(now).before());
    return overdue ? back.with(back.time().withFallen(DueKind.ANSWER)) : back;
  }

  private static Petition with(Petition now, Kin kin) {
    return now.with(now.proceedings().with(kin));
  }
}
