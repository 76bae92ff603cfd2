package cn.linli.petition.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first row of a table: which column stands where. */
final class Header {

  private static final int COLUMNS_MAX = 40;

  private final List<Column> columns;

  private Header(List<Column> columns) {
    this.columns = columns;
  }

  /** Every name must be known: a column that is not read would be lost silently. */
  static Header of(List<String> names) {
    if (names.size() > COLUMNS_MAX) {
      throw new BadFile("too-many-columns", null);
    }
    var columns = new ArrayList<Column>();
    for (String name : names) {
      Column column =
          Column.named(name).orElseThrow(() -> new BadFile("unknown-column", shortened(name)));
      if (column != Column.IGNORED && columns.contains(column)) {
        throw new BadFile("duplicate-column", column.field());
      }
      columns.add(column);
    }
    for (var required : List.of(Column.EXTERNAL_ID, Column.SUBMITTED_AT, Column.TITLE)) {
      if (!columns.contains(required)) {
        throw new BadFile("missing-column", required.field());
      }
    }
    return new Header(columns);
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) : name;
  }

  int size() {
    return columns.size();
  }

  Column column(int index) {
    return columns.get(index);
  }

  /**
   * @param fields as many as there are columns, or fewer
   */
  RawRow row(long number, List<? extends @Nullable String> fields) {
    if (fields.size() > columns.size()) {
      return RawRow.broken(number, "too-many-fields", null);
    }
    var cells = new EnumMap<Column, String>(Column.class);
    for (int i = 0; i < fields.size(); i++) {
      String text = fields.get(i);
      if (text != null && !text.isBlank()) {
        cells.put(columns.get(i), text.strip());
      }
    }
    return RawRow.of(number, Map.copyOf(cells));
  }
}
