package cn.linli.gateway.views.alerts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a division is to look at now.
 *
 * @param id of the event that raised it
 * @param kind {@code dispute-risk}
 * @param grade as graded when it was raised
 * @param reasons rows of the published rule that held
 * @param district to which it was raised
 * @param href where the case is
 * @param acknowledgedAt when somebody said that they had seen it, here or at the case
 * @param overAt when the grade fell or the case ended
 */
public record RiskAlert(
    String id,
    String kind,
    String grade,
    List<String> reasons,
    String division,
    String district,
    String href,
    Instant at,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant overAt) {

  public RiskAlert {
    reasons = List.copyOf(reasons);
  }
}
