package cn.linli.gateway.views.cells;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A cell's id, read.
 *
 * @param month null for a cell by year
 * @param recordedDay null for what was recorded on its own day
 */
record CellKey(
    String division, int year, @Nullable YearMonth month, @Nullable LocalDate recordedDay) {

  private static final int YEAR_DIGITS = 4;

  static CellKey of(String id) {
    String[] parts = id.split("\\|");
    String time = parts[2];
    boolean isMonth = time.length() > YEAR_DIGITS;
    return new CellKey(
        parts[1],
        Integer.parseInt(time.substring(0, YEAR_DIGITS)),
        isMonth ? YearMonth.parse(time) : null,
        parts.length > 4 ? LocalDate.parse(parts[4].substring(1)) : null);
  }
}
