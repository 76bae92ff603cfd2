package cn.linli.gateway.views.cells;

import cn.linli.platform.fold.CellKeys;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A cell's id, read.
 *
 * @param subject of its fold, also for a break-down
 * @param month null for a cell by year
 * @param recordedDay null for what was recorded on its own day
 */
record CellKey(
    String division,
    String subject,
    int year,
    @Nullable YearMonth month,
    @Nullable LocalDate recordedDay) {

  private static final int YEAR_DIGITS = 4;
  private static final String BY = CellKeys.by("");

  static CellKey of(String id) {
    String[] parts = id.split("\\|");
    String time = parts[2];
    boolean isMonth = time.length() > YEAR_DIGITS;
    return new CellKey(
        parts[1],
        parts[3].endsWith(BY) ? parts[3].substring(0, parts[3].length() - BY.length()) : parts[3],
        Integer.parseInt(time.substring(0, YEAR_DIGITS)),
        isMonth ? YearMonth.parse(time) : null,
        parts.length > 4 ? LocalDate.parse(parts[4].substring(1)) : null);
  }
}
