package cn.linli.timebank.deeds;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.tables.DeedTable;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The published lists: what is honoured, and for what points may be taken. */
final class CatalogueShown {

  private final Configuration tables;

  CatalogueShown(Configuration tables) {
    this.tables = tables;
  }

  /**
   * @param deductions whether points may be taken here at all
   * @param breaches empty where they may not
   */
  record CatalogueReply(
      String division,
      List<RowReply> deeds,
      boolean deductions,
      List<RowReply> breaches,
      int quorum,
      int noticeDays) {}

  /** {@code basis}: where the points come from. */
  record RowReply(String code, String title, int points, @Nullable String basis) {}

  CatalogueReply of(Query<NoBody> query) {
    DivisionCode division = query.division("division").orElse(query.caller().scope());
    DeedTable table = tables.table(DeedTable.class, division);
    SchemeTable scheme = tables.table(SchemeTable.class, division);
    boolean deductions = cell(scheme.deductions());
    return new CatalogueReply(
        division.value(),
        rows(table.deeds()),
        deductions,
        deductions ? rows(table.breaches()) : List.of(),
        cell(scheme.councilQuorum()),
        cell(scheme.noticeDays()));
  }

  private static List<RowReply> rows(Map<String, DeedTable.Row> rows) {
    return rows.entrySet().stream()
        .map(row ->
            new RowReply(
                row.getKey(),
                cell(row.getValue().title()),
                cell(row.getValue().points()),
                row.getValue().basis()))
        .toList();
  }
}
