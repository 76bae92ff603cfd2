package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.CommitteeFiling;
import cn.linli.events.mediation.CommitteeMember;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body as it would stand on the register, and what it leans on; the gates look at this.
 *
 * @param parent the committee named as its parent; null: none was named or there is none
 * @param partners the committees named as partners that there are
 * @param lead the mediator it is to be named after
 */
public record CommitteeDraft(
    CommitteeFiling filing,
    LocalDate today,
    @Nullable Committee parent,
    List<Committee> partners,
    @Nullable Mediator lead) {

  boolean isCommittee() {
    return filing.kind().isCommittee();
  }

  int size() {
    return filing.members().size();
  }

  long chairs() {
    return filing.members().stream().filter(CommitteeMember::chair).count();
  }

  /** One lies in the other: a studio in a community may lean on its street's committee. */
  boolean isNear(Committee other) {
    String there = other.filed().division();
    return there.startsWith(filing.division()) || filing.division().startsWith(there);
  }
}
