package cn.linli.mediation.domain;

import cn.linli.events.mediation.HearingEvent.HelperProposed;
import java.util.Collection;
import java.util.List;

/**
 * A relative, neighbour or expert who may help where every party agrees (人民调解法 §20).
 *
 * @param number from 1
 * @param relation code of who they are
 * @param given parties that agree
 * @param refused parties that do not
 */
public record Helper(
    int number, String relation, String nameRef, List<String> given, List<String> refused) {

  public Helper {
    given = List.copyOf(given);
    refused = List.copyOf(refused);
  }

  static Helper proposed(HelperProposed it) {
    return new Helper(it.number(), it.relation(), it.nameRef(), it.given(), List.of());
  }

  /** Whether none of the parties that are there is missing. */
  public boolean isAgreedBy(Collection<String> parties) {
    return given.containsAll(parties);
  }

  /** A party may change its mind as long as the case goes on. */
  Helper answered(String party, boolean yes) {
    return new Helper(
        number,
        relation,
        nameRef,
        Answers.changed(given, party, yes),
        Answers.changed(refused, party, !yes));
  }
}
