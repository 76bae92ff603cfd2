package cn.linli.mediation.papers;

import cn.linli.platform.paper.Grid;
import cn.linli.platform.paper.Grid.Cell;
import cn.linli.platform.paper.Paper;
import java.util.List;

/** 证据材料清单: what lies in the file, each with the digest of its bytes. */
public record EvidenceList(Head head, List<Item> items) implements CasePaper {

  static final int ITEMS_MAX = 200;

  /**
   * @param name what it is called in this file
   * @param kind media type in words
   * @param kilobytes rounded up
   * @param sha256 in hex
   */
  public record Item(String name, String kind, long kilobytes, String sha256) {}

  public EvidenceList {
    items = List.copyOf(items);
    if (items.size() > ITEMS_MAX) {
      throw new IllegalArgumentException("more than " + ITEMS_MAX + " pieces of evidence");
    }
  }

  @Override
  public Form form() {
    return Form.EVIDENCE;
  }

  @Override
  public Paper paper() {
    Sheet sheet =
        Sheet.of(Form.EVIDENCE, head)
            .row(
                Cell.label("序号", 2),
                Cell.label("材料", 6),
                Cell.label("类型", 4),
                Cell.label("大小", 3),
                Cell.label("SHA-256", Grid.COLUMNS - 15));
    int number = 1;
    for (Item each : items) {
      sheet.row(
          Cell.label(String.valueOf(number++), 2),
          Cell.value(each.name(), 6),
          Cell.value(each.kind(), 4),
          Cell.value(each.kilobytes() + " KB", 3),
          Cell.value(each.sha256(), Grid.COLUMNS - 15));
    }
    return sheet.paper();
  }
}
