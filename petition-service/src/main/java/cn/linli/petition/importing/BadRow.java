package cn.linli.petition.importing;

import org.jspecify.annotations.Nullable;

/** Carries out of a parser why a row can't be taken. */
final class BadRow extends Exception {

  private static final long serialVersionUID = 1;

  private final String code;
  private final @Nullable Column column;

  BadRow(String code, @Nullable Column column) {
    super(code, null, false, false);
    this.code = code;
    this.column = column;
  }

  RowProblem problem(long row) {
    return new RowProblem(row, code, column == null ? null : column.field());
  }
}
