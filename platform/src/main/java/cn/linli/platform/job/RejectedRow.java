package cn.linli.platform.job;

import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken.
 *
 * @param row its number: 1 is the first after a header
 * @param code catalogued like a problem's code
 * @param field the column it is about, if it is about one
 */
public record RejectedRow(long row, String code, @Nullable String field) {}
