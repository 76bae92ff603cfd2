package cn.linli.mediation.papers;

import cn.linli.platform.paper.Grid;
import cn.linli.platform.paper.Grid.Cell;
import cn.linli.platform.paper.Grid.Row;
import cn.linli.platform.paper.Paper;
import cn.linli.platform.paper.Paper.Block;
import java.util.ArrayList;
import java.util.List;

/** Puts one form together, from top to bottom. */
final class Sheet {

  /** Columns of a label; what is left of a half of the page is its answer. */
  static final int LABEL = 4;

  private static final int HALF = Grid.COLUMNS / 2;

  private final Form form;
  private final Head head;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private Sheet(Form form, Head head) {
    this.form = form;
    this.head = head;
  }

  /** With the case number below the title, at the right. */
  static Sheet of(Form form, Head head) {
    var sheet = new Sheet(form, head);
    sheet.blocks.add(new Block.Signature(head.caseNumber()));
    return sheet;
  }

  static Sheet bare(Form form, Head head) {
    return new Sheet(form, head);
  }

  Sheet row(String label, String value) {
    rows.add(Row.of(Cell.label(label, LABEL), Cell.value(value, Grid.COLUMNS - LABEL)));
    return this;
  }

  Sheet row(String left, String leftValue, String right, String rightValue) {
    rows.add(
        Row.of(
            Cell.label(left, LABEL),
            Cell.value(leftValue, HALF - LABEL),
            Cell.label(right, LABEL),
            Cell.value(rightValue, HALF - LABEL)));
    return this;
  }

  Sheet row(Cell... cells) {
    rows.add(Row.of(cells));
    return this;
  }

  /** A long answer, with room for so many lines at least. */
  Sheet text(String label, String text, int linesMin) {
    rows.add(Row.tall(linesMin, Cell.label(label, LABEL), Cell.text(text, Grid.COLUMNS - LABEL)));
    return this;
  }

  /** A line across the table that names what follows. */
  Sheet band(String text) {
    rows.add(Row.of(Cell.label(text, Grid.COLUMNS)));
    return this;
  }

  /** A row for each party: role, name, who speaks for it, how it is reached. */
  Sheet persons(List<Person> persons) {
    for (Person each : persons) {
      row(each.role(), each.name(), "联系方式", each.contact());
      row("地　　址", each.address(), "代理人", each.representative());
    }
    return this;
  }

  Sheet add(Block... more) {
    endOfGrid();
    blocks.addAll(List.of(more));
    return this;
  }

  Sheet heading(String text) {
    return add(new Block.Heading(text));
  }

  Sheet paragraph(String text) {
    return add(new Block.Paragraph(text));
  }

  Sheet signed(List<Signed> signatures) {
    if (signatures.size() > Signed.SIGNATURES_MAX) {
      throw new IllegalArgumentException("more than " + Signed.SIGNATURES_MAX + " signatures");
    }
    endOfGrid();
    for (Signed each : signatures) {
      blocks.add(new Block.SigningLine(each.label(), each.onTheLine()));
    }
    return this;
  }

  /** The committee's name over the place of its seal, and the date. */
  Sheet sealed(String inside) {
    return add(new Block.SealPlace(head.committee(), Words.day(head.date()), inside));
  }

  Paper paper(String number) {
    endOfGrid();
    return new Paper(form.title(), number, head.date(), blocks);
  }

  Paper paper() {
    return paper(head.caseNumber());
  }

  private void endOfGrid() {
    if (!rows.isEmpty()) {
      blocks.add(new Grid(rows));
      rows.clear();
    }
  }
}
