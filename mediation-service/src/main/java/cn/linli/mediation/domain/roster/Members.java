package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.CommitteeMember;
import cn.linli.mediation.domain.roster.CommitteeCommand.Newcomer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers and the chair of a committee's members. */
public final class Members {

  private Members() {}

  /** Numbers go on after the last one ever given. */
  public static List<CommitteeMember> numbered(List<Newcomer> newcomers, int after) {
    var members = new ArrayList<CommitteeMember>();
    for (Newcomer newcomer : newcomers) {
      members.add(
          new CommitteeMember(
              "m" + (after + members.size() + 1), newcomer.nameRef(), newcomer.chair()));
    }
    return members;
  }

  /**
   * Who comes as the chair, or is named, takes the place of the chair there was.
   *
   * @param chair number of the one named; null: nobody was
   */
  static List<CommitteeMember> chaired(
      List<CommitteeMember> members, @Nullable String chair, List<CommitteeMember> added) {
    List<String> chairs =
        chair != null
            ? List.of(chair)
            : added.stream().filter(CommitteeMember::chair).map(CommitteeMember::no).toList();
    return chairs.isEmpty()
        ? members
        : members.stream()
            .map(it -> new CommitteeMember(it.no(), it.nameRef(), chairs.contains(it.no())))
            .toList();
  }
}
