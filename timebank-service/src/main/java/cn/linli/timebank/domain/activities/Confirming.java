package cn.linli.timebank.domain.activities;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.ServiceEvent;
import cn.linli.events.timebank.ServiceEvent.ServiceConfirmed;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.activities.ActivityCommand.Confirm;

/**
 * Somebody else says how long a volunteer served: once for each person in each activity, never more
 * than between coming and going, and never for oneself (domain rules §6.2 rules 3 and 9). Time that
 * was given counts in a cancelled activity too.
 */
final class Confirming {

  private Confirming() {}

  static Decision<ServiceEvent> decide(Confirm it, Activity activity, Actor actor) {
    if (it.who().isActor(actor)) {
      return refuse("self-confirmation");
    }
    if (!activity.isOrganiser(actor)) {
      return refuse("not-the-organiser");
    }
    Attendance there = activity.of(it.who().account()).orElse(null);
    if (there == null) {
      return refuse("not-signed-up");
    }
    if (there.minutes() != null) {
      return refuse("already-confirmed");
    }
    if (there.spans().isEmpty() || there.inSince() != null) {
      return refuse("not-checked-out");
    }
    if (it.minutes() > there.served()) {
      return refuse("longer-than-served", "limit", there.served());
    }
    Integer most = activity.plan().minutesMax();
    if (most != null && it.minutes() > most) {
      return refuse("over-minutes-max", "limit", most);
    }
    return accept(
        new ServiceConfirmed(
            activity.filed().id(),
            activity.filed().origin(),
            it.minutes(),
            activity.status() == Activity.Status.OPEN
                && activity.confirmed() + 1 == activity.plan().needed(),
            there.account(),
            activity.plan().service()));
  }
}
