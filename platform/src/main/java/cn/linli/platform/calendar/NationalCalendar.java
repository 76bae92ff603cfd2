package cn.linli.platform.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The published days that are shipped; see NOTICE.md beside the file. */
final class NationalCalendar {

  private static final int FIRST_COVERED_YEAR = 2000;
  private static final int LAST_COVERED_YEAR = 2026;

  static final WorkCalendar INSTANCE = load();

  private NationalCalendar() {}

  private static WorkCalendar load() {
    var file = Objects.requireNonNull(NationalCalendar.class.getResourceAsStream("holidays.csv"));
    try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      var read = SpecialDays.read(reader);
      if (!read.badLines().isEmpty()) {
        throw new IllegalStateException("holidays.csv: lines " + read.badLines());
      }
      return new WorkCalendar(read.days(), FIRST_COVERED_YEAR, LAST_COVERED_YEAR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
