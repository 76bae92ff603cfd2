package cn.linli.mediation.roster;

import cn.linli.events.mediation.PartyRole;
import cn.linli.mediation.casework.ListFields;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Party;
import cn.linli.mediation.domain.roster.Candidate.Met;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom mediators met as a party in other disputes; people are compared by keyed hashes alone. */
final class Meetings {

  /** Earlier disputes of today's parties with today's candidates; the latest ones. */
  private static final int DISPUTES_MAX = 500;

  private final CaseStates<Dispute> disputes;

  Meetings(CaseStates<Dispute> disputes) {
    this.disputes = disputes;
  }

  /** By mediator. */
  Map<String, List<Met>> of(List<Stored<Mediator>> mediators, Dispute dispute) {
    Set<String> sides =
        dispute.present().stream().flatMap(it -> it.marks().stream()).collect(Collectors.toSet());
    Set<String> theirs =
        mediators.stream().flatMap(it -> it.state().marks().stream()).collect(Collectors.toSet());
    var met = new HashMap<String, List<Met>>();
    if (sides.isEmpty() || theirs.isEmpty()) {
      return met;
    }
    List<Stored<Dispute>> shared =
        disputes.list(
            Filters.and(
                Filters.in(ListFields.MINE, sides.stream().map(ListFields::person).toList()),
                Filters.in(ListFields.MINE, theirs.stream().map(ListFields::person).toList()),
                Filters.exists(ListFields.RECEIVED)),
            Sorts.descending(ListFields.RECEIVED),
            DISPUTES_MAX);
    for (Stored<Dispute> earlier : shared) {
      if (!earlier.id().equals(dispute.filed().id())) {
        mediators.forEach(it ->
            met.computeIfAbsent(it.id(), _ -> new ArrayList<>())
                .addAll(in(earlier.state(), it.state().marks(), sides)));
      }
    }
    return met;
  }

  private static List<Met> in(Dispute earlier, Set<String> own, Set<String> sides) {
    var met = new ArrayList<Met>();
    for (Party self : earlier.parties()) {
      if (self.marks().stream().noneMatch(own::contains)) {
        continue;
      }
      for (Party other : earlier.parties()) {
        if (!other.no().equals(self.no())) {
          other.marks().stream()
              .filter(sides::contains)
              .forEach(mark -> met.add(new Met(mark, isOpposed(self, other))));
        }
      }
    }
    return met;
  }

  private static boolean isOpposed(Party one, Party other) {
    return one.role() != other.role()
        && one.role() != PartyRole.THIRD_PARTY
        && other.role() != PartyRole.THIRD_PARTY;
  }
}
