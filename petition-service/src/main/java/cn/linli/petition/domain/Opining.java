package cn.linli.petition.domain;

import cn.linli.events.petition.FormalEvent.OpinionIssued;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Verdict;
import cn.linli.petition.domain.FormalCase.Opinion;
import cn.linli.petition.domain.FormalCommand.IssueOpinion;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.platform.decide.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * The written opinion (信访处理意见书): it is the answer, so it resolves the petition in the figures like
 * any other. Source: 信访工作条例 §27, §32.
 */
final class Opining {

  private Opining() {}

  /** An appeal is answered by a written opinion and by nothing less. */
  static boolean isOwed(Petition petition) {
    return petition.proceedings().formal() != null
        && petition.filed().facets().kind() == Kind.APPEAL;
  }

  static Decision<PetitionEvent> issue(IssueOpinion opinion, Petition petition, Facts facts) {
    return Taking.lead(petition, facts, taken -> issued(opinion, taken, facts));
  }

  private static List<PetitionEvent> issued(IssueOpinion opinion, Petition taken, Facts facts) {
    FormalCase formal = taken.proceedings().formal();
    Opinion before = formal == null ? null : formal.opinion();
    Unit unit = taken.unit();
    var events = new ArrayList<PetitionEvent>();
    events.add(
        new OpinionIssued(
            taken.filed().facets(),
            unit,
            before == null ? 1 : before.number() + 1,
            opinion.result(),
            opinion.settlement(),
            opinion.claimsRef(),
            opinion.factsRef(),
            opinion.opinionRef(),
            opinion.basisRef()));
    events.addAll(
        Handling.resolved(
            new Resolve(outcome(opinion.result()), opinion.opinionRef()), taken, facts));
    return events;
  }

  private static Outcome outcome(Verdict verdict) {
    return switch (verdict) {
      case SUPPORT -> Outcome.SOLVED;
      case EXPLAIN -> Outcome.EXPLAINED;
      case NOT_SUPPORTED -> Outcome.NOT_SUPPORTED;
    };
  }
}
