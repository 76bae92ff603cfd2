package cn.linli.petition.domain;

import cn.linli.events.WireName;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;

/**
 * A flag computed when read (黄牌, 红牌): yellow when at most one working day is left for the answer —
 * so from the start where the limit is shorter than that —, red once it has passed. Source: domain
 * rules §4.3, §4.4.
 */
public enum Card implements WireName {
  NONE,
  YELLOW,
  RED;

  public static Card of(Petition petition, Instant now, WorkCalendar calendar) {
    Instant due = petition.isOpen() ? petition.time().deadlines().answerBy() : null;
    if (due == null || petition.time().isSuspended()) {
      return NONE;
    }
    if (now.isAfter(due)) {
      return RED;
    }
    Instant nextWorkingDayEnds =
        WorkCalendar.endOfDay(calendar.plusWorkingDays(WorkCalendar.dayOf(now), 1));
    return due.isAfter(nextWorkingDayEnds) ? NONE : YELLOW;
  }
}
