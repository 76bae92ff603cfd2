package cn.linli.mediation.reply;

import cn.linli.events.mediation.DangerSign;
import cn.linli.events.mediation.RiskGrade;
import cn.linli.events.mediation.RiskReason;
import cn.linli.mediation.casework.Discretion;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Risk;
import cn.linli.mediation.domain.RiskRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much a dispute asks for attention; null for its parties.
 *
 * @param reasons rows of the published rule that hold
 * @param raisedAt when it was raised to the district; null: it is not red
 * @param seenAt when the district said that it has seen it
 * @param policeReportOwed violence was seen and nobody has reported it yet
 */
public record RiskReply(
    RiskGrade grade,
    List<RiskReason> reasons,
    Set<DangerSign> signs,
    @Nullable String note,
    List<String> repeats,
    @Nullable Instant raisedAt,
    @Nullable Instant seenAt,
    boolean policeReportOwed,
    List<ReportReply> policeReports) {

  public record ReportReply(int number, String body, Instant reportedAt, @Nullable String note) {}

  static List<String> references(Dispute dispute, Actor actor) {
    var refs = new ArrayList<String>();
    Risk risk = dispute.proceedings().risk();
    if (risk != null && Discretion.seesRisk(dispute, actor)) {
      if (risk.noteRef() != null) {
        refs.add(risk.noteRef());
      }
      risk.reports().forEach(it -> refs.add(it.noteRef()));
    }
    return refs;
  }

  static @Nullable RiskReply of(Dispute dispute, Actor actor, Opened opened) {
    Risk risk = dispute.proceedings().risk();
    return risk == null || !Discretion.seesRisk(dispute, actor)
        ? null
        : new RiskReply(
            risk.grade(),
            risk.reasons(),
            risk.signs(),
            opened.text(risk.noteRef()),
            risk.repeats(),
            risk.raisedAt(),
            risk.seenAt(),
            RiskRule.isViolent(risk.signs()) && risk.reports().isEmpty(),
            risk.reports().stream()
                .map(it ->
                    new ReportReply(
                        it.number(), it.body(), it.reportedAt(), opened.text(it.noteRef())))
                .toList());
  }
}
