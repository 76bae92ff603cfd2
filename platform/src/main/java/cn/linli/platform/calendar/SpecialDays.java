package cn.linli.platform.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads days from CSV: {@code date,kind,name}; kind is {@code off} or {@code work}. */
public final class SpecialDays {

  private SpecialDays() {}

  /** What was read, and the numbers of the lines that could not be. */
  public record Read(List<SpecialDay> days, List<Long> badLines) {}

  public static Read read(Reader csv) {
    var days = new ArrayList<SpecialDay>();
    var bad = new ArrayList<Long>();
    for (var row : CsvReader.builder().ofNamedCsvRecord(csv)) {
      try {
        days.add(
            new SpecialDay(
                LocalDate.parse(row.findField("date").orElse("")),
                kind(row.findField("kind").orElse("")),
                row.findField("name").orElse("")));
      } catch (DateTimeParseException | IllegalArgumentException e) {
        bad.add(row.getStartingLineNumber());
      }
    }
    return new Read(List.copyOf(days), List.copyOf(bad));
  }

  private static SpecialDay.Kind kind(String wire) {
    for (var kind : SpecialDay.Kind.values()) {
      if (kind.wire().equals(wire)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(wire);
  }
}
