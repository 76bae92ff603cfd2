package cn.linli.timebank.reversals;

import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.casework.ReversalCases;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.ledger.Reversal;
import java.util.List;
import java.util.Objects;

/** Lines that wait for a second person, who is often of another community than the first. */
final class ToConfirm implements DeskPart {

  private final CaseStates<Reversal> states;

  ToConfirm(CaseStates<Reversal> states) {
    this.states = states;
  }

  /** Nobody confirms what they asked for themselves. */
  @Override
  public List<Waiting> of(Caller caller) {
    if (!caller.is(Role.BANK_CLERK)) {
      return List.of();
    }
    String list = ListFields.place(ReversalCases.TO_CONFIRM, caller.scope().value());
    return Listing.first(states, list, ITEMS_MAX).stream()
        .filter(it -> !caller.mark().equals(it.state().proposedBy()))
        .map(ToConfirm::waiting)
        .toList();
  }

  private static Waiting waiting(Stored<Reversal> stored) {
    Reversal it = stored.state();
    return new Waiting(
        "confirm-reversal",
        stored.id(),
        it.amount() + " " + it.unit().wire(),
        Objects.requireNonNull(it.status()).wire(),
        it.until(),
        "/api/v1/bank/reversals/" + stored.id());
  }
}
