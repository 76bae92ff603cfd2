package cn.linli.platform.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/** The published days that are shipped; see NOTICE.md beside the file. */
final class NationalCalendar {

  private static final int FIRST_COVERED_YEAR = 2000;
  private static final int LAST_COVERED_YEAR = 2026;

  static final WorkCalendar INSTANCE = load();

  private NationalCalendar() {}

  private static WorkCalendar load() {
    var file = Objects.requireNonNull(NationalCalendar.class.getResourceAsStream("holidays.csv"));
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      var days =
          rows.stream()
              .map(row ->
                  new SpecialDay(
                      LocalDate.parse(row.getField("date")),
                      row.getField("kind").equals("off")
                          ? SpecialDay.Kind.OFF
                          : SpecialDay.Kind.WORK,
                      row.getField("name")))
              .toList();
      return new WorkCalendar(days, FIRST_COVERED_YEAR, LAST_COVERED_YEAR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
