package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.CommitteeDeclared;
import cn.linli.events.mediation.CommitteeFiling;
import cn.linli.events.mediation.CommitteeTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with a body that mediates. */
public sealed interface CommitteeCommand {

  /** {@code filing}: its members are numbered in their order. */
  record Register(CommitteeFiling filing) implements CommitteeCommand {}

  /**
   * @param added who comes
   * @param removed numbers of who goes
   * @param chair number of the new chair; null: one who comes, or the one there is
   */
  record ChangeMembers(
      List<Newcomer> added,
      List<String> removed,
      @Nullable String chair,
      CommitteeDeclared declared)
      implements CommitteeCommand {}

  record Reelect(CommitteeTerm term, List<Newcomer> members, CommitteeDeclared declared)
      implements CommitteeCommand {}

  record End(String reasonRef) implements CommitteeCommand {}

  record Newcomer(String nameRef, boolean chair) {}
}
