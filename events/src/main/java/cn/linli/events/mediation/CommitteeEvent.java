package cn.linli.events.mediation;

import java.time.LocalDate;
import java.util.List;

/** What happens to a body that mediates; streams {@code k:<id>}. */
public sealed interface CommitteeEvent extends MediationEvent {

  /** {@code level}: the tier it works on. */
  record CommitteeRegistered(DisputeLevel level, CommitteeFiling filing)
      implements CommitteeEvent {}

  /**
   * Members come and go within a term; what is declared holds for all who are left.
   *
   * @param removed numbers of those who go
   * @param chair number of the chair from now on
   */
  record CommitteeMembersChanged(
      List<CommitteeMember> added, List<String> removed, String chair, CommitteeDeclared declared)
      implements CommitteeEvent {
    public CommitteeMembersChanged {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /** A new term begins, with the members elected for it; who goes on is elected anew (§9). */
  record CommitteeReelected(
      CommitteeTerm term, List<CommitteeMember> members, CommitteeDeclared declared)
      implements CommitteeEvent {
    public CommitteeReelected {
      members = List.copyOf(members);
    }
  }

  /** Its term is over and nobody was elected: it ends what it has and takes no new dispute. */
  record CommitteeTermOver(LocalDate until) implements CommitteeEvent {}

  record CommitteeEnded(String reasonRef) implements CommitteeEvent {}
}
