package cn.linli.mediation.queries;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.RiskGrade;
import cn.linli.events.mediation.RiskReason;
import cn.linli.mediation.casework.Discretion;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Risk;
import cn.linli.mediation.domain.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dispute in a list; {@code caption} is its title with what points at a person struck out. */
public record DisputeItem(
    String id,
    @Nullable String caseNumber,
    String caption,
    DisputeKind kind,
    DisputeSource source,
    Status status,
    DisputeLevel level,
    @Nullable String committee,
    String division,
    int parties,
    int claims,
    Instant receivedAt,
    @Nullable Instant due,
    @Nullable Raised raised,
    long version) {

  /**
   * That it was raised to the district; null for its parties, and where it was not.
   *
   * @param reasons rows of the published rule that hold
   * @param seenAt when the district said that it has seen it
   */
  public record Raised(
      RiskGrade grade, List<RiskReason> reasons, Instant at, @Nullable Instant seenAt) {

    static @Nullable Raised of(Dispute dispute, Actor actor) {
      Risk risk = dispute.proceedings().risk();
      return risk == null || risk.raisedAt() == null || !Discretion.seesRisk(dispute, actor)
          ? null
          : new Raised(risk.grade(), risk.reasons(), risk.raisedAt(), risk.seenAt());
    }
  }
}
