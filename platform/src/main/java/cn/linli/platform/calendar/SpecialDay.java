package cn.linli.platform.calendar;

import cn.linli.events.WireName;
import java.time.LocalDate;

/** A day that differs from its weekday: a holiday, or a weekend day that is worked. */
public record SpecialDay(LocalDate date, Kind kind, String name) {

  public enum Kind implements WireName {
    OFF,
    WORK
  }
}
