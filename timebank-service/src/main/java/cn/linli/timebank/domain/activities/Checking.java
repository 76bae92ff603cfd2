package cn.linli.timebank.domain.activities;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.CheckWay;
import cn.linli.events.timebank.ServiceEvent;
import cn.linli.events.timebank.ServiceEvent.CheckedIn;
import cn.linli.events.timebank.ServiceEvent.CheckedOut;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.activities.ActivityCommand.Check;
import cn.linli.timebank.domain.activities.Attendance.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Coming and going: seen by the organiser, with the code that is told on the spot, or one's own.
 */
final class Checking {

  /** How long before the begin and after the end somebody may come or go. */
  static final Duration SLACK = Duration.ofMinutes(60);

  private Checking() {}

  static Decision<ServiceEvent> decide(Check it, Activity activity, Actor actor, Instant now) {
    Attendance there = activity.of(it.who().account()).orElse(null);
    if (there == null || there.standing() != Standing.SIGNED) {
      return refuse("not-signed-up");
    }
    Optional<CheckWay> way = way(it, activity, actor);
    if (way.isEmpty()) {
      return refuse(Boolean.FALSE.equals(it.code()) ? "wrong-code" : "not-yourself");
    }
    Instant at = it.at() == null ? now : it.at();
    Optional<Refusal> objection = time(it, at, now, way.get(), activity);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    return it.in()
        ? in(there, at, way.get(), it, activity)
        : out(there, at, way.get(), it, activity);
  }

  private static Optional<CheckWay> way(Check it, Activity activity, Actor actor) {
    if (activity.isOrganiser(actor) && !it.who().isActor(actor)) {
      return Optional.of(CheckWay.ORGANISER);
    }
    if (!it.who().isActor(actor)) {
      return Optional.empty();
    }
    if (it.code() != null) {
      return it.code() ? Optional.of(CheckWay.CODE) : Optional.empty();
    }
    return activity.plan().ownCheck() ? Optional.of(CheckWay.OWN) : Optional.empty();
  }

  /** Another time than now is for the organiser, who shows why. */
  private static Optional<Refusal> time(
      Check it, Instant at, Instant now, CheckWay way, Activity activity) {
    if (it.at() != null && (way != CheckWay.ORGANISER || it.evidenceRef() == null)) {
      return ActivityRules.no("back-entry-without-evidence");
    }
    if (at.isAfter(now)) {
      return ActivityRules.no("time-to-come");
    }
    boolean within =
        !at.isBefore(activity.plan().startsAt().minus(SLACK))
            && !at.isAfter(activity.plan().endsAt().plus(SLACK));
    return within ? Optional.empty() : ActivityRules.no("outside-the-activity");
  }

  private static Decision<ServiceEvent> in(
      Attendance there, Instant at, CheckWay way, Check it, Activity activity) {
    if (there.inSince() != null) {
      return refuse("already-checked-in");
    }
    if (there.spans().size() >= Attendance.SPANS_MAX) {
      return refuse("too-many-stays", "limit", Attendance.SPANS_MAX);
    }
    boolean overlaps = there.spans().stream().anyMatch(span -> at.isBefore(span.to()));
    return overlaps
        ? refuse("overlapping-service")
        : accept(
            new CheckedIn(
                activity.filed().id(),
                there.account(),
                at,
                way,
                it.evidenceRef(),
                there.spans().isEmpty() ? null : Boolean.TRUE));
  }

  private static Decision<ServiceEvent> out(
      Attendance there, Instant at, CheckWay way, Check it, Activity activity) {
    if (there.inSince() == null) {
      return refuse("not-checked-in");
    }
    return at.isBefore(Objects.requireNonNull(there.inSince()))
        ? refuse("out-before-in")
        : accept(new CheckedOut(activity.filed().id(), there.account(), at, way, it.evidenceRef()));
  }
}
