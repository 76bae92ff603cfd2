package cn.linli.platform.paper;

import cn.linli.platform.paper.Grid.Cell;
import cn.linli.platform.paper.Grid.Row;
import cn.linli.platform.paper.Grid.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sets a grid: a row that does not fit goes to the next page, a long text is cut between lines. */
final class Tables {

  private static final float POINTS = 11;
  private static final float LINE = POINTS * 1.5f;

  /** Between a rule and the text. */
  private static final float PADDING = 6;

  /** Fewer lines of a long text are not worth a part of their own. */
  private static final int LINES_OF_A_PART_MIN = 3;

  /** From a line's lower edge up to where its characters stand. */
  private static final float BASE = (LINE - POINTS) / 2 + POINTS * 0.14f;

  private final Pages pages;
  private final UnaryOperator<String> printable;

  Tables(Pages pages, UnaryOperator<String> printable) {
    this.pages = pages;
    this.printable = printable;
  }

  void set(Grid grid) throws IOException {
    pages.space(PADDING);
    for (Row row : grid.rows()) {
      set(row.cells().stream().map(this::broken).toList(), row.linesMin());
    }
    pages.space(PADDING);
  }

  private record Line(String text, float indent) {}

  /** What of a cell is still to be set. */
  private record Rest(Style style, float width, List<Line> lines) {

    boolean mayBeCut() {
      return style == Style.TEXT;
    }

    /** A label is told again on the next page, an answer once. */
    Rest after(int lines) {
      return switch (style) {
        case LABEL -> this;
        case VALUE -> new Rest(style, width, List.of());
        case TEXT -> new Rest(style, width, this.lines.stream().skip(lines).toList());
      };
    }
  }

  private void set(List<Rest> row, int linesMin) throws IOException {
    int whole = row.stream().mapToInt(it -> it.lines().size()).max().orElse(0);
    int height = Math.max(linesMin, whole);
    int uncut =
        row.stream().filter(it -> !it.mayBeCut()).mapToInt(it -> it.lines().size()).max().orElse(0);
    int fits = linesIn(pages.room());
    if (height <= fits || (whole <= fits && fits >= LINES_OF_A_PART_MIN)) {
      draw(row, Math.min(height, fits));
    } else if (uncut < whole && fits >= Math.max(uncut, LINES_OF_A_PART_MIN)) {
      draw(row, fits);
      pages.turn();
      set(row.stream().map(it -> it.after(fits)).toList(), 1);
    } else if (fits < linesIn(Pages.roomMax())) {
      pages.turn();
      set(row, linesMin);
    } else {
      throw new IOException("a row that can't be cut does not fit on a page");
    }
  }

  private static int linesIn(float room) {
    return (int) ((room - 2 * PADDING) / LINE);
  }

  private Rest broken(Cell cell) {
    float width = Pages.width() * cell.columns() / Grid.COLUMNS;
    float room = width - 2 * PADDING;
    float indent = cell.style() == Style.TEXT ? 2 * POINTS : 0;
    var lines = new ArrayList<Line>();
    if (!cell.text().isBlank()) {
      for (String paragraph : cell.text().strip().split("\\R")) {
        float from = indent;
        for (String line :
            pages.lines(printable.apply(paragraph).strip(), room - indent, room, POINTS)) {
          lines.add(new Line(line, from));
          from = 0;
        }
      }
    }
    return new Rest(cell.style(), width, List.copyOf(lines));
  }

  private void draw(List<Rest> row, int lines) throws IOException {
    float height = lines * LINE + 2 * PADDING;
    Pages.Strip strip = pages.take(height);
    float x = Pages.left();
    for (Rest cell : row) {
      strip.ink().box(x, strip.bottom(), cell.width(), height);
      write(cell, strip, x, lines);
      x += cell.width();
    }
  }

  private void write(Rest cell, Pages.Strip strip, float x, int linesMax) throws IOException {
    List<Line> lines = cell.lines().stream().limit(linesMax).toList();
    float free = cell.mayBeCut() ? 0 : (linesMax - lines.size()) * LINE / 2;
    float y = strip.top() - PADDING - free;
    for (Line line : lines) {
      y -= LINE;
      float from =
          cell.style() == Style.LABEL
              ? (cell.width() - pages.width(line.text(), POINTS)) / 2
              : PADDING + line.indent();
      strip.ink().write(line.text(), POINTS, x + from, y + BASE);
    }
  }
}
