package cn.linli.mediation.archive;

import cn.linli.mediation.papers.Head;
import cn.linli.platform.paper.Grid;
import cn.linli.platform.paper.Grid.Cell;
import cn.linli.platform.paper.Grid.Row;
import cn.linli.platform.paper.Paper;
import cn.linli.platform.paper.Paper.Block;
import cn.linli.platform.paper.Printer;
import java.util.ArrayList;
import java.util.List;

/** 卷内文件目录: what lies in a file, in its order. */
final class FileIndex {

  static final String TITLE = "卷内文件目录";
  static final String PATH = "documents/00-index.pdf";

  private FileIndex() {}

  static Enclosure of(Head head, List<Enclosure> documents) {
    var rows = new ArrayList<Row>();
    rows.add(
        Row.of(
            Cell.label("序号", 2),
            Cell.label("文件名称", 7),
            Cell.label("文件", 7),
            Cell.label("SHA-256", Grid.COLUMNS - 16)));
    for (int i = 0; i < documents.size(); i++) {
      Enclosure each = documents.get(i);
      rows.add(
          Row.of(
              Cell.label(String.valueOf(i + 1), 2),
              Cell.value(each.title(), 7),
              Cell.value(each.path(), 7),
              Cell.value(each.sha256(), Grid.COLUMNS - 16)));
    }
    var paper =
        new Paper(
            TITLE,
            head.caseNumber(),
            head.date(),
            List.of(
                new Block.Centred(head.committee(), 14),
                new Block.Signature(head.caseNumber()),
                new Grid(rows)));
    return new Enclosure(PATH, TITLE, "application/pdf", Printer.pdf(paper));
  }
}
