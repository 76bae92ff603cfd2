package cn.linli.gateway.views.endpoints;

import cn.linli.events.WireName;
import cn.linli.gateway.views.figures.Value;
import cn.linli.platform.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several questions in one call. */
public record ViewQuery(@NotEmpty @Size(max = 50) Map<String, @NotNull @Valid Question> queries) {

  /** What a trend or break-down of a question goes by. */
  public enum By implements WireName {
    DAY,
    WEEK,
    MONTH,
    CATEGORY,
    CHANNEL,
    KIND,
    LEVEL,
    MECHANISM,
    PATHWAY
  }

  /** With which other period a question compares its own. */
  public enum Compare implements WireName {
    /** The period of the same length that ends the day before. */
    PREVIOUS,
    /** The same days a year before. */
    YEAR_AGO
  }

  /**
   * One question.
   *
   * @param compare adds the same figures of another period to each row
   */
  public record Question(
      @NotEmpty @Size(max = 40) List<@NotNull String> figures,
      @NotEmpty @Size(max = 50) List<@NotNull DivisionCode> divisions,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate at,
      @Nullable By by,
      @Nullable Compare compare) {}

  /** The answers, by the names of the questions. */
  public record Answers(Map<String, Answer> queries) {}

  /** One row for each division, bucket and code. */
  public record Answer(List<Row> rows) {}

  /**
   * One row.
   *
   * @param key code of the dimension, or first day of the bucket
   * @param compared the same figures of the other period
   */
  public record Row(
      String division,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from,
      LocalDate to,
      Map<String, Value> figures,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Value> compared) {}
}
