package cn.linli.timebank.ledger;

import cn.linli.events.timebank.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account with some fields changed. */
final class Edit {

  private final Account was;
  @Nullable String owner;
  @Nullable String guardian;
  @Nullable String guardianMark;
  @Nullable Balance minutes;
  @Nullable Balance points;
  List<Hold> holds;
  List<Lot> lots;
  List<Service> services;
  List<Spill> spills;
  @Nullable Long spent;
  @Nullable Integer remainder;
  @Nullable Integer activeMonth;
  @Nullable Given given;
  List<Relative> relatives;
  @Nullable Boolean insured;
  @Nullable Boolean trained;
  @Nullable Frozen frozen;
  Duplicate.@Nullable Join join;
  @Nullable String joinedInto;
  @Nullable Boolean closed;

  Edit(Account was) {
    this.was = was;
    owner = was.owner();
    guardian = was.guardian();
    guardianMark = was.guardianMark();
    minutes = was.minutes();
    points = was.points();
    holds = was.holds();
    lots = was.lots();
    services = was.services();
    spills = was.spills();
    spent = was.spent();
    remainder = was.remainder();
    activeMonth = was.activeMonth();
    given = was.given();
    relatives = was.relatives();
    insured = was.insured();
    trained = was.trained();
    frozen = was.frozen();
    join = was.join();
    joinedInto = was.joinedInto();
    closed = was.closed();
  }

  Edit balance(Unit unit, Balance now) {
    if (unit == Unit.MINUTES) {
      minutes = now;
    } else {
      points = now;
    }
    return this;
  }

  Account done() {
    return new Account(
        was.id(),
        was.kind(),
        was.division(),
        was.holderRef(),
        owner,
        guardian,
        guardianMark,
        was.adultFrom(),
        was.openedAt(),
        minutes,
        points,
        holds,
        lots,
        services,
        spills,
        spent,
        remainder,
        activeMonth,
        given,
        relatives,
        insured,
        trained,
        frozen,
        join,
        joinedInto,
        closed);
  }
}
