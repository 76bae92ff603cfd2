package cn.linli.gateway.views.frames;

import cn.linli.gateway.views.figures.Value;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one division in several rows: days, children, or codes of a dimension.
 *
 * @param total of all rows, where rows add up to one
 * @param own what belongs to the division itself and to none of the children listed
 */
public record Rows(
    String division,
    String tier,
    String name,
    String by,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from,
    LocalDate to,
    LocalDate at,
    @Nullable Instant asOf,
    @Nullable Long lagMs,
    List<Row> rows,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Row own,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Row total,
    List<Part> parts) {

  public Rows withRows(List<Row> others) {
    return new Rows(division, tier, name, by, from, to, at, asOf, lagMs, others, own, total, parts);
  }

  /**
   * One row.
   *
   * @param key code of a division or dimension, or first day of a bucket
   * @param name in words, where the key is a code
   * @param to last day of a bucket
   */
  public record Row(
      String key,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate to,
      Map<String, Value> figures) {}
}
