package cn.linli.gateway.views.figures;

import cn.linli.events.UndecodableEvent;
import cn.linli.platform.fold.Counts;
import cn.linli.platform.fold.FoldRecord;
import cn.linli.platform.reconcile.District;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * How many records of each district and day were applied, whatever they say: the last of the three
 * numbers that reconciliation compares. Counted by the headers alone.
 */
public final class Applied {

  public static final String NAME = "applied";

  private Applied() {}

  static void count(FoldRecord record, LocalDate day, Counts into) {
    into.line(List.of(District.of(record.division())), List.of(), day, day).addUndivided(NAME, 1);
  }

  static LocalDate day(FoldRecord record, ZoneId zone) {
    try {
      return LocalDate.ofInstant(Instant.parse(record.time()), zone);
    } catch (DateTimeParseException e) {
      throw new UndecodableEvent(record.type(), "its time is no instant", e);
    }
  }
}
