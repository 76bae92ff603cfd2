package cn.linli.petition.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file.
 *
 * @param number of the row: 1 is the first after the header
 * @param cells without the empty ones
 * @param problem a code if it can't be read as a row at all
 */
record RawRow(long number, Map<Column, String> cells, @Nullable RowProblem problem) {

  static RawRow of(long number, Map<Column, String> cells) {
    return new RawRow(number, cells, null);
  }

  static RawRow broken(long number, String code, @Nullable String field) {
    return new RawRow(number, Map.of(), new RowProblem(number, code, field));
  }

  @Nullable String cell(Column column) {
    return cells.get(column);
  }
}
