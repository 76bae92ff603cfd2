package cn.linli.events.mediation;

import java.time.Instant;
import java.util.List;

/** How much a dispute asks for attention. It grades the dispute, never a person. */
public sealed interface RiskEvent extends MediationEvent {

  /**
   * Signs that somebody may come to harm were seen, or are gone.
   *
   * @param signs all that hold now
   */
  record DangerNoted(List<DangerSign> signs, String noteRef) implements RiskEvent {
    public DangerNoted {
      signs = List.copyOf(signs);
    }
  }

  /**
   * The published rule gives another grade or other reasons.
   *
   * @param reasons rows of the rule that hold, in its order
   * @param raised to red: the district's list has it
   * @param district code of the district it is raised to; the division's own code where it is
   *     coarser
   */
  record RiskGraded(
      RiskGrade grade, RiskGrade before, List<RiskReason> reasons, boolean raised, String district)
      implements RiskEvent {
    public RiskGraded {
      reasons = List.copyOf(reasons);
    }
  }

  /** The same sides quarrelled before: {@code earlier} is that dispute's id. */
  record RepeatNoted(String earlier) implements RiskEvent {}

  /** The district says that it has seen what was raised. */
  record RiskAcknowledged() implements RiskEvent {}

  /**
   * Reported to the police (人民调解法 §25).
   *
   * @param number of reports, from 1
   * @param body code of the station or bureau
   * @param reportedAt when it was told, not when it was written down
   */
  record PoliceReported(int number, String body, Instant reportedAt, String noteRef)
      implements RiskEvent {}
}
