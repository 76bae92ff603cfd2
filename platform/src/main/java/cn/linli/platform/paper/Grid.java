package cn.linli.platform.paper;

import java.util.List;

/**
 * A form's table. A row's cells share {@link #COLUMNS} columns of the page's width, so that rows of
 * one form stand in line with each other; neighbouring rows share their rule.
 */
public record Grid(List<Row> rows) implements Paper.Block {

  /** Divides into halves, thirds, quarters, sixths and eighths. */
  public static final int COLUMNS = 24;

  static final int ROWS_MAX = 500;

  public Grid {
    rows = List.copyOf(rows);
    if (rows.size() > ROWS_MAX) {
      throw new IllegalArgumentException("more than " + ROWS_MAX + " rows");
    }
  }

  public static Grid of(Row... rows) {
    return new Grid(List.of(rows));
  }

  /**
   * From left to right.
   *
   * @param linesMin height, in lines of text, that it has at least: room to write by hand
   */
  public record Row(List<Cell> cells, int linesMin) {

    public Row {
      cells = List.copyOf(cells);
      int columns = cells.stream().mapToInt(Cell::columns).sum();
      if (columns != COLUMNS) {
        throw new IllegalArgumentException(columns + " columns in a row of " + COLUMNS);
      }
    }

    public static Row of(Cell... cells) {
      return new Row(List.of(cells), 1);
    }

    public static Row tall(int linesMin, Cell... cells) {
      return new Row(List.of(cells), linesMin);
    }
  }

  /** How a cell's text stands in it. */
  enum Style {
    LABEL,
    VALUE,
    TEXT
  }

  /**
   * Line breaks in the text are kept.
   *
   * @param columns of the row's {@link Grid#COLUMNS}
   */
  public record Cell(String text, int columns, Style style) {

    public Cell {
      if (columns < 1) {
        throw new IllegalArgumentException("a cell needs a column");
      }
    }

    /** The name of a field: centred. */
    public static Cell label(String text, int columns) {
      return new Cell(text, columns, Style.LABEL);
    }

    /** A short answer: at the left, half way down. */
    public static Cell value(String text, int columns) {
      return new Cell(text, columns, Style.VALUE);
    }

    /** A long answer: from the top, indented as paragraphs are, over several pages if need be. */
    public static Cell text(String text, int columns) {
      return new Cell(text, columns, Style.TEXT);
    }
  }
}
