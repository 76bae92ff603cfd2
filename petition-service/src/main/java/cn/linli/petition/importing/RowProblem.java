package cn.linli.petition.importing;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was not taken.
 *
 * @param code catalogued with its texts in {@code problems_*.properties}
 * @param field the column it is about, if it is about one
 */
record RowProblem(long row, String code, @Nullable String field) {}
