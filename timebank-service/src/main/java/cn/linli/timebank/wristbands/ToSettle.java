package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.SessionFlag;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.domain.wristbands.Doubt;
import java.util.List;
import java.util.Objects;

/**
 * Sessions with a flag wait for a bank clerk of the place; nobody else can settle them. Whose they
 * are is not said: the flag stands where others have their status, for all that wait are open.
 */
final class ToSettle implements DeskPart {

  private final CaseStates<Doubt> states;

  ToSettle(CaseStates<Doubt> states) {
    this.states = states;
  }

  @Override
  public List<Waiting> of(Caller caller) {
    if (!caller.is(Role.BANK_CLERK)) {
      return List.of();
    }
    String list = ListFields.place(DoubtCases.KIND, caller.scope().value());
    return Listing.first(states, list, ITEMS_MAX).stream().map(ToSettle::waiting).toList();
  }

  private static Waiting waiting(Stored<Doubt> stored) {
    var what = Objects.requireNonNull(stored.state().what());
    SessionFlag flag = Objects.requireNonNull(what.flag());
    return new Waiting(
        "settle-session",
        stored.id(),
        what.service(),
        flag.wire(),
        null,
        "/api/v1/bank/wristbands/" + stored.state().band() + "/sessions/" + stored.id());
  }
}
