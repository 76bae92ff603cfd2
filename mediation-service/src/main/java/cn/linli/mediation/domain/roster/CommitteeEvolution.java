package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.CommitteeEvent;
import cn.linli.events.mediation.CommitteeEvent.*;
import cn.linli.events.mediation.CommitteeMember;
import java.time.Instant;
import java.util.ArrayList;

/** From events to the state of a body. */
public final class CommitteeEvolution {

  private CommitteeEvolution() {}

  public static Committee evolve(Committee now, CommitteeEvent event, Instant at) {
    return switch (event) {
      case CommitteeRegistered(var level, var filing) ->
          new Committee(Committee.Standing.ACTIVE, level, filing, filing.members().size(), at);
      case CommitteeMembersChanged changed -> {
        var members = new ArrayList<>(now.filed().members());
        members.removeIf(member -> changed.removed().contains(member.no()));
        members.addAll(changed.added());
        members.replaceAll(
            it -> new CommitteeMember(it.no(), it.nameRef(), it.no().equals(changed.chair())));
        yield now.with(members, changed.declared(), now.filed().term());
      }
      case CommitteeReelected(var term, var members, var declared) ->
          now.with(members, declared, term).in(Committee.Standing.ACTIVE);
      case CommitteeTermOver _ -> now.in(Committee.Standing.TERM_OVER);
      case CommitteeEnded _ -> now.in(Committee.Standing.ENDED);
    };
  }
}
