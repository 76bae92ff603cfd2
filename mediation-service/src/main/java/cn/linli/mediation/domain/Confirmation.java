package cn.linli.mediation.domain;

import cn.linli.events.WireName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A court's confirmation of an agreement (司法确认, 人民调解法 §33).
 *
 * @param courtRef which court
 * @param courtMark keyed hash of its name
 * @param joined numbers of the parties that want it; only all together apply
 * @param appliedAt when the last of them had joined
 * @param caseRef the court's case number
 */
public record Confirmation(
    String courtRef,
    String courtMark,
    List<String> joined,
    @Nullable Instant appliedAt,
    State state,
    @Nullable Instant decidedAt,
    @Nullable String caseRef,
    @Nullable String reasonRef) {

  public Confirmation {
    joined = List.copyOf(joined);
  }

  /** How far it is. */
  public enum State implements WireName {
    /** Some parties want it. */
    JOINING,
    APPLIED,
    CONFIRMED,
    /** The court did not confirm: change it, agree anew, or sue. */
    NOT_CONFIRMED
  }

  static Confirmation asked(String courtRef, String courtMark) {
    return new Confirmation(courtRef, courtMark, List.of(), null, State.JOINING, null, null, null);
  }

  Confirmation joinedBy(String party) {
    var more = new ArrayList<>(joined);
    more.add(party);
    return new Confirmation(
        courtRef, courtMark, more, appliedAt, state, decidedAt, caseRef, reasonRef);
  }

  Confirmation applied(Instant at) {
    return new Confirmation(courtRef, courtMark, joined, at, State.APPLIED, null, null, null);
  }

  Confirmation decided(
      boolean confirmed, Instant at, @Nullable String caseNumber, @Nullable String why) {
    return new Confirmation(
        courtRef,
        courtMark,
        joined,
        appliedAt,
        confirmed ? State.CONFIRMED : State.NOT_CONFIRMED,
        at,
        caseNumber,
        why);
  }
}
