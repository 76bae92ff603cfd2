package cn.linli.events.mediation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is registered of a body that mediates.
 *
 * @param division where it works: a code of 12, 9 or 6 digits
 * @param nameRef its name, which may be a person's: in the vault
 * @param trades what it is specialised in; empty for all
 * @param parent committee it leans on; null for committees
 * @param partners committees that make up a joint one
 * @param host organisation at which it sits, for instance a police station
 * @param lead mediator a studio is named after
 * @param term null for studios and teams, which last as long as they are not ended
 */
public record CommitteeFiling(
    CommitteeKind kind,
    String division,
    String nameRef,
    List<DisputeKind> trades,
    @Nullable String parent,
    List<String> partners,
    @Nullable String host,
    @Nullable String lead,
    @Nullable CommitteeTerm term,
    List<CommitteeMember> members,
    CommitteeDeclared declared) {
  public CommitteeFiling {
    trades = List.copyOf(trades);
    partners = List.copyOf(partners);
    members = List.copyOf(members);
  }
}
