package cn.linli.timebank.ledger;

import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.RelationKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what somebody left: recorded lineal relatives may ask for it in time, else it is
 * the community's (domain rules §6.2, ledger rule 8).
 */
public final class Leaving {

  private Leaving() {}

  /**
   * Why an heir may not have it; null: they may. What is left stays in the community, which owes it
   * and no other: without clearing nothing goes from one to another.
   *
   * @param heir id of {@code heirs}
   */
  public static @Nullable Refusal objection(Account left, String heir, Account heirs, Instant at) {
    Frozen frozen = left.frozen();
    if (left.status() != Account.Status.FROZEN || frozen == null) {
      return Refusal.of("not-frozen");
    }
    if (!frozen.cause().isForGood()) {
      return Refusal.of("nothing-to-inherit");
    }
    if (frozen.heirsUntil() == null || !at.isBefore(frozen.heirsUntil())) {
      return Refusal.of("succession-over");
    }
    if (left.relation(heir).filter(it -> it == RelationKind.LINEAL).isEmpty()) {
      return Refusal.of("relation-not-recorded");
    }
    if (Giving.isForeign(left, heirs)) {
      return Refusal.of("foreign-community");
    }
    return left.holds().stream().anyMatch(it -> it.purpose() == HoldPurpose.EXCHANGE)
        ? Refusal.of("holds-open") // a neighbour may have done it: paid or called off first
        : null;
  }

  /**
   * Whether the time of its heirs is over. It may have been thawed and frozen anew since that was
   * told: then they have their time, or nobody inherits at all.
   */
  public static boolean isOver(Account left) {
    Frozen frozen = left.frozen();
    return left.status() == Account.Status.FROZEN
        && frozen != null
        && frozen.cause().isForGood()
        && frozen.heirsUntil() == null;
  }

  /** Ends what is set aside, moves all of both units and closes the passbook. */
  public static Transaction closing(Account left, String heir, @Nullable String ref) {
    var steps = new ArrayList<Step>();
    for (Hold hold : left.holds()) {
      steps.add(new Step.Release(left.id(), hold.id(), "account-closed"));
    }
    for (Unit unit : Unit.values()) {
      long posted = left.balance(unit).posted();
      if (posted > 0) {
        steps.addAll(Step.move(left.id(), heir, unit, posted, Reason.SUCCESSION, ref));
      }
    }
    steps.add(new Step.Close(left.id(), heir));
    return new Transaction(steps);
  }
}
