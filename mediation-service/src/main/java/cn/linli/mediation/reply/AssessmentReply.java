package cn.linli.mediation.reply;

import cn.linli.events.mediation.Support;
import cn.linli.mediation.casework.Discretion;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Assessment;
import cn.linli.mediation.domain.Claim;
import cn.linli.mediation.domain.Dispute;
import cn.linli.platform.access.ActorRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a claim.
 *
 * @param reviewer role and division of who judged
 * @param explanation only of a claim that found no support
 */
public record AssessmentReply(
    Support supported,
    int times,
    @Nullable String reason,
    String reviewer,
    Instant at,
    @Nullable ExplanationReply explanation) {

  /**
   * @param what is explained; null: the reason
   * @param by whom; null: who judged
   * @param due when at the latest
   */
  public record ExplanationReply(
      @Nullable String what,
      @Nullable String by,
      Instant due,
      @Nullable Instant givenAt,
      @Nullable String note,
      @Nullable Boolean understood) {}

  static List<String> references(Dispute dispute, Actor actor) {
    var refs = new ArrayList<String>();
    for (Claim claim : dispute.claims()) {
      Assessment found = claim.assessment();
      if (found != null && Discretion.hearsWhatWasSaid(dispute, actor)) {
        refs.add(found.reasonRef());
        Assessment.Explanation how = found.explanation();
        if (how != null && how.planRef() != null) {
          refs.add(how.planRef());
        }
        if (how != null && how.noteRef() != null) {
          refs.add(how.noteRef());
        }
      }
    }
    return refs;
  }

  static @Nullable AssessmentReply of(Claim claim, Opened opened) {
    Assessment found = claim.assessment();
    if (found == null) {
      return null;
    }
    Assessment.Explanation how = found.explanation();
    return new AssessmentReply(
        found.supported(),
        found.times(),
        opened.text(found.reasonRef()),
        ActorRef.withoutMark(found.reviewer()),
        found.at(),
        how == null ? null : explanation(how, opened));
  }

  private static ExplanationReply explanation(Assessment.Explanation how, Opened opened) {
    var plan = opened.read(how.planRef(), Sealed.ExplanationPlan.class);
    return new ExplanationReply(
        plan.map(Sealed.ExplanationPlan::what).orElse(null),
        plan.map(Sealed.ExplanationPlan::by).orElse(null),
        how.by(),
        how.givenAt(),
        opened.text(how.noteRef()),
        how.understood());
  }
}
