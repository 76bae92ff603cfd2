package cn.linli.timebank.domain.activities;

import cn.linli.events.timebank.ServiceEvent;
import cn.linli.events.timebank.ServiceEvent.*;
import cn.linli.timebank.domain.activities.Activity.Published;
import cn.linli.timebank.domain.activities.Activity.Status;
import cn.linli.timebank.domain.activities.Attendance.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** From events to the state of an activity. */
public final class ActivityEvolution {

  private ActivityEvolution() {}

  public static Activity evolve(Activity now, ServiceEvent event, Instant at, String by) {
    return switch (event) {
      case ActivityPublished it ->
          new Activity(
              new Published(it.activity(), Objects.requireNonNull(it.plan()), it.origin(), by, at),
              Status.OPEN,
              List.of(),
              0);
      case SignedUp it -> now.with(Attendance.signed(it.account(), it.waiting(), it.minor()));
      case MovedUp it -> now.with(there(now, it.account()).in(Standing.SIGNED));
      case SignUpWithdrawn it -> now.with(there(now, it.account()).in(Standing.WITHDRAWN));
      case CheckedIn it -> now.with(there(now, it.account()).came(it.at(), it.way()));
      case CheckedOut it -> {
        Attendance there = there(now, it.account());
        yield now.with(there.went(Objects.requireNonNull(there.inSince()), it.at(), it.way()));
      }
      case Missed it -> now.with(there(now, it.account()).in(Standing.MISSED));
      case ServiceConfirmed it ->
          now.with(there(now, Objects.requireNonNull(it.account())).confirmed(it.minutes()));
      case HeadsServed it -> now.served(it.heads());
      case ActivityCancelled _ -> now.in(Status.CANCELLED);
      case ActivityClosed _ -> now.in(Status.CLOSED);
      case OfferTaken _, ActivityDeclined _ -> now;
    };
  }

  private static Attendance there(Activity now, String account) {
    return now.of(account).orElseThrow();
  }
}
