package cn.linli.gateway.views.figures;

import cn.linli.events.UndecodableEvent;
import cn.linli.platform.fold.CellKeys;
import cn.linli.platform.fold.Counts;
import cn.linli.platform.fold.FoldRecord;
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

  /** The tier reconciliation goes by; what stands above counts for itself. */
  private static final int DISTRICT_DIGITS = 6;

  private Applied() {}

  static void count(FoldRecord record, LocalDate day, Counts into) {
    into.line(List.of(district(record.division())), List.of(), day, day).addUndivided(NAME, 1);
  }

  /** The district of a division; {@code unknown} for what is none. */
  public static String district(String division) {
    if (!CellKeys.isDivision(division) || division.equals(CellKeys.UNKNOWN)) {
      return CellKeys.UNKNOWN;
    }
    return division.length() <= DISTRICT_DIGITS ? division : division.substring(0, DISTRICT_DIGITS);
  }

  static LocalDate day(FoldRecord record, ZoneId zone) {
    try {
      return LocalDate.ofInstant(Instant.parse(record.time()), zone);
    } catch (DateTimeParseException e) {
      throw new UndecodableEvent(record.type(), "its time is no instant", e);
    }
  }
}
