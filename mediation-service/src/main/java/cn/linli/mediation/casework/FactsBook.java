package cn.linli.mediation.casework;

import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Facts;
import cn.linli.mediation.domain.Settings;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;

/** Brings together what a decision may know beside the dispute: from memory, it never blocks. */
public final class FactsBook {

  private final WorkCalendar calendar;
  private final Settings settings;

  public FactsBook(WorkCalendar calendar, Settings settings) {
    this.calendar = calendar;
    this.settings = settings;
  }

  public Facts at(Instant now, Actor actor) {
    return new Facts(now, actor, calendar, settings);
  }
}
