package cn.linli.gateway.views.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day of all topics.
 *
 * @param equal whether all three numbers are the same everywhere
 */
public record ReconciliationReply(LocalDate day, boolean equal, List<Topic> topics) {

  /**
   * One topic.
   *
   * @param state {@code ok}, or {@code unavailable} where the service did not answer
   * @param passed records that could not be counted, of any day, until the view is rebuilt
   */
  public record Topic(String topic, String state, List<Line> divisions, List<Passed> passed) {}

  /**
   * One district, or what stands above all districts, or {@code unknown}.
   *
   * @param committed events in the service's journal; null where it did not answer
   * @param published on the topic
   * @param applied in the live view
   * @param difference where the three are not the same: what is missing where
   */
  public record Line(
      String division,
      @Nullable Long committed,
      long published,
      long applied,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String difference) {}

  /** A record that was passed uncounted. */
  public record Passed(
      String event, String type, int partition, long n, long offset, String reason) {}
}
